import Foundation

/// Takes the standard output of a program apart: messages of the protocol, and log.
///
/// A message is a line that begins with the sentinel. Any other line is log, which is
/// passed on as it comes and never stored here, however long it is.
struct LineReader {
  /// What every message begins with.
  static let sentinel = Array("@softmax-laws ".utf8)

  /// The greatest length of a message; a longer one is refused before it is stored.
  var limit = 0
  /// How many messages are awaited.
  ///
  /// One more is stored, to say what it is, and no further one.
  var awaited = 0
  /// The messages that have come and were not taken, in order.
  private(set) var messages: [[UInt8]] = []
  /// Whether a message was refused for its length.
  private(set) var isOverlong = false
  /// Whether the last line is a message that has not ended.
  var isInMessage: Bool { state == .message || (state == .start && !line.isEmpty) }

  private enum State { case start, message, log }
  private var state = State.start
  private var line: [UInt8] = []

  /// Takes the first message.
  mutating func takeMessage() -> [UInt8]? { messages.isEmpty ? nil : messages.removeFirst() }

  /// Takes bytes as they come, and gives log to `log`.
  mutating func append(_ bytes: ArraySlice<UInt8>, log: (ArraySlice<UInt8>) -> Void) {
    var rest = bytes
    while !rest.isEmpty && !isOverlong {
      switch state {
      case .start: begin(&rest, log: log)
      case .message: continueMessage(&rest)
      case .log: continueLog(&rest, log: log)
      }
    }
  }

  /// Compares the beginning of a line with the sentinel, byte by byte.
  private mutating func begin(_ rest: inout ArraySlice<UInt8>, log: (ArraySlice<UInt8>) -> Void) {
    while let byte = rest.first {
      guard byte == Self.sentinel[line.count] else {
        log(line[...])
        line.removeAll(keepingCapacity: true)
        state = .log
        return
      }
      line.append(byte)
      rest.removeFirst()
      if line.count == Self.sentinel.count {
        line.removeAll(keepingCapacity: true)
        state = .message
        return
      }
    }
  }

  private mutating func continueMessage(_ rest: inout ArraySlice<UInt8>) {
    let end = rest.firstNewline
    guard line.count + (end ?? rest.endIndex) - rest.startIndex <= limit else {
      isOverlong = true
      return
    }
    line += rest[..<(end ?? rest.endIndex)]
    guard let end else {
      rest = []
      return
    }
    rest = rest[(end + 1)...]
    if messages.count <= awaited { messages.append(line) }
    line = []
    state = .start
  }

  private mutating func continueLog(
    _ rest: inout ArraySlice<UInt8>, log: (ArraySlice<UInt8>) -> Void
  ) {
    let end = rest.firstNewline.map { $0 + 1 }
    log(rest[..<(end ?? rest.endIndex)])
    rest = rest[(end ?? rest.endIndex)...]
    if end != nil { state = .start }
  }
}

extension ArraySlice<UInt8> {
  /// The index of the first line feed.
  fileprivate var firstNewline: Int? {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let found = memchr(base, 0x0a, bytes.count) else {
        return nil
      }
      return startIndex + base.distance(to: UnsafeRawPointer(found))
    }
  }
}
