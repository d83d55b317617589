public import Arithmetic

/// A function of one real number that an operation applies to each of its elements.
///
/// Binary cross-entropy with logits is one for each hard target: a row of one target and one logit.
public enum ElementwiseFunction: String, CaseIterable, Sendable {
  /// `σ(x) = 1 / (1 + e^{−x})`.
  case sigmoid
  /// `log σ(x)`.
  case logSigmoid
  /// `log(1 + e^x)`.
  case softplus
  /// `log(p / (1 − p))`.
  case logit
  /// `σ(x) (1 − σ(x))`.
  case sigmoidDerivative
  /// `σ(x)`, as the derivative of softplus.
  case softplusDerivative
  /// The loss of the target 0, `softplus(z)`.
  case lossOfZero = "binaryCrossEntropyWithLogits:0"
  /// The loss of the target 1, `softplus(−z)`.
  case lossOfOne = "binaryCrossEntropyWithLogits:1"

  /// The functions that an operation is; none for an operation on rows.
  public static func functions(of operation: Operation) -> [ElementwiseFunction] {
    allCases.filter { $0.operation == operation }
  }

  /// The operation.
  public var operation: Operation {
    switch self {
    case .sigmoid: .sigmoid
    case .logSigmoid: .logSigmoid
    case .softplus: .softplus
    case .logit: .logit
    case .sigmoidDerivative: .sigmoidDerivative
    case .softplusDerivative: .softplusDerivative
    case .lossOfZero, .lossOfOne: .binaryCrossEntropyWithLogits
    }
  }

  /// The target of a loss; `nil` for other functions.
  public var target: Double? {
    switch self {
    case .lossOfZero: 0
    case .lossOfOne: 1
    default: nil
    }
  }

  /// The arguments of the operation for one number.
  public func arguments(_ x: Double) -> [Tensor] {
    let number = Tensor([x])
    return target.map { [Tensor([$0]), number] } ?? [number]
  }

  /// One call for many numbers: a vector, or a row for each of them.
  public func call(_ inputs: [Double], in format: Format) -> Call {
    guard let target else {
      return Call(
        operation, in: format, [Call.Argument(shape: [inputs.count], values: inputs)])
    }
    let targets = Array(repeating: target, count: inputs.count)
    return Call(
      operation, in: format, rows: inputs.count,
      [Call.Argument(shape: [1], values: targets), Call.Argument(shape: [1], values: inputs)])
  }

  /// One call for numbers in an array; of a loss with the target of each in another.
  public func call(
    _ inputs: UnsafeBufferPointer<Float>, in format: Format, targets: UnsafeBufferPointer<Float>
  ) -> ArrayCall {
    guard target != nil else {
      return ArrayCall(operation, in: format, [.init(shape: [inputs.count], values: inputs)])
    }
    return ArrayCall(
      operation, in: format, rows: inputs.count,
      [.init(shape: [1], values: targets), .init(shape: [1], values: inputs)])
  }

  /// Whether the function is the negative or the mirror image of softplus.
  public var isMirrored: Bool { self == .logSigmoid || self == .lossOfOne }

  /// Whether the function's values are negative wherever they are not zero.
  public var isNegative: Bool { self == .logSigmoid }

  /// Whether the function rises, falls, or turns: `1`, `−1`, or the sign of `−x`.
  public func direction(at x: Double) -> Double {
    switch self {
    case .sigmoid, .softplusDerivative, .softplus, .logSigmoid, .logit, .lossOfZero: 1
    case .lossOfOne: -1
    case .sigmoidDerivative: x.sign == .minus ? 1 : -1
    }
  }
}
