public import Randomness

/// Where a generator's choices come from: a seeded stream, or a recorded list.
///
/// Whatever is drawn is recorded as a list of numbers in which a smaller number is a
/// simpler choice. A list in a shorter or lexicographically smaller form therefore
/// gives a simpler value, and a shrinker needs to know nothing about generators.
///
/// A replayed list that is too short continues with zeros, the simplest choices; a
/// number past the last choice is clamped to it and recorded clamped; numbers that
/// nobody asks for are ignored.
public struct ChoiceSource: Sendable {
  enum Origin: Sendable {
    /// The stream of a seed.
    case stream
    /// Recorded choices.
    case choices([UInt64])
    /// Recorded values.
    case values([DrawnValue])
    /// All combinations of choices, one after the other.
    case odometer
  }

  /// Everything drawn so far: replaying it reproduces the value exactly.
  ///
  /// Empty while a run goes through its cases: those are drawn again where their choices
  /// matter.
  public private(set) var choices: [UInt64] = []

  /// The labels given to the case, in the order of `PropertyRun`.
  private(set) var labels: [String] = []

  /// What the choices decide; kept only where somebody is going to look.
  private(set) var trace = Trace()

  /// The case of the screening that is drawn, or `nil`.
  private var screening: Screening.Row?
  private var firstScreening: Screening.Row?

  /// Whether a recorded value was of another kind than what was asked for.
  private(set) var isMisfit = false

  var odometer = Odometer()
  let origin: Origin
  /// Whether nothing is recorded, so that a sampled value may be used as it is.
  let drawsSilently: Bool
  private let isTracing: Bool
  private var seed: UInt64
  private var random: Xoshiro256StarStar

  /// Creates a source that draws from the stream of a seed.
  public init(seed: UInt64) { self.init(seed: seed, isSilent: false) }

  /// Creates a source that replays recorded choices.
  public init(replaying choices: [UInt64]) { self.init(.choices(choices), isTracing: false) }

  /// Creates a source that replays recorded values.
  public init(replayingValues values: [DrawnValue]) {
    self.init(.values(values), isTracing: true)
  }

  /// Creates a source that draws, and records what it draws unless it is silent.
  init(seed: UInt64, isSilent: Bool) {
    self.seed = seed
    drawsSilently = isSilent
    isTracing = false
    origin = .stream
    random = Xoshiro256StarStar(seed: seed)
  }

  /// Creates a source that records and does not draw.
  init(_ origin: Origin, isTracing: Bool) {
    self.origin = origin
    self.isTracing = isTracing
    drawsSilently = false
    seed = 0
    random = Xoshiro256StarStar(seed: 0)
  }

  /// Begins another stream in the storage of this one.
  ///
  /// - Precondition: the source draws.
  mutating func restart(seed: UInt64, screening: Screening.Row? = nil) {
    precondition(isDrawing, "a replay has no seed")
    random = Xoshiro256StarStar(seed: seed)
    self.seed = seed
    self.screening = screening
    firstScreening = screening
    choices.removeAll(keepingCapacity: true)
    labels.removeAll(keepingCapacity: true)
  }

  /// A source that draws or replays the same again, from the beginning, and records it.
  public var rewound: ChoiceSource {
    guard isDrawing else {
      var again = ChoiceSource(origin, isTracing: isTracing)
      again.odometer = odometer.rewound
      return again
    }
    var again = ChoiceSource(seed: seed)
    again.screening = firstScreening
    return again
  }

  /// Whether the source draws or replays from the beginning what another does.
  public func begins(like other: ChoiceSource) -> Bool {
    switch (origin, other.origin) {
    case (.stream, .stream):
      seed == other.seed && firstScreening == other.firstScreening
    case (.choices(let mine), .choices(let others)): mine == others
    case (.odometer, .odometer): odometer.shows(like: other.odometer)
    default: false
    }
  }

  /// Whether values are drawn from a stream, and not replayed or gone through.
  var isDrawing: Bool {
    if case .stream = origin { true } else { false }
  }

  /// Makes one choice, drawn by `draw` or replayed.
  mutating func choice(
    _ kind: @autoclosure () -> ChoiceKind, drawing draw: (inout Xoshiro256StarStar) -> UInt64
  ) -> UInt64 {
    drawsSilently ? draw(&random) : recordedChoice(kind(), drawing: draw)
  }

  private mutating func recordedChoice(
    _ kind: ChoiceKind, drawing draw: (inout Xoshiro256StarStar) -> UInt64
  ) -> UInt64 {
    let choice: UInt64
    switch origin {
    case .stream: choice = draw(&random)
    case .choices(let list):
      choice = choices.count < list.count ? min(list[choices.count], kind.last) : 0
    case .values(let values): choice = place(in: values, kind)
    case .odometer: choice = digit(of: kind)
    }
    record(choice, kind)
    return choice
  }

  /// Records a choice that was made.
  mutating func record(_ choice: UInt64, _ kind: ChoiceKind) {
    choices.append(choice)
    if isTracing { trace.append(kind) }
  }

  /// Whether all cases are gone through.
  var isEnumerating: Bool {
    if case .odometer = origin { true } else { false }
  }

  /// One of so many numbers, if all cases are gone through.
  mutating func enumerated(below count: UInt64) -> UInt64? {
    isEnumerating ? odometer.digit(below: count) : nil
  }

  private mutating func place(in values: [DrawnValue], _ kind: ChoiceKind) -> UInt64 {
    guard choices.count < values.count, let place = values[choices.count].place(as: kind) else {
      isMisfit = true
      return 0
    }
    return place
  }

  private mutating func digit(of kind: ChoiceKind) -> UInt64 {
    guard kind.last < 1 << 32 else {
      odometer.giveUp()
      return 0
    }
    return odometer.digit(below: kind.last + 1)
  }

  /// Replaces the latest choice by the form that a generator made of it.
  mutating func amendLatest(_ choice: UInt64) { choices[choices.count - 1] = choice }

  /// Samples something without recording it; nil when replaying.
  ///
  /// What comes out may only steer what later choices sample, as when the shape of a
  /// vector steers its entries: a replay has the entries and needs no shape.
  public mutating func unrecorded<Hint>(
    _ sample: (inout Xoshiro256StarStar) -> Hint
  ) -> Hint? {
    isDrawing ? sample(&random) : nil
  }

  /// Whether the case is one of the screening's.
  var isScreening: Bool { screening != nil }

  /// The row of the screening, or `nil`.
  var screeningRow: Screening.Row? { screening }

  /// Asks the row of the screening for something.
  mutating func withScreening<Value>(_ body: (inout Screening.Row) -> Value?) -> Value? {
    guard var row = screening else { return nil }
    defer { screening = row }
    return body(&row)
  }

  /// Samples something for a value that nobody is going to replay.
  mutating func silently<Value>(_ sample: (inout Xoshiro256StarStar) -> Value) -> Value {
    sample(&random)
  }

  /// Forgets the choices made since there were `count` of them.
  ///
  /// Returns false when replaying, where the same choices would only come again.
  mutating func retract(to count: Int) -> Bool {
    guard isDrawing else { return false }
    choices.removeLast(choices.count - count)
    return true
  }

  /// Marks the choices of a value, so that a shrinker can move or drop them as one.
  mutating func span<Value>(
    _ label: SpanLabel, _ body: (inout ChoiceSource) throws(Discard) -> Value
  ) throws(Discard) -> Value {
    guard isTracing else { return try body(&self) }
    trace.open(label)
    defer { trace.close() }
    return try body(&self)
  }

  /// Gives the case a label, if a condition holds: the run counts how many cases have it.
  public mutating func label(_ label: String, if condition: Bool = true) {
    if condition, !labels.contains(label) { labels.append(label) }
  }
}
