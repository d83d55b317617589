import Synchronization

extension WideBall {
  /// The greatest binary exponent of an argument whose exponential is worked out.
  private static let largestArgument = 40

  /// The exponential `e^x`.
  ///
  /// `x = k ln 2 + r` with `0 ≤ r < ln 2`; the Taylor series of `r/2^s`, squared `s` times. In
  /// units of `2^-V`: a term is the one before times `r/2^s`, cut, over `n`, cut: at most 2 units
  /// off if the one before is, since `r/2^s < 1/8`. The series ends with a term of zero units, so
  /// that the rest is less than 3. Squaring `y ± e` leaves an error of `2ye + e² + 1`. An error
  /// `δ` of `r` moves `e^r` by at most `4δ` for `δ ≤ ½`, as `e^r < 2`.
  ///
  /// Of an argument below `-2^40` a number between 0 and `2^-2^32` is given; above `2^40` nothing is known.
  public func exponential() -> WideBall {
    guard isBounded, top <= WideBall.largestArgument else {
      guard isBounded, isNegative, (midpoint + reach + 0x1_0000_0000).isNegative else {
        return .unknown
      }
      return WideBall(
        isNegative: false, Natural(0), error: Natural(1), exponent: -(1 << 32),
        precision: precision, leaning: 1)
    }
    guard !isZero else { return 1 }
    // Where the argument is hardly known, both of its ends are more precise than a derivative.
    guard reach.top <= -8 else {
      let (value, end) = (midpoint.exponential(), (midpoint + reach).exponential())
      return value.widened(by: end - value)
    }
    let bits = max(precision, 64) + 64 + max(0, top)
    guard let x = units(bits: bits) else { return .unknown }
    let logarithm = WideBall.logarithmOfTwo(bits: bits)
    var (k, r) = x.magnitude.dividedBy(logarithm.units)
    var count = Int(k.lowestLimb)
    if isNegative, !r.isZero {
      r = logarithm.units - r
      count += 1
    }
    k = Natural(UInt64(count))
    let power = WideBall.exponential(ofUnits: r, bits: bits)
    let spread = (x.error + k * logarithm.error + logarithm.error) << (power.bits - bits + 2)
    return WideBall(
      isNegative: false, power.value, error: power.error + spread,
      exponent: (isNegative ? -count : count) - power.bits, precision: precision)
  }

  /// `e^r` for `0 ≤ r ≤ ln 2` in units of `2^-bits`, in units of another, smaller size.
  private static func exponential(
    ofUnits r: Natural, bits: Int
  ) -> (value: Natural, error: Natural, bits: Int) {
    var halvings = 4
    while halvings * halvings < bits { halvings += 1 }
    // Squaring multiplies the error by less than 2^(2s).
    let fine = bits + 2 * halvings
    let argument = r << halvings
    let one = Natural.powerOfTwo(fine)
    var (term, sum, n) = (one, one, UInt64(0))
    while !term.isZero {
      n += 1
      term = ((term * argument) >> fine).dividedBy(n).quotient
      sum = sum + term
    }
    var error = Natural(2 * n + 3)
    for _ in 0..<halvings {
      error = ((((sum * error) << 1) + error * error) >> fine) + Natural(2)
      sum = (sum * sum) >> fine
    }
    return (sum, error, fine)
  }

  /// `ln 2 = 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749)` in units of `2^-bits`.
  ///
  /// Størmer's formula; `(27/25)^9 (4801/4800)… = 2` in whole numbers.
  static func logarithmOfTwo(bits: Int) -> (units: Natural, error: Natural) {
    if let known = knownLogarithms.withLock({ $0[bits] }) { return known }
    let logarithm = seriesOfLogarithmOfTwo(bits: bits)
    knownLogarithms.withLock { known in
      // Of all that is ever asked for only so many are kept.
      if known.count == 64 { known = [:] }
      known[bits] = logarithm
    }
    return logarithm
  }

  /// What was worked out already: every exponential and most logarithms ask for it.
  private static let knownLogarithms = Mutex<[Int: (units: Natural, error: Natural)]>([:])

  private static func seriesOfLogarithmOfTwo(bits: Int) -> (units: Natural, error: Natural) {
    let (a, b, c) = (
      inverseHyperbolicTangent(1, over: 26, bits: bits),
      inverseHyperbolicTangent(1, over: 4801, bits: bits),
      inverseHyperbolicTangent(1, over: 8749, bits: bits)
    )
    let units = a.units * Natural(18) + c.units * Natural(8) - b.units * Natural(2)
    return (units, Natural(18 * a.error + 8 * c.error + 2 * b.error))
  }

  /// `artanh(1/n) = Σ n^-(2j+1)/(2j+1)`: two cuts a term, and less than 2 units left out.
  private static func inverseHyperbolicTangent(
    _ numerator: UInt64, over n: UInt64, bits: Int
  ) -> (units: Natural, error: UInt64) {
    var power = (Natural(numerator) << bits).dividedBy(n).quotient
    var (sum, j) = (power, UInt64(0))
    while !power.isZero {
      j += 1
      power = power.dividedBy(n * n).quotient
      sum = sum + power.dividedBy(2 * j + 1).quotient
    }
    // A power is less than 1.002 units off, however often it was divided.
    return (sum, 3 * j + 4)
  }

  /// The natural logarithm of a number greater than zero; nothing is known of one that may not be.
  ///
  /// `log x = k ln 2 + log m` with `m` in `[0.71, 1.43]`.
  public func logarithm() -> WideBall {
    guard isPositive else { return .unknown }
    var k = exponent + magnitude.bitWidth - 1
    let leading =
      magnitude.bitWidth > 7
      ? magnitude >> (magnitude.bitWidth - 7) : magnitude << (7 - magnitude.bitWidth)
    if leading > Natural(91) { k += 1 }
    let logarithm = (scaled(byPowerOfTwo: -k) - 1).logarithmNearOne()
    guard k != 0 else { return logarithm }
    let bits = max(precision, 64) + 64
    let two = WideBall.logarithmOfTwo(bits: bits)
    let whole = WideBall(
      isNegative: k < 0, two.units * Natural(UInt64(k.magnitude)),
      error: two.error * Natural(UInt64(k.magnitude)), exponent: -bits, precision: precision)
    return whole + logarithm
  }

  /// The logarithm `log(1 + x)`, accurate relative to itself near zero.
  public func logarithmOfOnePlus() -> WideBall {
    top <= -2 ? logarithmNearOne() : (1 + self).logarithm()
  }

  /// `log(1 + d) = 2 artanh(z) = 2z Σ z^2j/(2j+1)` with `z = d/(2 + d)`, for `|z| < ¼`.
  ///
  /// With `q = z²` known to `e` units of `2^-V`, `q ≤ 1/16`: a power is the one before times `q`, off
  /// by at most `e + e'/16 + 2` units if that one is by `e'`, so never by more than `2(e + 2)`; a term
  /// by one unit more. What is left out after a power of no units is less than `2(e + 2) + 2`.
  private func logarithmNearOne() -> WideBall {
    // Between 0 and d, too.
    guard !isZero, !(magnitude.isZero && leaning > 0) else { return self }
    let bits = max(precision, 64) + 32
    let d = keeping(bits)
    let z = d / (2 + d)
    guard let square = (z * z).units(bits: bits),
      square.magnitude + square.error <= Natural.powerOfTwo(bits - 4)
    else { return .unknown }
    var (power, sum, j) = (Natural.powerOfTwo(bits), Natural.powerOfTwo(bits), UInt64(0))
    while !power.isZero {
      j += 1
      power = (power * square.magnitude) >> bits
      sum = sum + power.dividedBy(2 * j + 1).quotient
    }
    let error = Natural(j + 1) * (square.error * Natural(2) + Natural(6))
    let series = WideBall(
      isNegative: false, sum, error: error, exponent: -bits, precision: bits)
    return (2 * z * series).keeping(precision).rounded
  }

  /// The number rounded to its precision.
  private var rounded: WideBall {
    WideBall(
      isNegative: isNegative, magnitude, error: error, exponent: exponent, precision: precision)
  }
}
