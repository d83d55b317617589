extension Ball {
  /// The ball around what a number of many bits encloses, cut to 106 of them.
  public init(enclosing x: WideBall) {
    guard let error = x.error else {
      self = .unbounded
      return
    }
    let excess = max(x.magnitude.bitWidth - 106, 0)
    let cut = x.magnitude >> excess
    let high = cut >> 53
    // Both parts have at most 53 bits.
    let sum = DoubleDouble.sum(
      Double(high.lowestLimb) * 0x1p53, Double((cut - high << 53).lowestLimb))
    let isCut = !x.magnitude.isZero && x.magnitude.trailingZeroBitCount < excess
    // Errors are kept to 32 bits.
    let radius = Double(error.shiftedRightRoundingUp(excess).lowestLimb) + (isCut ? 1 : 0)
    let power = 0x1p-106
    self.init(
      (x.isNegative ? -sum : sum).scaled(by: power), exponent: x.exponent + excess + 106,
      radius: radius * power)
  }
}

extension Format {
  /// The one value that every number enclosed rounds to, ties to even; `nil` if it is undecided.
  ///
  /// A number too small for the format becomes zero with its sign, one too large infinite.
  public func correctlyRounded(_ x: WideBall) -> Double? {
    guard let error = x.error else { return nil }
    guard !x.isZero else { return 0 }
    let outer = rounded(x.magnitude + error, exponent: x.exponent)
    let isAcross = x.magnitude < error
    let inner =
      isAcross
      ? -rounded(error - x.magnitude, exponent: x.exponent)
      : rounded(x.magnitude - error, exponent: x.exponent)
    let ends = x.leaning == 0 ? (inner, outer) : leaningEnds(x, inner, outer)
    guard ends.0 == ends.1 else { return nil }
    return x.isNegative || x.magnitude.isZero && x.leaning < 0 ? -ends.1 : ends.1
  }

  /// Of the rounded ends of a magnitude, the one to the side that the number leans to, and what is next
  /// to the midpoint on that side.
  private func leaningEnds(
    _ x: WideBall, _ inner: Double, _ outer: Double
  ) -> (Double, Double) {
    // A quarter of a unit fine enough that no half-way number lies in between.
    let shift = max(2, x.exponent + 1100)
    let fine = x.magnitude << shift
    let isOutwards = x.magnitude.isZero || x.isNegative == (x.leaning < 0)
    let next = isOutwards ? fine + Natural(1) : fine - Natural(1)
    return (rounded(next, exponent: x.exponent - shift), isOutwards ? outer : inner)
  }

  /// Rounds `magnitude·2^exponent` to the nearest value of the format, ties to even.
  private func rounded(_ magnitude: Natural, exponent: Int) -> Double {
    guard !magnitude.isZero else { return 0 }
    let top = exponent + magnitude.bitWidth - 1
    guard top <= greatestExponent else { return .infinity }
    let quantum = max(top, leastExponent) - precision + 1
    let shift = quantum - exponent
    guard shift > 0 else {
      return Double((magnitude << -shift).lowestLimb) * powerOfTwo(quantum)
    }
    guard shift <= magnitude.bitWidth else { return 0 }
    var integer = (magnitude >> shift).lowestLimb
    let rest = magnitude - (magnitude >> shift) << shift
    let half = Natural.powerOfTwo(shift - 1)
    if half < rest || half == rest && integer & 1 == 1 { integer += 1 }
    let result = Double(integer) * powerOfTwo(quantum)
    return result > greatestFinite ? .infinity : result
  }
}
