import Foundation

/// Standard output and standard error, with colours where a person reads.
struct Terminal: Sendable {
  /// The colours used.
  enum Color: String, Sendable {
    case green = "32"
    case red = "31"
    case yellow = "33"
    case faint = "2"
    case bold = "1"
  }

  private var isColored = isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil
  private let showsProgress = isatty(STDERR_FILENO) == 1

  /// The same terminal, without colours if so asked.
  func plain(_ isPlain: Bool) -> Terminal {
    var terminal = self
    if isPlain { terminal.isColored = false }
    return terminal
  }

  /// The text in a colour, if this is a terminal with colours.
  func colored(_ text: String, _ color: Color) -> String {
    isColored ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Writes a line to standard output.
  func print(_ line: String = "") {
    clearProgress()
    try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
  }

  /// Writes a line to standard error.
  func complain(_ line: String) {
    clearProgress()
    try? FileHandle.standardError.write(contentsOf: Data("softmax-laws: \(line)\n".utf8))
  }

  /// Shows what is being done, on one line that the next output replaces.
  func progress(_ line: String) {
    guard showsProgress else { return }
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(line)".utf8))
  }

  private func clearProgress() { progress("") }
}
