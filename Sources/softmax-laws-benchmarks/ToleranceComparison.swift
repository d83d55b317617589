import Arithmetic
import Conformance
import Dispatch
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Synchronization

/// How many mutants the tolerances of others notice, and how many controls they accuse, on the very
/// calls that the laws make; and on those of them with the numbers that tests usually have.
struct ToleranceComparison {
  private static let cases = 200
  /// The greatest magnitude of a usual number, and the longest usual row.
  private static let usual = (magnitude: 16.0, count: 16)

  /// Which of the policies, and then the laws, reject an implementation.
  private struct Rejections: Sendable {
    var ofAllCalls: [Bool]
    var ofUsualCalls: [Bool]
    /// The operations whose answers a policy rejects.
    var operations: [Set<Operation>]
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
    print("\nOperations of which a control is rejected:")
    for (index, policy) in TolerancePolicy.all.enumerated() {
      let operations = Set(accused.flatMap { $0.operations[index] }).map(\.rawValue).sorted()
      print("- \(policy.name): \(operations.isEmpty ? "none" : operations.joined(separator: ", "))")
    }
    let survivors = zip(mutants, killed).filter { !($0.1.ofAllCalls.last ?? false) }
    print("Mutants that the laws leave: \(survivors.map(\.0.name))")
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
    var rejections = Rejections(
      ofAllCalls: none, ofUsualCalls: none, operations: none.map { _ in [] })
    var fails = false
    for law in Catalogue.laws where !Set(law.operations).isDisjoint(with: operations) {
      check.forEachCall(of: law, in: .binary32) { record in
        guard operations.contains(record.operation), record.hasOneRightAnswer else { return }
        let isUsual = record.arguments.allSatisfy { argument in
          argument.count <= Self.usual.count
            && argument.values.allSatisfy { abs($0) <= Self.usual.magnitude }
        }
        for (index, policy) in TolerancePolicy.all.enumerated() where !policy.passes(record) {
          rejections.ofAllCalls[index] = true
          rejections.operations[index].insert(record.operation)
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

extension Subject.Record {
  /// Whether one number is right in every place, but for rounding.
  ///
  /// It is not for a row without entries, or without any mass; for NaN, `+∞` or a scale that is not
  /// positive; where the value is infinite or overflows binary32; where a derivative jumps; or where
  /// the contract promises nothing.
  fileprivate var hasOneRightAnswer: Bool {
    arguments.allSatisfy { $0.count > 0 } && hasOrdinaryArguments
      && certified.elements.indices.allSatisfy { index in
        let isMasked = operation == .logSoftmax && arguments[0].values[index] == -.infinity
        return isMasked || isOrdinary(certified[index], within: bounds[index])
      }
  }

  private func isOrdinary(_ value: Ball, within bound: Double) -> Bool {
    value.isReal && value.radiusBound <= 0x1p-40 * value.magnitudeBound
      && value.magnitudeBound + bound < Format.binary32.greatestFinite
  }

  /// Finite numbers and positive scales, or a row of logits that are not all masked.
  private var hasOrdinaryArguments: Bool {
    let parameters = operation.signature.parameters
    let hasScale = zip(parameters, arguments).allSatisfy { parameter, argument in
      parameter.name != "scale" || argument.values.allSatisfy { $0 > 0 }
    }
    let numbers = arguments.flatMap(\.values)
    let isMasked = arguments.count == 1 && numbers.contains(where: \.isFinite)
    return hasScale && numbers.allSatisfy { $0.isFinite || isMasked && $0 == -.infinity }
  }
}
