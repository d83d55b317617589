/// What is counted of a function's answers to many inputs; the order of the inputs does not matter.
///
/// Two tallies of different inputs merge into that of both.
public struct SweepTally: Sendable, Equatable, Codable {
  /// An input that is the extreme one in some respect, with what was returned there.
  public struct Extreme: Sendable, Equatable, Codable {
    /// The input's encoding.
    public let bits: UInt64
    /// The answer, as the bits of a double: NaN has no other text in JSON.
    let answerBits: UInt64
    /// How extreme it is, as the bits of a double.
    let sizeBits: UInt64
    /// The place of the input among all by magnitude, which decides between equals.
    let order: UInt64

    /// The answer.
    public var answer: Double { Double(bitPattern: answerBits) }
    /// How extreme it is.
    public var size: Double { Double(bitPattern: sizeBits) }

    init(bits: UInt64, answer: Double, size: Double, order: UInt64) {
      self.bits = bits
      answerBits = answer.bitPattern
      sizeBits = size.bitPattern
      self.order = order
    }

    /// Whether this one takes the other's place as the greater.
    func exceeds(_ other: Extreme?) -> Bool {
      guard let other else { return true }
      return size > other.size || (size == other.size && order < other.order)
    }
  }

  /// The number of inputs.
  public internal(set) var inputs = 0
  /// The number of inputs that falsify the error theorem, or a law of special values.
  public internal(set) var failures = 0
  /// The number of inputs whose bound is too wide to mean anything.
  public internal(set) var vacuous = 0
  /// The number of answers that are not the correctly rounded value.
  public internal(set) var misrounded = 0
  /// The number of answers that are NaN where a number is expected.
  public internal(set) var notNumbers = 0
  /// The number of inputs that are special: zero, infinite, NaN, or outside a function's domain.
  public internal(set) var special = 0
  /// The number of pairs of consecutive inputs whose answers are in the wrong order.
  public internal(set) var disorders = 0
  /// The number of those by more than the claim of monotony allows.
  public internal(set) var disorderFailures = 0
  /// The number of inputs that only the certified reference could decide.
  public internal(set) var escalations = 0
  /// The number of answers by their distance from the correctly rounded value.
  public internal(set) var histogram = StepHistogram()
  /// The input with the largest error divided by its bound.
  public internal(set) var worst: Extreme?
  /// The input with the largest error in units in the last place of the true value.
  public internal(set) var worstUlps: Extreme?
  /// The failing input of the smallest magnitude.
  public internal(set) var simplest: Extreme?
  /// The input of the smallest magnitude whose answer is out of order with the next one's.
  public internal(set) var firstDisorder: Extreme?

  /// Creates the tally of nothing.
  public init() {}

  /// Counts what another tally has counted.
  mutating func merge(_ other: SweepTally) {
    inputs += other.inputs
    failures += other.failures
    vacuous += other.vacuous
    misrounded += other.misrounded
    notNumbers += other.notNumbers
    special += other.special
    disorders += other.disorders
    disorderFailures += other.disorderFailures
    escalations += other.escalations
    histogram.merge(other.histogram)
    if let extreme = other.worst { note(worst: extreme) }
    if let extreme = other.worstUlps { note(worstUlps: extreme) }
    if let extreme = other.simplest { note(simplest: extreme) }
    if let extreme = other.firstDisorder { note(disorder: extreme) }
  }

  mutating func note(worst extreme: Extreme) {
    if extreme.exceeds(worst) { worst = extreme }
  }

  mutating func note(worstUlps extreme: Extreme) {
    if extreme.exceeds(worstUlps) { worstUlps = extreme }
  }

  mutating func note(simplest extreme: Extreme) {
    if extreme.order < simplest?.order ?? .max { simplest = extreme }
  }

  mutating func note(disorder extreme: Extreme) {
    if extreme.order < firstDisorder?.order ?? .max { firstDisorder = extreme }
  }

  /// The largest error divided by its bound.
  public var worstRatio: Double { worst?.size ?? 0 }

  /// Whether the counts are ones that a sweep can make.
  var isWellFormed: Bool {
    let parts = [
      failures, vacuous, special, disorders, disorderFailures, escalations,
    ]
    // An answer to a pair has one entry or two.
    return histogram.isWellFormed && parts.allSatisfy { (0...inputs).contains($0) }
      && [misrounded, notNumbers].allSatisfy { (0...2 * inputs).contains($0) }
  }

  /// Whether a law is falsified.
  public var isFalsified: Bool { failures > 0 || disorderFailures > 0 }
}
