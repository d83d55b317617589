import Foundation

/// Takes the standard input of a server apart into lines.
///
/// A line longer than the limit is skipped without being stored, and said to be so.
struct RequestReader: ~Copyable {
  /// A line without its end.
  enum Line: Equatable {
    case request([UInt8])
    /// It was longer than the limit.
    case overlong
  }

  private let input: Int32
  private let limit: Int
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var rest: ArraySlice<UInt8> = []
  private var isAtEnd = false

  /// Creates a reader of a descriptor that stays open and belongs to someone else.
  init(_ input: Int32, limit: Int = 1 << 30) {
    self.input = input
    self.limit = limit
  }

  /// Waits for the next line; `nil` at the end of the input.
  ///
  /// What comes before the end of the input without the end of a line is a line too.
  mutating func next() -> Line? {
    var line: [UInt8] = []
    var isOverlong = false
    while true {
      let end = rest.firstIndex(of: 0x0a)
      let part = rest[..<(end ?? rest.endIndex)]
      if line.count + part.count > limit { isOverlong = true }
      if isOverlong { line = [] } else { line += part }
      if let end {
        rest = rest[(end + 1)...]
        return isOverlong ? .overlong : .request(line)
      }
      guard fill() else {
        if isOverlong { return .overlong }
        return line.isEmpty ? nil : .request(line)
      }
    }
  }

  /// Reads what comes next.
  ///
  /// - Returns: Whether there was anything.
  private mutating func fill() -> Bool {
    rest = []
    guard !isAtEnd else { return false }
    var count = -1
    repeat {
      count = buffer.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
    } while count == -1 && errno == EINTR
    guard count > 0 else {
      isAtEnd = true
      return false
    }
    rest = buffer[..<count]
    return true
  }
}
