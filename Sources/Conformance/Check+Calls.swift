public import Arithmetic
import PropertyEngine
import SoftmaxFamily
public import SoftmaxLaws
import Synchronization

extension Check {
  /// Shows the calls that a law makes in its first cases, each with its answer and the certified
  /// value.
  ///
  /// Cases that the implementation does not answer are left out, whatever the reason; after one
  /// that costs a process or time there are no more.
  public func forEachCall(
    of law: Law, in format: Format, _ body: (Subject.Record) -> Void
  ) {
    guard missingOperation(of: law, in: format) == nil else { return }
    let calls = Mutex<[Subject.Record]>([])
    let functions = subject(in: format)({ record in calls.withLock { $0.append(record) } })
      .functions
    let run = PropertyRun(seed: seed, property: law.name, cases: cases)
    for index in 0..<cases {
      var source = run.source(index: index)
      guard let instance = try? law.instance(in: format, from: &source) else { continue }
      do {
        _ = try instance.finding(with: functions)
      } catch let failure as CallFailure where failure.endsRun {
        return
      } catch {
        // The calls before the one without an answer are shown all the same.
      }
      calls.withLock { calls in
        defer { calls.removeAll() }
        return calls
      }.forEach(body)
    }
  }
}

extension Check {
  /// Shows the answers to rows of arguments, which are asked for in one call, with the certified
  /// values.
  ///
  /// Nothing is shown of a call without an answer, or of an operation that is not offered.
  ///
  /// - Precondition: the rows have arguments of the same shapes.
  public func forEachAnswer(
    of operation: Operation, in format: Format, to rows: [[Tensor]],
    _ body: (Subject.Record) -> Void
  ) {
    let calls = Mutex<[Subject.Record]>([])
    let subject = subject(in: format)({ record in calls.withLock { $0.append(record) } })
    _ = try? subject.function(operation).answers(rows)
    calls.withLock { $0 }.forEach(body)
  }
}

extension CallFailure {
  /// Whether a call without an answer costs a process or time.
  fileprivate var endsRun: Bool {
    switch self {
    case .rejected, .malformed, .unsupported: false
    case .crashed, .hung, .brokeProtocol: true
    }
  }
}
