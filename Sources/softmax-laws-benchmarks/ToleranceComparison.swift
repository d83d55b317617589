import Arithmetic
import Conformance
import Dispatch
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Synchronization

/// A rule by which others compare an answer with the expected one.
struct TolerancePolicy: Sendable {
  /// Who uses it, and how.
  let name: String
  private let accepts: @Sendable (_ returned: [Double], _ expected: [Double], Operation) -> Bool

  /// Whether an answer passes beside the expected one, which is rounded to binary32.
  func passes(_ record: Subject.Record) -> Bool {
    let expected = record.certified.elements.map { Format.binary32.rounded($0) }
    return accepts(record.returned.values, expected, record.operation)
  }

  private init(
    _ name: String, _ accepts: @escaping @Sendable ([Double], [Double], Operation) -> Bool
  ) {
    self.name = name
    self.accepts = accepts
  }

  /// `|returned − expected| ≤ atol + rtol |expected|`; NaN equals NaN, an infinity itself.
  private init(
    _ name: String, relative: @escaping @Sendable (_ count: Int) -> Double,
    absolute: @escaping @Sendable (_ count: Int) -> Double
  ) {
    self.init(name) { returned, expected, _ in
      let (rtol, atol) = (relative(returned.count), absolute(returned.count))
      return zip(returned, expected).allSatisfy { x, truth in
        guard x.isFinite, truth.isFinite else { return x == truth || x.isNaN && truth.isNaN }
        return abs(x - truth) <= atol + rtol * abs(truth)
      }
    }
  }

  /// The rules of other suites for binary32, the widest first.
  static let all = [
    TolerancePolicy(
      "array-api-tests: rtol 0.25, atol 1", relative: { _ in 0.25 }, absolute: { _ in 1 }),
    TolerancePolicy("probabilities sum to one within 1e-5") {
      (returned: [Double], _: [Double], operation: Operation) in
      guard operation.givesProbabilities else { return true }
      return abs(returned.reduce(0, +) - 1) <= 1e-5
    },
    TolerancePolicy("ONNX: rtol 1e-3, atol 1e-7", relative: { _ in 1e-3 }, absolute: { _ in 1e-7 }),
    TolerancePolicy(
      "NumPy allclose: rtol 1e-5, atol 1e-8", relative: { _ in 1e-5 }, absolute: { _ in 1e-8 }),
    TolerancePolicy(
      "PyTorch: rtol 1.3e-6, atol 1e-5", relative: { _ in 1.3e-6 }, absolute: { _ in 1e-5 }),
    TolerancePolicy(
      "JAX: rtol and atol 1e-6 × size", relative: { 1e-6 * Double($0) },
      absolute: { 1e-6 * Double($0) }),
  ]
}

extension Subject.Record {
  /// Whether what is right is a convention, or open: no expected value can be compared with.
  fileprivate var isConventional: Bool {
    let numbers = arguments.flatMap(\.values)
    let isFinite = numbers.allSatisfy(\.isFinite)
    let isMasked = arguments[0].values.contains(where: \.isFinite) && arguments.count == 1
    let isOrdinary = isFinite || isMasked && numbers.allSatisfy { $0 < .infinity }
    return !isOrdinary || !bounds.allSatisfy(\.isFinite)
  }
}

extension Operation {
  /// Whether the result is one probability vector.
  fileprivate var givesProbabilities: Bool {
    switch self {
    case .softmax, .scaledSoftmax, .reducedSoftmax, .logSumExpGradient: true
    default: false
    }
  }
}

/// How many mutants the tolerances of others notice, and how many controls they accuse, on the very
/// calls that the laws make; and on those of them with the numbers that tests usually have.
struct ToleranceComparison {
  private static let cases = 100
  /// The greatest magnitude of a usual number, and the longest usual row.
  private static let usual = (magnitude: 16.0, count: 16)

  /// Which of the policies, and then the laws, reject an implementation.
  private struct Rejections: Sendable {
    var ofAllCalls: [Bool]
    var ofUsualCalls: [Bool]
  }

  /// Prints the table in Markdown.
  func run() {
    let mutants = Mutant.all.filter { $0.formats.contains(.binary32) }
    let killed = judged(mutants.map { ($0.implementation, [$0.operation]) })
    let accused = judged(Control.all.map { ($0.implementation, Operation.allCases) })
    print("| binary32, the same calls | mutants | controls | mutants, usual | controls, usual |")
    print("| --- | --- | --- | --- | --- |")
    for index in 0...TolerancePolicy.all.count {
      let isLaws = index == TolerancePolicy.all.count
      let name = isLaws ? "the laws of this suite" : TolerancePolicy.all[index].name
      let counts = [\Rejections.ofAllCalls, \.ofUsualCalls].flatMap { calls in
        [killed, accused].map { verdicts in
          "\(verdicts.count { $0[keyPath: calls][index] }) of \(verdicts.count)"
        }
      }
      print("| \(name) | \(counts.joined(separator: " | ")) |")
    }
  }

  private func judged(
    _ subjects: [(implementation: Implementation, operations: [Operation])]
  ) -> [Rejections] {
    let verdicts = Mutex<[Int: Rejections]>([:])
    DispatchQueue.concurrentPerform(iterations: subjects.count) { index in
      let verdict = rejections(subjects[index].implementation, subjects[index].operations)
      verdicts.withLock { $0[index] = verdict }
    }
    return verdicts.withLock { found in subjects.indices.compactMap { found[$0] } }
  }

  private func rejections(
    _ implementation: Implementation, _ operations: [Operation]
  ) -> Rejections {
    let check = Check(.implementation(implementation), cases: Self.cases)
    let none = TolerancePolicy.all.map { _ in false }
    var rejections = Rejections(ofAllCalls: none, ofUsualCalls: none)
    var fails = false
    for law in Catalogue.laws where !Set(law.operations).isDisjoint(with: operations) {
      check.forEachCall(of: law, in: .binary32) { record in
        guard operations.contains(record.operation), !record.isConventional else { return }
        let isUsual = record.arguments.allSatisfy { argument in
          argument.count <= Self.usual.count
            && argument.values.allSatisfy { abs($0) <= Self.usual.magnitude }
        }
        for (index, policy) in TolerancePolicy.all.enumerated() where !policy.passes(record) {
          rejections.ofAllCalls[index] = true
          if isUsual { rejections.ofUsualCalls[index] = true }
        }
      }
      fails = fails || check.casesToFailure(of: law, in: .binary32) != nil
    }
    rejections.ofAllCalls.append(fails)
    rejections.ofUsualCalls.append(fails)
    return rejections
  }
}
