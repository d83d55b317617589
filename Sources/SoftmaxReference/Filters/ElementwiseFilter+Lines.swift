import SoftmaxFamily

/// A function between two numbers as a line, with a bound on its error.
public struct EnclosedLine: Sendable {
  /// Where the line begins.
  let start: Double
  /// Its value there.
  let value: Double
  /// Its slope.
  let slope: Double
  /// The largest distance of the function from `value + slope·(x − start)`, as that is computed.
  public let error: Double

  /// The line's value at a number.
  public func callAsFunction(_ x: Double) -> Double { value + slope * (x - start) }
}

extension ElementwiseFilter {
  /// The line through a function's values at two numbers of one sign; `nil` where it is not accepted.
  ///
  /// Between `a` and `b`, `w` apart, a function differs from the line through its values by at most `w²/8` times the
  /// greatest second derivative. The two values are known to `2^-48`, and so is any value between
  /// them. Of the slope's computation, of the product and of the sum there are five roundings of numbers of at most the
  /// values' magnitude, where both values have one sign: `2^-50`. For numbers of 24 bits within one or two
  /// binades `x − a` is exact.
  public func line(from a: Double, to b: Double) -> EnclosedLine? {
    guard accepts(a), accepts(b), a != b, let curvature = curvature(from: a, to: b) else {
      return nil
    }
    let (first, last) = (value(a), value(b))
    guard first.sign == last.sign, first != 0, last != 0 else { return nil }
    let width = b - a
    let size = max(abs(first), abs(last))
    let deviation = curvature * width * width / 8
    return EnclosedLine(
      start: a, value: first, slope: (last - first) / width,
      error: deviation * (1 + 0x1p-40) + size * 0x1p-47)
  }

  /// An upper bound of the magnitude of the second derivative between two numbers of one sign.
  ///
  /// - Softplus: `σ′ ≤ min(¼, e^{−|x|})`.
  /// - The sigmoid: `|σ″| = σ′|1 − 2σ| ≤ min(0.0963, e^{−|x|}, |x|/8)`, as `σ″(0) = 0` and `|σ‴| ≤ 1/8`.
  /// - Its slope: `|σ‴| = σ′|1 − 6σ′| ≤ min(1/8, e^{−|x|})`, as `0 ≤ 6σ′ ≤ 3/2`.
  ///
  /// The logit bends too much, relative to the width of a block, for lines to be of use.
  private func curvature(from a: Double, to b: Double) -> Double? {
    let (near, far) = (min(abs(a), abs(b)), max(abs(a), abs(b)))
    let argument = min(near, FilterArithmetic.greatestArgument)
    let tail = FilterArithmetic.exponential(minus: argument) * (1 + 0x1p-40)
    return switch function {
    case .logit: nil
    case .sigmoid, .softplusDerivative: min(0.0963, tail, far / 8)
    case .sigmoidDerivative: min(0.125, tail)
    case .softplus, .logSigmoid, .lossOfZero, .lossOfOne: min(0.25, tail)
    }
  }
}
