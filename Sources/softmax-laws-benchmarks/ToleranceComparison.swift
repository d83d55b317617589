import Arithmetic
import Conformance
import Dispatch
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Synchronization

/// How many mutants the tolerances of others notice in binary32, and how many controls they accuse:
/// on inputs as the tests of libraries have them, and on the very calls that the laws make.
///
/// Every control is correct, so that an accusation says that the tolerance is narrower there than
/// what rounding does to an honest algorithm. Beside them stand the bounds of the error theorems on the
/// same answers, and the laws.
struct ToleranceComparison {
  private static let seed: UInt64 = 1
  /// The number of cases of each law.
  private static let cases = 200
  /// The calls of an operation with usual inputs, and the rows of each.
  private static let calls = (count: 25, rows: 4)

  /// What is judged: a mutant by its faulty operation, a control by all.
  private struct Subject: Sendable {
    let implementation: Implementation
    let operations: [Operation]
  }

  /// The operations of which an answer is rejected, rule by rule, and the first such answer of each.
  private struct Rejections: Sendable {
    private(set) var operations = TolerancePolicy.all.map { _ in Set<Operation>() }
    private(set) var examples = TolerancePolicy.all.map { _ in
      [Operation: Conformance.Subject.Record]()
    }

    mutating func judge(_ record: Conformance.Subject.Record) {
      guard record.hasOneRightAnswer else { return }
      for (index, policy) in TolerancePolicy.all.enumerated() where !policy.passes(record) {
        if operations[index].insert(record.operation).inserted {
          examples[index][record.operation] = record
        }
      }
    }
  }

  /// What became of one subject.
  private struct Judgement: Sendable {
    var ofUsual = Rejections()
    var ofDrawn = Rejections()
    /// Whether a law fails.
    var fails = false
  }

  /// Prints the table in Markdown, and what the accusations rest on.
  func run() {
    let mutants = Mutant.all.filter { $0.formats.contains(.binary32) }
    let killed = judged(
      mutants.map { Subject(implementation: $0.implementation, operations: [$0.operation]) })
    let accused = judged(
      Control.all.map {
        Subject(implementation: $0.implementation, operations: Operation.allCases)
      })
    print(
      "| binary32 | usual inputs: mutants | controls | inputs of the laws: mutants | controls |")
    print("| --- | --- | --- | --- | --- |")
    for (index, policy) in TolerancePolicy.all.enumerated() {
      let cells = [\Judgement.ofUsual, \.ofDrawn].flatMap { inputs in
        [killed, accused].map { judgements in
          share(judgements) { !$0[keyPath: inputs].operations[index].isEmpty }
        }
      }
      print("| \(policy.name) | \(cells.joined(separator: " | ")) |")
    }
    let laws = [killed, accused].map { share($0, where: \.fails) }
    print("| the laws of this suite | | | \(laws.joined(separator: " | ")) |")
    for (title, inputs) in [("usual", \Judgement.ofUsual), ("drawn", \.ofDrawn)] {
      print("\nCorrect operations that are accused on \(title) inputs, with an answer of one:")
      for (index, policy) in TolerancePolicy.all.enumerated() {
        let operations = Operation.allCases.filter { operation in
          accused.contains { $0[keyPath: inputs].operations[index].contains(operation) }
        }
        print("- \(policy.name): \(operations.count) \(operations.map(\.rawValue))")
        for operation in operations {
          let example = zip(Control.all, accused).lazy.compactMap { control, judgement in
            judgement[keyPath: inputs].examples[index][operation].map { (control.name, $0) }
          }.first
          if let (name, record) = example { print("    \(name): \(policy.text(record))") }
        }
      }
    }
    let survivors = zip(mutants, killed).filter { !$0.1.fails }
    print("\nMutants that the laws leave: \(survivors.map(\.0.name))")
  }

  private func share(_ judgements: [Judgement], where holds: (Judgement) -> Bool) -> String {
    "\(judgements.count(where: holds)) of \(judgements.count)"
  }

  private func judged(_ subjects: [Subject]) -> [Judgement] {
    let judgements = Mutex<[Int: Judgement]>([:])
    DispatchQueue.concurrentPerform(iterations: subjects.count) { index in
      let judgement = judgement(of: subjects[index])
      judgements.withLock { $0[index] = judgement }
    }
    return judgements.withLock { found in subjects.indices.compactMap { found[$0] } }
  }

  private func judgement(of subject: Subject) -> Judgement {
    var judgement = Judgement()
    let check = Check(
      .implementation(subject.implementation), seed: Self.seed, cases: Self.cases)
    for operation in subject.operations {
      var inputs = UsualInputs(of: operation, seed: Self.seed)
      for number in 0..<Self.calls.count {
        let rows = inputs.call(number, rows: Self.calls.rows)
        check.forEachAnswer(of: operation, in: .binary32, to: rows) { judgement.ofUsual.judge($0) }
      }
    }
    for law in Catalogue.laws where !Set(law.operations).isDisjoint(with: subject.operations) {
      check.forEachCall(of: law, in: .binary32) { record in
        if subject.operations.contains(record.operation) { judgement.ofDrawn.judge(record) }
      }
      judgement.fails =
        judgement.fails || check.casesToFailure(of: law, in: .binary32) != nil
    }
    return judgement
  }
}

extension Subject.Record {
  /// Whether one number is right in every place, but for rounding.
  ///
  /// It is not for a row without entries, or without any mass; for NaN, `+∞` or a scale that is not
  /// positive; where the value is infinite or overflows binary32; and where rounding may do anything:
  /// where a derivative jumps, or the error theorem allows an eighth of the greatest number returned.
  fileprivate var hasOneRightAnswer: Bool {
    arguments.allSatisfy { $0.count > 0 } && hasOrdinaryArguments && isDetermined
      && certified.elements.indices.allSatisfy { index in
        let isMasked = operation == .logSoftmax && arguments[0].values[index] == -.infinity
        return isMasked || isOrdinary(certified[index], within: bounds[index])
      }
  }

  private var isDetermined: Bool {
    let magnitude = certified.elements.map(\.magnitudeBound).max() ?? 0
    return bounds.allSatisfy { $0 <= 0.125 * magnitude }
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
