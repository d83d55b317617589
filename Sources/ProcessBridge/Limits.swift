/// How long a program may take, and how often it is started again.
public struct Limits: Sendable, Equatable {
  /// The time from the start of the program to its hello and its last echo.
  public var startUp: Duration
  /// The time for a call, to which 1 % is added for every thousand numbers asked or answered.
  public var call: Duration
  /// The time between the end of the conversation and the end of the program.
  public var closing: Duration
  /// How often the program is started again after a crash, a hang or a broken protocol.
  ///
  /// A start that serves to find the row that does it counts no more than the breakdown itself.
  public var restarts: Int

  /// Creates limits; the defaults leave room for a library that takes a minute to load.
  public init(
    startUp: Duration = .seconds(60), call: Duration = .seconds(10),
    closing: Duration = .seconds(2), restarts: Int = 20
  ) {
    self.startUp = startUp
    self.call = call
    self.closing = closing
    self.restarts = restarts
  }

  /// The time for a call of so many numbers, arguments and result together.
  func timeLimit(numbers: Int) -> Duration { call * (1 + Double(numbers) / 100_000) }

  /// The length of the longest line that a reply of so many numbers can need.
  ///
  /// A number is at most 16 digits, in the widest format; the rest is room for messages:
  /// a long one, and a short one for each row.
  static func longestLine(numbers: Int, rows: Int) -> Int { 16 * numbers + 256 * rows + 65_536 }

  /// The most numbers that the arguments of several questions in one call have.
  static let mostNumbers = 1 << 16

  /// The length of the longest hello.
  static let longestHello = 1 << 20
}

extension Duration {
  /// The number of seconds with its unit, as in `0.3 s`, rounded to what one cares for.
  var text: String {
    let parts: Double = self < .seconds(1) ? 1000 : 10
    let seconds = (self / .seconds(1) * parts).rounded() / parts
    return Int(exactly: seconds).map { "\($0) s" } ?? "\(seconds) s"
  }
}
