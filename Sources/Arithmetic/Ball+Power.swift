extension Ball {
  /// The power `x^β` of a number that is not negative.
  ///
  /// Exponents 1, 2, 3 and 4 are products, ½ is a square root; otherwise `e^{β log x}`, whose
  /// relative radius is the absolute one of `β log x`: `|β log x|·2^-96.7 + 2^-102` for exact
  /// arguments (`log` relative `1.19·2^-97`, the product `2^-103`, `exp` `2^-102`).
  ///
  /// `x^0` is 1 for every `x`; `0^β` is 0 for a positive exponent and `∞` for a negative one;
  /// `∞^β` is `∞` or 0. A number that is certainly negative has no power, NaN; nothing is known where
  /// the exponent's sign is not and the base may be zero. Of a base that may be zero or less, what is
  /// enclosed is the power of its part that is not negative: between 0 and the power of its upper end.
  public func power(_ exponent: Ball) -> Ball {
    guard !isNaN, !exponent.isNaN else { return Ball(.nan) }
    if exponent.isZero { return 1 }
    guard isReal else { return infinitePower(exponent) }
    guard exponent.isReal else { return .unbounded }
    if isNegative { return Ball(.nan) }
    guard !mayBeZero else { return powerNearZero(exponent) }
    if exponent.isExact, exponent.significand.low == 0, let power = simplePower(exponent.value) {
      return power
    }
    return (exponent * logarithm()).exponential()
  }

  private func simplePower(_ exponent: Double) -> Ball? {
    switch exponent {
    case 1: return self
    case 2: return self * self
    case 3: return self * self * self
    case 4:
      let square = self * self
      return square * square
    case 0.5: return squareRoot()
    default: return nil
    }
  }

  private func infinitePower(_ exponent: Ball) -> Ball {
    guard significand.high > 0 else { return Ball(.nan) }
    return exponent.isPositive ? Ball(.infinity) : exponent.isNegative ? 0 : .unbounded
  }

  private func powerNearZero(_ exponent: Ball) -> Ball {
    if isZero, exponent.isNegative { return Ball(.infinity) }
    guard exponent.isPositive, radius.isFinite else { return .unbounded }
    guard !isZero else { return 0 }
    // A power is increasing, so all are between 0 and that of the upper end.
    let end = Ball.upwards(abs(significand.high) * (1 + 0x1p-52) + radius)
    let top = Ball(DoubleDouble(end), exponent: self.exponent, radius: 0).power(exponent)
    return top.isReal ? Ball(0).widened(by: top) : .unbounded
  }
}
