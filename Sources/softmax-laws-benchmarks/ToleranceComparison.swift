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
/// calls that the laws make.
struct ToleranceComparison {
  private static let cases = 300

  /// Prints the table in Markdown.
  func run() {
    let mutants = Mutant.all.filter { $0.formats.contains(.binary32) }
    let killed = judged(mutants.map { ($0.implementation, [$0.operation]) })
    let accused = judged(Control.all.map { ($0.implementation, Operation.allCases) })
    print("| binary32, the same calls | mutants noticed | controls accused |")
    print("| --- | --- | --- |")
    for (index, policy) in TolerancePolicy.all.enumerated() {
      let (kills, alarms) = (killed.count { $0[index] }, accused.count { $0[index] })
      print("| \(policy.name) | \(kills) of \(mutants.count) | \(alarms) of \(accused.count) |")
    }
    let last = TolerancePolicy.all.count
    let (kills, alarms) = (killed.count { $0[last] }, accused.count { $0[last] })
    print(
      "| the laws of this suite | \(kills) of \(mutants.count) | \(alarms) of \(accused.count) |")
  }

  /// For each implementation, which of the policies, and then the laws, reject it.
  private func judged(
    _ subjects: [(implementation: Implementation, operations: [Operation])]
  ) -> [[Bool]] {
    let verdicts = Mutex<[Int: [Bool]]>([:])
    DispatchQueue.concurrentPerform(iterations: subjects.count) { index in
      let verdict = rejections(subjects[index].implementation, subjects[index].operations)
      verdicts.withLock { $0[index] = verdict }
    }
    return verdicts.withLock { found in subjects.indices.compactMap { found[$0] } }
  }

  private func rejections(
    _ implementation: Implementation, _ operations: [Operation]
  ) -> [Bool] {
    let check = Check(.implementation(implementation), cases: Self.cases)
    var rejected = TolerancePolicy.all.map { _ in false }
    var fails = false
    for law in Catalogue.laws where !Set(law.operations).isDisjoint(with: operations) {
      check.forEachCall(of: law, in: .binary32) { record in
        guard operations.contains(record.operation) else { return }
        for (index, policy) in TolerancePolicy.all.enumerated() where !rejected[index] {
          rejected[index] = !policy.passes(record)
        }
      }
      fails = fails || check.casesToFailure(of: law, in: .binary32) != nil
    }
    return rejected + [fails]
  }
}
