import Arithmetic
import SoftmaxFamily

/// What there is to say of a fault beside its code.
struct FaultDescription: Sendable {
  let id: String
  let name: String
  let operation: Operation
  let others: [Operation]
  let mechanism: String
  let advice: String
  let references: String
  let formats: [Format]
  let law: String
  let changeClaims: @Sendable (inout Claims) -> Void

  /// Describes a fault in an operation; its variants may also be in the `others`.
  init(
    _ id: String, _ name: String, in operation: SoftmaxFamily.Operation,
    or others: [Operation] = [],
    _ mechanism: String, advice: String, from references: String,
    showsIn formats: [Format] = Format.allCases, seenBy law: String,
    claiming changeClaims: @escaping @Sendable (inout Claims) -> Void = { _ in }
  ) {
    self.id = id
    self.name = name
    self.operation = operation
    self.others = others
    self.mechanism = mechanism
    self.advice = advice
    self.references = references
    self.formats = formats
    self.law = law
    self.changeClaims = changeClaims
  }
}

/// A small edit of the kernels of a control, or of functions made of them, written once for
/// both number types.
struct Fault<Scalar: ElementaryScalar>: Sendable {
  typealias KernelEdit = @Sendable (_ kernels: inout Kernels<Scalar>, _ parameter: Double) -> Void
  typealias FunctionEdit =
    @Sendable (
      _ functions: inout SwiftFunctions<Scalar>, _ kernels: Kernels<Scalar>, _ parameter: Double
    ) -> Void

  let description: FaultDescription
  /// The numbers with which the fault is also a fault; the first is the mutant's.
  let parameters: [Double]
  private let editKernels: KernelEdit
  private let editFunctions: FunctionEdit

  /// Makes a fault in the kernels.
  init(
    _ description: FaultDescription, with parameters: [Double] = [0],
    kernels edit: @escaping KernelEdit
  ) {
    self.description = description
    self.parameters = parameters
    editKernels = edit
    editFunctions = { _, _, _ in }
  }

  /// Makes a fault in functions.
  init(
    _ description: FaultDescription, with parameters: [Double] = [0],
    functions edit: @escaping FunctionEdit
  ) {
    self.description = description
    self.parameters = parameters
    editKernels = { _, _ in }
    editFunctions = edit
  }

  /// The functions of the kernels with the fault.
  func functions(of kernels: Kernels<Scalar>, parameter: Double) -> SwiftFunctions<Scalar> {
    var kernels = kernels
    editKernels(&kernels, parameter)
    var functions = kernels.functions
    editFunctions(&functions, kernels, parameter)
    return functions
  }
}

extension Mutant {
  /// Makes the mutants of faults given for both number types.
  static func list(_ binary64: [Fault<Double>], _ binary32: [Fault<Float>]) -> [Mutant] {
    zip(binary64, binary32).map { wide, narrow in
      Mutant(wide.description, parameters: wide.parameters) { control, parameter in
        control.implementation(
          wide.description, wide.functions(of: control.kernels.binary64, parameter: parameter),
          narrow.functions(of: control.kernels.binary32, parameter: parameter))
      }
    }
  }

  /// The controls that the variants of a fault are put into, in turn.
  private static let bases = [Control.textbook, Control.ofSums[0], Control.ofSoftmax[1]]

  /// Makes a mutant from what makes its implementation in a control, for a parameter.
  ///
  /// There is a variant for every parameter, and for every other operation; where these are
  /// fewer than three, the first is put into other controls too.
  init(
    _ description: FaultDescription, parameters: [Double], remembers: Bool = false,
    making make: @escaping @Sendable (Control, Double) -> Implementation
  ) {
    let first = parameters[0]
    var forms = parameters.map { (description.operation, $0) }
    forms += description.others.map { ($0, first) }
    while forms.count < 3 { forms.append((description.operation, first)) }
    id = description.id
    name = description.name
    mechanism = description.mechanism
    advice = description.advice
    references = description.references
    formats = description.formats
    law = description.law
    variants = forms.enumerated().map { index, form in
      let base = Mutant.bases[index % Mutant.bases.count]
      return Variant(in: form.0, of: base, remembers: remembers) { make(base, form.1) }
    }
  }
}

extension Control {
  /// The control with other functions, under the name of a fault.
  fileprivate func implementation(
    _ fault: FaultDescription, _ binary64: SwiftFunctions<Double>,
    _ binary32: SwiftFunctions<Float>
  ) -> Implementation {
    var claims = implementation.claims
    fault.changeClaims(&claims)
    return Implementation(
      fault.name, claims: claims, binary64: binary64, binary32: binary32,
      roundedTo: [.binary16, .bfloat16])
  }
}
