import Arithmetic
import Randomness

extension ChoiceSource {
  /// Draws a real number, recorded by its place in the `SimplicityOrder`.
  ///
  /// When drawing, `sample` gives the number; when replaying, the recorded place does.
  ///
  /// - Throws: `Discard` when `accept` refuses the number.
  public mutating func real(
    accepting accept: (Double) -> Bool, sampling sample: (inout Xoshiro256StarStar) -> Double
  ) throws(Discard) -> Double {
    try real(rounding: { $0 }, accepting: accept, sampling: sample)
  }

  /// Draws a real number that is first rounded to the numbers that can be meant.
  ///
  /// Rounding brings a replayed number, as a shrinker proposes it, into the domain where
  /// that can be done; the rounded number is what is recorded. Rounding what is rounded
  /// must change nothing, or else the record would mean another value.
  ///
  /// - Throws: `Discard` when `accept` refuses the rounded number.
  public mutating func real(
    rounding rounded: (Double) -> Double,
    accepting accept: (Double) -> Bool,
    sampling sample: (inout Xoshiro256StarStar) -> Double
  ) throws(Discard) -> Double {
    if drawsSilently {
      let number = rounded(silently(sample))
      guard accept(number) else { throw Discard() }
      return number
    }
    let place = choice(.real) { SimplicityOrder.place(of: sample(&$0)) }
    let number = rounded(SimplicityOrder.number(at: place))
    guard accept(number) else { throw Discard() }
    amendLatest(SimplicityOrder.place(of: number))
    return number
  }

  /// Draws a value of a format, finite and at most `limit` in magnitude.
  ///
  /// A run that goes through all cases goes through all values of a format of 16 bits.
  ///
  /// - Throws: `Discard` when the number is larger or not a number.
  public mutating func real(
    in format: Format, upTo limit: Double, sampling sample: (inout Xoshiro256StarStar) -> Double
  ) throws(Discard) -> Double {
    let isValue = { (number: Double) in abs(number) <= limit && number.isFinite }
    if format.bitWidth == 16, let bits = enumerated(below: 1 << 16) {
      let number = format.value(bits: bits)
      guard isValue(number) else { throw Discard() }
      record(SimplicityOrder.place(of: number), .real)
      return number
    }
    return try real(rounding: format.rounded, accepting: isValue, sampling: sample)
  }
}

extension ChoiceSource {
  /// Draws a real number spread uniformly from one end of a range to the other.
  ///
  /// - Precondition: the ends and their difference are finite.
  /// - Throws: `Discard` when a replayed number is outside the range.
  public mutating func real(in range: ClosedRange<Double>) throws(Discard) -> Double {
    if drawsSilently {
      return silently { $0.real(from: range.lowerBound, to: range.upperBound) }
    }
    return try real(
      accepting: range.contains,
      sampling: { $0.real(from: range.lowerBound, to: range.upperBound) })
  }
}
