import Arithmetic
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws
import Synchronization

/// Cases of a law that are evaluated together: their calls travel together, pass by pass.
///
/// In each pass every case goes on with the answers it has, up to the next call that it has no
/// answer to. So a law of `k` calls, each of which needs the answer to the one before, takes `k + 1`
/// passes, however many cases there are.
final class Block: Sendable {
  /// A case among others.
  final class Case: Sendable {
    /// Where the case comes from.
    let source: ChoiceSource
    /// The calls it has made so far, each with its answer.
    let calls = Mutex<[Subject.Record]>([])
    /// The inputs.
    let instance: Law.Case
    fileprivate let transcript: Transcript
    fileprivate let found = Mutex<Result<Finding, any Error>?>(nil)

    fileprivate init(_ source: ChoiceSource, _ instance: Law.Case, sharesCalls: Bool) {
      self.source = source
      self.instance = instance
      transcript = Transcript(sharesCalls: sharesCalls)
    }

    /// What the law says of the case, if that is decided; an error is why it says nothing.
    var decision: Result<Finding, any Error>? { found.withLock { $0 } }
  }

  /// The cases, in order.
  let cases: [Case]
  /// Whether calls of different cases may be one.
  let sharesCalls: Bool
  let implementation: Implementation
  private let passes = Mutex<[(cases: [Int], questions: [Question])]>([])

  /// Draws the cases of a block; those outside the domain are left out.
  ///
  /// The first cases of a law ask each row alone, as there are faults that only show there.
  init(
    _ sources: [ChoiceSource], of law: Law, in format: Format, by implementation: Implementation,
    areFirst: Bool
  ) {
    let mayShare = law.exactness.sharesCalls || implementation.claims.batchInvariant == true
    let sharesCalls = mayShare && !areFirst
    self.implementation = implementation
    self.sharesCalls = sharesCalls
    cases = sources.compactMap { source in
      var drawn = source
      guard let instance = try? law.instance(in: format, from: &drawn) else { return nil }
      return Case(source, instance, sharesCalls: sharesCalls)
    }
  }

  /// Evaluates the cases up to the first that fails, which is the last that is needed.
  ///
  /// A case that asks what cannot wait stays undecided.
  func evaluate(_ makeSubject: (@escaping @Sendable (Subject.Record) -> Void) -> Subject) {
    let functions = cases.map { one in
      makeSubject { record in one.calls.withLock { $0.append(record) } }
        .noting(in: one.transcript).functions
    }
    var open = Array(cases.indices)
    while true {
      for index in open { cases[index].goOn(with: functions[index]) }
      let end = cases.firstIndex { $0.decision?.isFailure ?? false } ?? cases.count
      open.removeAll { $0 >= end || cases[$0].decision != nil || cases[$0].transcript.needsTurn }
      let questions = open.compactMap { cases[$0].transcript.question }
      guard !questions.isEmpty else { return }
      passes.withLock { $0.append((open, questions)) }
      let replies = implementation.replies(to: questions)
      for (index, reply) in zip(open, replies) {
        if let reply { cases[index].transcript.take(reply) }
      }
      open = zip(open, replies).compactMap { $1 == nil ? nil : $0 }
    }
  }

  /// The reply to a call of a case when all that was asked with it is asked again.
  func replyAgain(to call: Call, of one: Case) -> Reply? {
    for (indices, questions) in passes.withLock({ $0 }) {
      guard let place = indices.firstIndex(where: { cases[$0] === one }),
        questions[place].call == call
      else { continue }
      return try? implementation.replies(to: questions)[place]?.get()
    }
    return nil
  }
}

extension Block.Case {
  /// Evaluates the law as far as the answers reach.
  fileprivate func goOn(with functions: Law.Functions) {
    transcript.rewind()
    let result = Result { try instance.finding(with: functions) }
    // What is thrown by a law that was stopped says nothing.
    if transcript.question == nil { found.withLock { $0 = result } }
  }
}

extension Result<Finding, any Error> {
  /// Whether the law is falsified, or says nothing for want of an answer.
  var isFailure: Bool {
    switch self {
    case .success(let finding): finding.isFalsified
    case .failure: true
    }
  }
}
