import Arithmetic
import Randomness

/// Generators of single values of a format.
public enum Scalars {
  /// Every finite value: log-uniform by bit pattern, mixed with special values and
  /// integers.
  public static func finite(_ format: Format) -> Generator<Double> {
    Generator { (source) throws(Discard) in
      try source.scalar(of: format, upTo: format.greatestFinite) { $0.finite(format) }
    }
  }

  /// Values of ordinary size: uniform up to a magnitude, mixed with integers, halves and
  /// special points.
  public static func moderate(_ format: Format, magnitude: Double = 16) -> Generator<Double> {
    Generator { (source) throws(Discard) in
      try source.scalar(of: format, upTo: magnitude) { $0.moderate(format, magnitude: magnitude) }
    }
  }

  /// The values at most some units in the last place from a point; the point is the
  /// simplest.
  ///
  /// A neighbour of the greatest finite value may be infinite.
  public static func near(
    _ point: Double, in format: Format, units: Int = 4
  ) -> Generator<Double> {
    precondition(units >= 0, "a number of units is not negative")
    return Generator { source in
      let steps = source.integer(in: -units...units)
      var value = format.rounded(point)
      for _ in 0..<abs(steps) {
        value = steps > 0 ? format.successor(of: value) : format.predecessor(of: value)
      }
      return value
    }
  }

  /// The values of one class of the format.
  public static func inClass(_ numbers: NumberClass, of format: Format) -> Generator<Double> {
    Generator { (source) throws(Discard) in
      try source.real(
        rounding: { numbers.nearest(to: $0, in: format) },
        accepting: { numbers.contains($0, in: format) },
        sampling: { $0.number(in: numbers, of: format) })
    }
  }
}

extension ChoiceSource {
  /// Draws a number, the special value of the screening if there is one.
  fileprivate mutating func scalar(
    of format: Format, upTo limit: Double, sampling sample: (inout Xoshiro256StarStar) -> Double
  ) throws(Discard) -> Double {
    let special = screenedSpecial(of: format, upTo: limit, among: 1)?.value
    return try real(in: format, upTo: limit) { special ?? sample(&$0) }
  }
}
