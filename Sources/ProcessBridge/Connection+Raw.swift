import SoftmaxFamily

/// Calls whose numbers go through a file.
extension Connection {
  /// Answers a call whose numbers lie in arrays.
  ///
  /// What comes back is copied before anybody looks at it: the other process may write to the file at any time.
  ///
  /// - Returns: Whether the program takes such a call; if not, nothing was asked.
  mutating func evaluate(
    _ call: ArrayCall, into answers: UnsafeMutableBufferPointer<Float>
  ) throws(CallFailure) -> Bool {
    guard takesRawNumbers, let raw = RawCall(call), raw.resultCount == answers.count else {
      return false
    }
    try startAgainIfNeeded()
    guard file >= 0 else { return false }
    let limit = limits.timeLimit(numbers: raw.argumentCount + raw.resultCount)
    let refusal: CallFailure?
    do throws(Breakdown) {
      try send(call, raw)
      let response = try ask(
        noLongerThan: Limits.longestLine(numbers: 0, rows: 0), until: .now + limit
      ) { raw.request(id: $0) }
      refusal = try response.refusal(of: raw)
      if refusal == nil { try receive(raw, answers) }
    } catch {
      child = nil
      throw CallFailure(error, limit: limit)
    }
    if let refusal { throw refusal }
    return true
  }

  /// The number of the file, or −1.
  private var file: Int32 {
    switch child {
    case .some(let child): child.numbers.number
    case .none: -1
    }
  }

  private func send(_ call: ArrayCall, _ raw: RawCall) throws(Breakdown) {
    let file = file
    for (argument, place) in zip(call.arguments, raw.places) {
      let isWritten = RawNumbers.withBytes(of: argument.values, in: call.format) {
        NumberFile.write($0, to: file, at: place)
      }
      guard isWritten else { throw .broken("the numbers cannot be written") }
    }
  }

  private func receive(
    _ raw: RawCall, _ answers: UnsafeMutableBufferPointer<Float>
  ) throws(Breakdown) {
    let file = file
    let isRead = RawNumbers.read(answers, in: raw.format) {
      NumberFile.read($0, from: file, at: raw.resultPlace)
    }
    guard isRead else { throw .broken("the numbers cannot be read") }
  }
}

extension Response {
  /// Why there are no numbers in the file; `nil` if they are there.
  fileprivate func refusal(of call: RawCall) throws(Breakdown) -> CallFailure? {
    if let error { return .rejected(error) }
    if let unsupported { return .unsupported(unsupported) }
    if let malformed { return .malformed(malformed) }
    guard raw == call.resultCount, shape == call.resultShape else {
      throw .broken("the answer to raw numbers has others than were asked for")
    }
    return nil
  }
}
