import Foundation

extension ChildProcess {
  /// Sends a request, without waiting, as far as the program takes it.
  ///
  /// The rest goes while messages are awaited.
  ///
  /// - Returns: How many bytes will have been taken when the whole request is.
  mutating func post(_ request: [UInt8]) -> Int {
    if unsent.isEmpty { unsent = request[...] } else { unsent += request }
    return taken + unsent.count
  }

  /// Waits for the next message, sending and reading all there is meanwhile.
  ///
  /// Nothing waits for the program but `poll(2)`, which has a deadline, so the program
  /// cannot block this side by not reading or by writing without end.
  ///
  /// - Throws: `Breakdown` where the program ends, stays silent until the deadline, closes
  ///   its standard output or sends a message longer than `limit`.
  mutating func message(
    noLongerThan limit: Int, until deadline: ContinuousClock.Instant,
    log: inout BoundedText
  ) throws(Breakdown) -> [UInt8] {
    reader.limit = limit
    while true {
      if let message = reader.takeMessage() { return message }
      if reader.isOverlong {
        throw .broken("a line is longer than \(limit) bytes, more than the answer can need")
      }
      if end == nil { throw ended() }
      if output == nil {
        if waitForEnd(within: closing, log: &log) { throw ended() }
        throw .broken("the program closed its standard output and did not end")
      }
      guard transfer(until: deadline, log: &log) else { throw .silent }
    }
  }

  /// Waits until the process has ended, reading what it says meanwhile.
  ///
  /// - Returns: Whether it ended in time.
  mutating func waitForEnd(within time: Duration, log: inout BoundedText) -> Bool {
    let deadline = ContinuousClock.now + time
    while end != nil {
      guard transfer(until: deadline, log: &log) else { return false }
    }
    return true
  }

  /// Says that the conversation is over, and closes standard input.
  mutating func sayBye() {
    // A program that does not even read this finds the end of its input.
    _ = input?.write(Request.bye[...])
    input = nil
    unsent = []
  }

  /// How the process ended, with the last thing it said.
  private mutating func ended() -> Breakdown {
    let middle = reader.isInMessage ? " in the middle of a line" : ""
    return .ended("ended\(middle) with \(finish())" + lastWords)
  }

  /// The last line on standard error, as an appendix to a message.
  private var lastWords: String {
    lastErrors.lastLine.map { ", its last words \(excerpt($0))" } ?? ""
  }

  /// Waits until something can be moved, and moves it.
  ///
  /// - Returns: Whether the deadline has not passed.
  private mutating func transfer(
    until deadline: ContinuousClock.Instant, log: inout BoundedText
  ) -> Bool {
    let remaining = deadline - .now
    guard remaining > .zero else { return false }
    var events = [
      pollfd(fd: unsent.isEmpty ? -1 : input.number, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: output.number, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors.number, events: Int16(POLLIN), revents: 0),
      pollfd(fd: end.number, events: Int16(POLLIN), revents: 0),
    ]
    let milliseconds = min((remaining / .milliseconds(1)).rounded(.up), Double(Int32.max))
    guard poll(&events, nfds_t(events.count), Int32(milliseconds)) > 0 else { return true }
    if events[0].revents != 0 { send() }
    if events[1].revents != 0 { receiveOutput(log: &log) }
    if events[2].revents != 0 { receiveErrors(log: &log) }
    if events[3].revents != 0 {
      // What was written before the end is still in the pipes, which hold 1 MiB at
      // most; more comes from programs that were left behind.
      for _ in 0..<16 where !receiveOutput(log: &log) { break }
      for _ in 0..<16 where !receiveErrors(log: &log) { break }
      end = nil
    }
    return true
  }

  private mutating func send() {
    switch input?.write(unsent) {
    case .moved(let count):
      taken += count
      unsent = unsent.dropFirst(count)
    case .wouldBlock: break
    case .closed, nil:
      // A program that does not read may answer all the same.
      taken += unsent.count
      unsent = []
    }
  }

  /// Reads from standard output once.
  ///
  /// - Returns: Whether there may be more.
  @discardableResult
  private mutating func receiveOutput(log: inout BoundedText) -> Bool {
    switch output?.read(into: &buffer) {
    case .moved(let count):
      reader.append(buffer[..<count]) { log.append($0) }
      return !reader.isOverlong
    case .wouldBlock: return false
    case .closed, nil:
      output = nil
      return false
    }
  }

  /// Reads from standard error once.
  ///
  /// - Returns: Whether there may be more.
  @discardableResult
  private mutating func receiveErrors(log: inout BoundedText) -> Bool {
    switch errors?.read(into: &buffer) {
    case .moved(let count):
      log.append(buffer[..<count])
      lastErrors.append(buffer[..<count])
      return true
    case .wouldBlock: return false
    case .closed, nil:
      errors = nil
      return false
    }
  }
}

/// Why a conversation with a program is over.
enum Breakdown: Error, Equatable {
  /// The program ended; how.
  case ended(String)
  /// The program did not answer in time.
  case silent
  /// The program broke the protocol; how.
  case broken(String)
}
