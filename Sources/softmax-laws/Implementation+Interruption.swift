import SoftmaxFamily

extension Implementation {
  /// The implementation, which answers no call any more after an interruption.
  func until(_ interruption: Interruption) -> Implementation {
    let postal: Postal = { questions in
      guard interruption.status == nil else {
        return questions.indices.map { $0 == 0 ? .failure(.crashed("interrupted")) : nil }
      }
      return replies(to: questions)
    }
    let implementation = Implementation(
      name, version: version, language: language, claims: claims, operations: operations,
      evaluate: { call throws(CallFailure) in
        if interruption.status != nil { throw .crashed("interrupted") }
        return try evaluate(call)
      }, postal: answersByPost ? postal : nil)
    guard let arrays else { return implementation }
    return implementation.answeringArrays { call, answers throws(CallFailure) in
      if interruption.status != nil { throw .crashed("interrupted") }
      return try arrays(call, answers)
    }
  }
}
