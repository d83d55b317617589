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

  /// Takes the text that a stream is given.
  typealias Stream = @Sendable (String) -> Void

  private let output: Stream
  private let errors: Stream
  private var isColored: Bool
  private let showsProgress: Bool

  /// Creates a terminal of two streams.
  init(
    output: @escaping Stream, errors: @escaping Stream, isColored: Bool = false,
    showsProgress: Bool = false
  ) {
    self.output = output
    self.errors = errors
    self.isColored = isColored
    self.showsProgress = showsProgress
  }

  /// The streams of this process; a stream that is closed early swallows what it is given.
  static var standard: Terminal {
    Terminal(
      output: { try? FileHandle.standardOutput.write(contentsOf: Data($0.utf8)) },
      errors: { try? FileHandle.standardError.write(contentsOf: Data($0.utf8)) },
      isColored: isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil,
      showsProgress: isatty(STDERR_FILENO) == 1)
  }

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
    output(line + "\n")
  }

  /// Writes a line to standard error.
  func complain(_ line: String) {
    clearProgress()
    errors("softmax-laws: \(line)\n")
  }

  /// Shows what is being done, on one line that the next output replaces.
  func progress(_ line: String) {
    guard showsProgress else { return }
    errors("\r\u{1B}[K\(line)")
  }

  private func clearProgress() { progress("") }
}
