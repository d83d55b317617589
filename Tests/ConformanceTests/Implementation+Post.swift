import Arithmetic
import SoftmaxFamily
import Synchronization

extension Implementation {
  /// The same implementation, asked as one in another process is: rows that may travel together are
  /// one call.
  ///
  /// `change` sees every call that goes out, and its reply.
  func byPost(
    _ change: @escaping @Sendable (Call, Reply) throws(CallFailure) -> Reply = {
      (_, reply) throws(CallFailure) in reply
    }
  ) -> Implementation {
    let ask: @Sendable (Call) throws(CallFailure) -> Reply = { call throws(CallFailure) in
      try change(call, try self.evaluate(call))
    }
    return Implementation(
      name, version: version, language: language, claims: claims, operations: operations,
      evaluate: ask, postal: { questions in Self.replies(to: questions, ask) })
  }

  private static func replies(
    to questions: [Question], _ ask: (Call) throws(CallFailure) -> Reply
  ) -> [Result<Reply, CallFailure>?] {
    var replies = [Result<Reply, CallFailure>?](repeating: nil, count: questions.count)
    for parcel in Parcel.pack(questions, mostNumbers: 100_000) {
      do throws(CallFailure) {
        for (number, reply) in zip(parcel.questions, parcel.unpack(try ask(parcel.call))) {
          replies[number] = .success(reply)
        }
      } catch {
        for number in parcel.questions {
          replies[number] = Result { () throws(CallFailure) in try ask(questions[number].call) }
        }
      }
    }
    guard let end = replies.firstIndex(where: { $0?.costsProcess ?? false }) else { return replies }
    return replies[...end] + replies[(end + 1)...].map { _ in nil }
  }
}

extension Result<Reply, CallFailure> {
  fileprivate var costsProcess: Bool {
    if case .failure(let failure) = self { failure.costsProcess } else { false }
  }
}
