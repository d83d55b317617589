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
    let place = choice { SimplicityOrder.place(of: sample(&$0)) }
    let number = rounded(SimplicityOrder.number(at: place))
    guard accept(number) else { throw Discard() }
    amendLatest(SimplicityOrder.place(of: number))
    return number
  }

  /// Draws a value of a format, finite and at most `limit` in magnitude.
  ///
  /// - Throws: `Discard` when the number is larger or not a number.
  public mutating func real(
    in format: Format, upTo limit: Double, sampling sample: (inout Xoshiro256StarStar) -> Double
  ) throws(Discard) -> Double {
    try real(
      rounding: format.rounded, accepting: { abs($0) <= limit && $0.isFinite }, sampling: sample)
  }
}
