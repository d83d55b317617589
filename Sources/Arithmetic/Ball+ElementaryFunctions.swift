extension Ball {
  /// The exponential `e^x`.
  ///
  /// Below `-12000` the answer is only known to be positive and under `2^-17300`, smaller
  /// than every format's least number; above `12000` nothing is known. `e^-∞` is 0.
  /// The rounding error is that of `DoubleDouble.exponential()`; a radius `r` of the
  /// argument becomes a relative one of at most `e^r − 1`.
  public func exponential() -> Ball {
    guard isReal else { return significand.high == -.infinity ? 0 : self }
    guard radius.isFinite else { return .unbounded }
    if exponent < -200 {
      let excess = Ball.exponentialExcess(magnitudeBound)
      return Ball(DoubleDouble(1), exponent: 0, radius: excess)
    }
    let power = exponent < 14 ? powerOfTwo(exponent) : .infinity
    let argument = significand.scaled(by: power)
    guard argument.high.magnitude <= DoubleDouble.exponentialLimit else {
      // Either way no number of the ball exceeds -11997, and e^-11997 < 2^-17300.
      let isNarrow = radiusBound <= 1 || radius <= significand.high.magnitude * 0x1p-12
      return argument.high < 0 && isNarrow ? .positive(below: -17_300) : .unbounded
    }
    let spread = Ball.exponentialExcess(radiusBound)
    guard spread.isFinite else { return .unbounded }
    guard !isZero else { return 1 }
    let (significand, exponent) = argument.exponential()
    return Ball(
      significand, exponent: exponent,
      radius: Ball.upwards(
        significand.high * (spread * (1 + 0x1p-100) + DoubleDouble.exponentialError)))
  }

  /// An upper bound of `e^r − 1`.
  static func exponentialExcess(_ r: Double) -> Double {
    // e^r − 1 ≤ r + r² for r ≤ 1.79.
    if r <= 1 { return upwards(r + r * r) }
    guard r <= 700 else { return .infinity }
    let (significand, exponent) = DoubleDouble(r).exponential()
    return significand.high * powerOfTwo(exponent) * (1 + 0x1p-40)
  }

  /// The natural logarithm.
  ///
  /// The logarithm of an exact zero is `-∞`, that of a number certainly negative NaN; nothing
  /// is known of the logarithm of a number that may be zero. A relative radius `ρ`
  /// of the argument becomes an absolute one of at most `ρ/(1 − ρ)`.
  public func logarithm() -> Ball {
    guard isReal else { return significand.high == .infinity ? self : Ball(.nan) }
    if isZero { return Ball(-.infinity) }
    guard !mayBeZero else { return .unbounded }
    guard significand.high > 0 else { return Ball(.nan) }
    let logarithm = significand.logarithm(exponent: exponent)
    let spread = radius / (significand.high * (1 - 0x1p-52) - radius)
    return Ball(
      logarithm, exponent: 0,
      radius: Ball.upwards(
        Ball.upwards(spread) + DoubleDouble.logarithmError(of: logarithm.high)))
  }

  /// The logarithm `log(1 + x)`, accurate relative to itself near zero.
  ///
  /// Under `2^-110` the answer is `x` itself, with a relative error of at most `|x|`.
  public func logarithmOfOnePlus() -> Ball {
    guard isReal, !isZero else { return isReal ? self : (1 + self).logarithm() }
    guard exponent < -6, radiusBound < 0x1p-6 else { return (1 + self).logarithm() }
    // The derivative 1/(1 + x) is at most 1/(1 - 2^-6 - 2^-6).
    let spread = radius * (1 + 0x1p-4)
    if exponent < -110 {
      let error = powerOfTwo(max(exponent, -900) + 2)
      return Ball(significand, exponent: exponent, radius: Ball.upwards(spread + error))
    }
    let x = significand.scaled(by: powerOfTwo(exponent))
    let logarithm = x.logarithmOfOnePlus()
    let scale = powerOfTwo(-exponent)
    return Ball(
      logarithm.scaled(by: scale), exponent: exponent,
      radius: Ball.upwards(
        spread + logarithm.high.magnitude * scale * DoubleDouble.logarithmOfOnePlusError))
  }
}
