import Arithmetic
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws
import SoftmaxReference
import Synchronization

/// The judgement of a case by the second arithmetic, before an implementation is accused.
///
/// The law is evaluated once more, with certified values from `Definition` instead of `Reference`:
/// whole numbers instead of double-doubles, formulas as printed instead of rearranged ones. Where
/// arguments are balls themselves, the reference's radii are kept, once the second arithmetic has
/// agreed with them. An accusation stands if both arithmetics make it. If they contradict each other,
/// the suite is at fault, and nobody is accused.
struct SecondOpinion {
  /// What the second arithmetic says.
  enum Judgement: Equatable {
    /// The case is falsified again; the operations are those without a second evaluation.
    case confirmed([Operation])
    /// The implementation gave other answers than before.
    case changed
    /// The two arithmetics do not agree, for the reason given.
    case contradicted(String)
  }

  private let law: Law
  private let choices: [UInt64]
  private let implementation: Implementation
  private let format: Format
  private let certify: @Sendable (Operation, [Tensor]) throws(ShapeMismatch) -> Tensor?

  /// Prepares to judge a case.
  init(
    of law: Law, choices: [UInt64], implementation: Implementation, in format: Format,
    certifiedBy certify:
      @escaping @Sendable (Operation, [Tensor]) throws(ShapeMismatch) -> Tensor? = Definition
      .certify
  ) {
    self.law = law
    self.choices = choices
    self.implementation = implementation
    self.format = format
    self.certify = certify
  }

  /// Judges the case, which the reference has found false with these calls.
  func judgement(on first: [Subject.Record]) -> Judgement {
    let findings = Findings()
    let subject = Subject(
      implementation, in: format, certifiedBy: oracle(findings), observing: findings.note(call:))
    var source = ChoiceSource(replaying: choices)
    guard let instance = try? law.instance(in: format, from: &source),
      let finding = try? instance.finding(with: subject.functions)
    else { return .changed }
    guard Self.areSame(first, findings.calls) else { return .changed }
    if let operation = findings.contradicted {
      return .contradicted("the two arithmetics contradict each other about \(operation.rawValue)")
    }
    guard finding.isFalsified else {
      return .contradicted("the second arithmetic does not find the law falsified")
    }
    return .confirmed(findings.unconfirmed)
  }

  /// The oracle that has every value of the reference compared with the second arithmetic's.
  private func oracle(_ findings: Findings) -> Oracle {
    Oracle { [certify] operation, arguments throws(ShapeMismatch) in
      let first = try Reference.evaluate(operation, arguments)
      guard let second = try certify(operation, arguments) else {
        findings.note(unconfirmed: operation)
        return first
      }
      let agree = zip(first.elements, second.elements).allSatisfy { a, b in
        !a.isReal || !b.isReal || (a - b).mayBeZero
      }
      if !agree { findings.note(contradicted: operation) }
      let isExact = arguments.allSatisfy { $0.elements.allSatisfy(\.isExact) }
      return isExact ? second : first
    }
  }

  /// Whether the implementation was asked the same and answered the same.
  private static func areSame(_ a: [Subject.Record], _ b: [Subject.Record]) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { x, y in
        x.operation == y.operation
          && zip(x.returned.elements, y.returned.elements).allSatisfy { $0.isIdentical(to: $1) }
      }
  }
}

/// What is found while a case is judged again.
private final class Findings: Sendable {
  private struct State {
    var contradicted: Operation?
    var unconfirmed: [Operation] = []
    var calls: [Subject.Record] = []
  }

  private let state = Mutex(State())

  /// An operation about which the arithmetics contradict each other.
  var contradicted: Operation? { state.withLock(\.contradicted) }
  /// The operations without a second evaluation.
  var unconfirmed: [Operation] { state.withLock(\.unconfirmed) }
  /// The calls made.
  var calls: [Subject.Record] { state.withLock(\.calls) }

  func note(contradicted operation: Operation) {
    state.withLock { $0.contradicted = operation }
  }

  func note(unconfirmed operation: Operation) {
    state.withLock { if !$0.unconfirmed.contains(operation) { $0.unconfirmed.append(operation) } }
  }

  func note(call: Subject.Record) { state.withLock { $0.calls.append(call) } }
}
