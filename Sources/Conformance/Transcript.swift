import SoftmaxFamily
import Synchronization

/// What one case of a law has asked, and what it was answered.
///
/// A law is straight-line code, evaluated again and again: what it asks for the n-th time is answered
/// from here if it is known. Otherwise the question is noted and the law is stopped, until the
/// answer is there. As a law is a function of its inputs and of the answers, it asks the same
/// again.
final class Transcript: Sendable {
  fileprivate struct State {
    var answers: [Result<[Function.Answer], CallFailure>] = []
    var next = 0
    var question: Question?
    var reply: Result<Reply, CallFailure>?
    var isStopped = false
    var needsTurn = false
  }

  /// Stops a law whose question is noted; nobody sees it.
  fileprivate static let stop = CallFailure.unsupported("asked together with other cases")

  private let state = Mutex(State())
  private let sharesCalls: Bool

  /// Creates a transcript without a word.
  init(sharesCalls: Bool) { self.sharesCalls = sharesCalls }

  /// The question that the law was stopped at, or `nil` if it was not.
  var question: Question? { state.withLock { $0.isStopped ? $0.question : nil } }

  /// Whether the law asks something that is about what went before, which cannot wait.
  var needsTurn: Bool { state.withLock(\.needsTurn) }

  /// Takes the reply to the question.
  func take(_ reply: Result<Reply, CallFailure>) { state.withLock { $0.reply = reply } }

  /// Begins from the first question again.
  func rewind() {
    state.withLock {
      $0.next = 0
      $0.isStopped = false
    }
  }

  /// The answers to the next question of the law, which `read` makes of the reply.
  func answers(
    asking call: () -> Call, _ delivery: Delivery,
    read: (Call, Reply) throws(CallFailure) -> [Function.Answer]
  ) throws(CallFailure) -> [Function.Answer] {
    if let known = state.withLock({ $0.known() }) { return try known.get() }
    guard let (question, reply) = state.withLock({ $0.takeReply() }) else {
      let isShared = sharesCalls && delivery == .shared
      let question = Question(call(), isShared: isShared)
      state.withLock { $0.stop(at: question, delivery) }
      throw Self.stop
    }
    let answers = Result { () throws(CallFailure) in try read(question.call, try reply.get()) }
    state.withLock { $0.note(answers) }
    return try answers.get()
  }
}

extension Transcript.State {
  /// The next answer, if it is known; a law that was stopped gets none.
  fileprivate mutating func known() -> Result<[Function.Answer], CallFailure>? {
    if isStopped { return .failure(Transcript.stop) }
    guard next < answers.count else { return nil }
    defer { next += 1 }
    return answers[next]
  }

  fileprivate mutating func takeReply() -> (Question, Result<Reply, CallFailure>)? {
    guard let question, let reply else { return nil }
    self.reply = nil
    return (question, reply)
  }

  fileprivate mutating func stop(at question: Question, _ delivery: Delivery) {
    self.question = question
    isStopped = true
    if delivery == .inTurn { needsTurn = true }
  }

  fileprivate mutating func note(_ answers: Result<[Function.Answer], CallFailure>) {
    self.answers.append(answers)
    next += 1
    question = nil
  }
}
