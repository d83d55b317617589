import SoftmaxFamily

extension Implementation {
  /// The implementation, which answers no call any more after an interruption.
  func until(_ interruption: Interruption) -> Implementation {
    Implementation(
      name, version: version, language: language, claims: claims, operations: operations
    ) { call throws(CallFailure) in
      if interruption.status != nil { throw .crashed("interrupted") }
      return try evaluate(call)
    }
  }
}
