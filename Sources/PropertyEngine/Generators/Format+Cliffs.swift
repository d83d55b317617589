import Arithmetic

/// The gaps between logits at which an exponential changes its nature.
extension Format {
  /// Beyond `p ln 2` a term is absorbed by a sum of one.
  var absorbedGap: Double { Double(precision) * SteadyMath.logarithmOfTwo }

  /// Beyond `ln(1/N)` an exponential is subnormal.
  var subnormalGap: Double { Double(-leastExponent) * SteadyMath.logarithmOfTwo }

  /// Beyond `ln(1/η)`, and half a unit more, an exponential is zero.
  var vanishingGap: Double {
    Double(precision - 1 - leastExponent) * SteadyMath.logarithmOfTwo
  }

  /// From about `ln Ω` on, an exponential that is not shifted overflows.
  var overflowGap: Double { Double(greatestExponent + 1) * SteadyMath.logarithmOfTwo }

  /// The nearest value that is finite.
  func finite(_ x: Double) -> Double {
    min(max(rounded(x), -greatestFinite), greatestFinite)
  }
}
