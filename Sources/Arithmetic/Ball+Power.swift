extension Ball {
  /// The power `x^β` of a number that is not negative.
  ///
  /// Exponents 1, 2, 3 and 4 are products, ½ is a square root. Otherwise, with `x = m·2^k` and `m` in
  /// `[√½, √2)`, it is `2^N e^{f ln 2 + β log m}`, where `kβ = N + f` and `|f| ≤ ½`: so a great exponent of
  /// the base costs nothing. For exact arguments the relative radius is at most `|β|·2^-101.4 + 2^-101`
  /// (`log m` is within `19u²` and `9u²` of itself, its product with `β` within `8u²` of itself, `f ln 2`
  /// within `2^-103`, `exp` within `2^-102`), under `2^-92` up to `|β| = 500`. A radius `r` of the
  /// exponent adds `r|log x|`, a relative one `ρ` of the base `|β|ρ/(1 − ρ)`.
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
    return reducedPower(exponent) ?? (exponent * logarithm()).exponential()
  }

  /// `2^N e^{f ln 2 + β log m}`, if `N` is no greater than the exponent of a result may be.
  private func reducedPower(_ exponent: Ball) -> Ball? {
    let halve = significand.high > 0x1.6a09e667f3bcdp0
    let k = halve ? self.exponent + 1 : self.exponent
    guard k != 0 else { return nil }
    let product = Ball(Double(k)) * exponent
    let whole = product.value.rounded()
    guard abs(whole) < 0x1p30 else { return nil }
    let mantissa = Ball(unchecked: significand, exponent: self.exponent - k, radius: radius)
    let argument = (product - Ball(whole)) * .logarithmOfTwo + exponent * mantissa.logarithm()
    return argument.exponential().scaled(byPowerOfTwo: Int(whole))
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
