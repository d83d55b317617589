import SoftmaxFamily

/// Finds the one input of a call at which there is no answer.
struct FailurePlace {
  let shouldStop: () -> Bool

  /// The failure of a call with many inputs, and the one that it happens at.
  ///
  /// Half of them are asked for, then half of those that fail; where the first half is answered it is the second's. So
  /// it costs a process or a time limit for every second question or so. A failure that no input has alone is told of
  /// the whole call. One of the operation as such, and one after an interruption, is nobody's.
  func failure(
    _ failure: CallFailure, inputs: Range<Int>, describing text: (Int) -> String,
    asking ask: (Range<Int>) -> CallFailure?
  ) -> CallFailure {
    if case .unsupported = failure { return failure }
    var rest = inputs
    while rest.count > 1 {
      if shouldStop() { return failure }
      let middle = rest.lowerBound + rest.count / 2
      rest =
        ask(rest.lowerBound..<middle) == nil
        ? middle..<rest.upperBound : rest.lowerBound..<middle
    }
    if shouldStop() { return failure }
    let input = text(rest.lowerBound)
    guard let alone = ask(rest) else {
      return failure.adding(", in a call of \(inputs.count) inputs; \(input) alone it answers")
    }
    return alone.adding(", at \(input)")
  }
}
