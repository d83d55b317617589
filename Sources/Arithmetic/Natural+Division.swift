extension Natural {
  /// The quotient and remainder of a division by one digit.
  ///
  /// - Precondition: the divisor is not zero.
  func dividedBy(_ divisor: UInt64) -> (quotient: Natural, remainder: UInt64) {
    var quotient = limbs
    var remainder: UInt64 = 0
    var i = quotient.count
    while i > 0 {
      i -= 1
      (quotient[i], remainder) = divisor.dividingFullWidth((remainder, quotient[i]))
    }
    return (Natural(limbs: quotient), remainder)
  }

  /// The quotient and remainder of a division.
  ///
  /// Algorithm D of Knuth, The Art of Computer Programming 4.3.1: with the divisor's highest bit
  /// set, a digit of the quotient estimated from two digits over one is too large by at most 2.
  ///
  /// - Precondition: the divisor is not zero.
  func dividedBy(_ divisor: Natural) -> (quotient: Natural, remainder: Natural) {
    precondition(!divisor.isZero, "a natural number is not divided by zero")
    guard divisor <= self else { return (Natural(0), self) }
    guard divisor.limbs.count > 1 else {
      let (quotient, remainder) = dividedBy(divisor.limbs[0])
      return (quotient, Natural(remainder))
    }
    let shift = divisor.limbs.last?.leadingZeroBitCount ?? 0
    let v = (divisor << shift).limbs
    var u = (self << shift).limbs
    u += Array(repeating: 0, count: limbs.count + 1 - u.count)
    var quotient = [UInt64](repeating: 0, count: u.count - v.count)
    for j in quotient.indices.reversed() {
      quotient[j] = Natural.divideStep(&u, v, at: j)
    }
    return (Natural(limbs: quotient), Natural(limbs: u) >> shift)
  }

  /// One digit of the quotient: subtracts its multiple of `v` from `u` at position `j`.
  private static func divideStep(_ u: inout [UInt64], _ v: [UInt64], at j: Int) -> UInt64 {
    let top = v.count - 1
    var digit =
      u[j + top + 1] >= v[top]
      ? UInt64.max : v[top].dividingFullWidth((u[j + top + 1], u[j + top])).quotient
    var borrow: UInt64 = 0
    var carry: UInt64 = 0
    var i = 0
    while i < v.count {
      let (high, low) = digit.multipliedFullWidth(by: v[i])
      let (product, isCarry) = low.addingReportingOverflow(carry)
      carry = high &+ (isCarry ? 1 : 0)
      let (first, isFirst) = u[i + j].subtractingReportingOverflow(product)
      let (second, isSecond) = first.subtractingReportingOverflow(borrow)
      u[i + j] = second
      borrow = isFirst || isSecond ? 1 : 0
      i += 1
    }
    let (first, isFirst) = u[j + top + 1].subtractingReportingOverflow(carry)
    let (second, isSecond) = first.subtractingReportingOverflow(borrow)
    u[j + top + 1] = second
    var isNegative = isFirst || isSecond
    while isNegative {
      digit -= 1
      isNegative = !addBack(&u, v, at: j)
    }
    return digit
  }

  /// Adds `v` at position `j`; whether that carried out of the digits, so the sum is not negative.
  private static func addBack(_ u: inout [UInt64], _ v: [UInt64], at j: Int) -> Bool {
    var carry: UInt64 = 0
    for i in v.indices {
      let (first, isFirst) = u[i + j].addingReportingOverflow(v[i])
      let (second, isSecond) = first.addingReportingOverflow(carry)
      u[i + j] = second
      carry = isFirst || isSecond ? 1 : 0
    }
    let (sum, isCarry) = u[j + v.count].addingReportingOverflow(carry)
    u[j + v.count] = sum
    return isCarry
  }

  /// The square root, rounded down.
  ///
  /// Newton's iteration from above: it falls until it has reached the root.
  var squareRoot: Natural {
    guard !isZero else { return self }
    var root = Natural.powerOfTwo((bitWidth + 1) / 2)
    while true {
      let next = (root + dividedBy(root).quotient) >> 1
      guard next < root else { return root }
      root = next
    }
  }
}
