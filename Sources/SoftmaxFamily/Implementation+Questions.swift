import Arithmetic

extension Implementation {
  /// The same implementation, which offers other operations; those it does not have it answers with a
  /// failure.
  public func offering(_ operations: [Operation: [Format]]) -> Implementation {
    let forward: Postal = { questions in replies(to: questions) }
    return Implementation(
      name, version: version, language: language, claims: claims, operations: operations,
      evaluate: { call throws(CallFailure) in try evaluate(call) },
      postal: answersByPost ? forward : nil
    ).answeringArrays(by: arrays)
  }
}

/// Many calls at once.
extension Implementation {
  /// Whether many calls at once cost less than one after the other.
  public var answersByPost: Bool { postal != nil }

  /// Answers questions, in their order, each as `evaluate(_:)` would answer its call.
  ///
  /// A reply is `nil` if it was not asked for any more, because an earlier question cost the
  /// process: the questions before that one are answered.
  public func replies(to questions: [Question]) -> [Result<Reply, CallFailure>?] {
    guard let postal else { return oneByOne(questions) }
    let shapes = questions.map { question in
      Result { () throws(CallFailure) in
        try resultShape(
          of: question.call.operation, in: question.call.format,
          question.call.arguments.map(\.shape))
      }
    }
    let sound = questions.indices.filter { (try? shapes[$0].get()) != nil }
    let answers = postal(sound.map { questions[$0] })
    precondition(answers.count == sound.count, "every question has a reply or none")
    var replies: [Result<Reply, CallFailure>?] = shapes.map { shape in
      if case .failure(let failure) = shape { .failure(failure) } else { nil }
    }
    for (index, answer) in zip(sound, answers) {
      guard let answer, case .success(let shape) = shapes[index] else { continue }
      replies[index] = Result { () throws(CallFailure) in
        try questions[index].call.checked(try answer.get(), shape)
      }
    }
    return replies
  }

  private func oneByOne(_ questions: [Question]) -> [Result<Reply, CallFailure>?] {
    var replies: [Result<Reply, CallFailure>?] = []
    for question in questions {
      let reply = Result { () throws(CallFailure) in try evaluate(question.call) }
      replies.append(reply)
      if case .failure(let failure) = reply, failure.costsProcess { break }
    }
    return replies + Array(repeating: nil, count: questions.count - replies.count)
  }
}

extension CallFailure {
  /// Whether the implementation's process or the time for a call is lost.
  public var costsProcess: Bool {
    switch self {
    case .crashed, .hung, .brokeProtocol: true
    case .unsupported, .rejected, .malformed: false
    }
  }
}
