import Arithmetic
import SoftmaxFamily
import SoftmaxLaws
import Synchronization

extension Block {
  /// What is contradictory between the answers to a case beside others, where it fails, and alone,
  /// where it does not; `nil` if both may be right.
  ///
  /// An implementation that does not claim that other rows change no bit may round a row
  /// otherwise beside them, within its error theorem.
  func contradiction(in one: Case, alone: [Subject.Record]) -> String? {
    let beside = one.calls.withLock { $0 }
    if case .failure(let error) = one.decision, beside.count < alone.count {
      let operation = alone[beside.count].operation.rawValue
      return "\(operation) answers a row alone, and beside others says: \(error)"
    }
    guard let (first, second) = zip(beside, alone).first(where: { !$0.hasSameAnswer(as: $1) }),
      claimsInvariance || first.excess > 1 || second.excess > 1
    else { return nil }
    let operation = first.operation.rawValue
    let again = replyAgain(to: first.call, of: one)
    let isSame = again.map { first.hasSameAnswer(as: $0) } ?? false
    return isSame
      ? "\(operation) gives the same row another answer beside other rows than alone"
      : "\(operation) gave the same row, beside the same others, another answer the second time"
  }

  private var claimsInvariance: Bool { implementation.claims.batchInvariant == true }
}

extension Subject.Record {
  /// Whether the same numbers were returned, bit by bit; any NaN is like any other.
  func hasSameAnswer(as other: Subject.Record) -> Bool {
    returned.elements.elementsEqual(other.returned.elements) { $0.isIdentical(to: $1) }
  }

  /// Whether the same numbers are in a reply to the one row of the call.
  fileprivate func hasSameAnswer(as reply: Reply) -> Bool {
    returned.elements.elementsEqual(reply.values) { $0.isIdentical(to: Ball($1)) }
  }
}

extension Result<Finding, any Error> {
  /// Whether there is no finding because a call cost the process.
  var costsProcess: Bool {
    guard case .failure(let error as CallFailure) = self else { return false }
    return error.costsProcess
  }
}
