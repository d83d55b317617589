/// Two doubles between which a number lies.
public struct Enclosure: Sendable, Equatable {
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double

  /// Creates the enclosure between two numbers.
  ///
  /// - Precondition: the first is not the greater.
  public init(_ low: Double, _ high: Double) {
    precondition(low <= high, "the ends of an enclosure are in order")
    self.low = low
    self.high = high
  }

  /// Creates the enclosure of a number known to a relative error.
  ///
  /// Multiplying and adding round the ends by at most `2^-53` of the value each.
  init(_ value: Double, relativeError: Double) {
    let reach = abs(value) * (relativeError + 0x1p-51)
    self.init(value - reach, value + reach)
  }

  /// The enclosure with room on both sides.
  func widened(by reach: Double) -> Enclosure { Enclosure(low - reach, high + reach) }

  /// The number in the middle.
  public var middle: Double { low / 2 + high / 2 }

  /// The least enclosure of two.
  func union(_ other: Enclosure) -> Enclosure {
    Enclosure(min(low, other.low), max(high, other.high))
  }

  /// The negated numbers.
  static prefix func - (x: Enclosure) -> Enclosure { Enclosure(-x.high, -x.low) }

  /// The least magnitude; zero where the sign is not certain.
  public var leastMagnitude: Double { low > 0 ? low : high < 0 ? -high : 0 }

  /// The greatest magnitude.
  public var greatestMagnitude: Double { max(abs(low), abs(high)) }
}
