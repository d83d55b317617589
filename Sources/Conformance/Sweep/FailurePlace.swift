import SoftmaxFamily

/// Finds the one input of a call at which there is no answer.
struct FailurePlace {
  let shouldStop: () -> Bool

  /// The failure of a call with many inputs, and the one that it happens at.
  ///
  /// Half of them are asked for, then half of those that fail; where the first half is answered it is the second's. So
  /// it costs a process or a time limit for every second question or so. A failure that no input has alone is told of
  /// the whole call. An operation that is not offered for one input, and is for others, is a rejection of that input.
  func failure(
    _ failure: CallFailure, inputs: Range<Int>, describing text: (Int) -> String,
    asking ask: (Range<Int>) -> CallFailure?
  ) -> CallFailure {
    var rest = inputs
    var isAnswered = false
    while rest.count > 1 {
      if shouldStop() { return failure }
      let middle = rest.lowerBound + rest.count / 2
      if ask(rest.lowerBound..<middle) == nil {
        isAnswered = true
        rest = middle..<rest.upperBound
      } else {
        rest = rest.lowerBound..<middle
      }
    }
    if shouldStop() { return failure }
    let input = text(rest.lowerBound)
    guard let alone = ask(rest) else {
      return failure.adding(", in a call of \(inputs.count) inputs; \(input) alone it answers")
    }
    if case .unsupported(let reason) = alone {
      isAnswered = isAnswered || ask(inputs.upperBound - 1..<inputs.upperBound) == nil
      return isAnswered ? .rejected("\(reason), at \(input)") : failure
    }
    return alone.adding(", at \(input)")
  }
}
