extension Natural {
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
    u.withUnsafeMutableBufferPointer { u in
      v.withUnsafeBufferPointer { v in
        guard let u = u.baseAddress, let divisor = v.baseAddress else { return }
        var j = quotient.count
        while j > 0 {
          j -= 1
          quotient[j] = Natural.divideStep(u + j, divisor, count: v.count)
        }
      }
    }
    return (Natural(limbs: quotient), Natural(limbs: u) >> shift)
  }

  /// One digit of the quotient: subtracts its multiple of `v`, of so many digits, from `u`, of one more.
  private static func divideStep(
    _ u: UnsafeMutablePointer<UInt64>, _ v: UnsafePointer<UInt64>, count: Int
  ) -> UInt64 {
    let top = count - 1
    var digit =
      u[count] >= v[top] ? UInt64.max : v[top].dividingFullWidth((u[count], u[top])).quotient
    var borrow: UInt64 = 0
    var carry: UInt64 = 0
    var i = 0
    while i < count {
      let (high, low) = digit.multipliedFullWidth(by: v[i])
      let (product, isCarry) = low.addingReportingOverflow(carry)
      carry = high &+ (isCarry ? 1 : 0)
      let (first, isFirst) = u[i].subtractingReportingOverflow(product)
      let (second, isSecond) = first.subtractingReportingOverflow(borrow)
      u[i] = second
      borrow = isFirst || isSecond ? 1 : 0
      i += 1
    }
    let (first, isFirst) = u[count].subtractingReportingOverflow(carry)
    let (second, isSecond) = first.subtractingReportingOverflow(borrow)
    u[count] = second
    var isNegative = isFirst || isSecond
    while isNegative {
      digit -= 1
      isNegative = !addBack(u, v, count: count)
    }
    return digit
  }

  /// Adds `v`; whether that carried out of the digits, so the sum is not negative.
  private static func addBack(
    _ u: UnsafeMutablePointer<UInt64>, _ v: UnsafePointer<UInt64>, count: Int
  ) -> Bool {
    var carry: UInt64 = 0
    for i in 0..<count {
      let (first, isFirst) = u[i].addingReportingOverflow(v[i])
      let (second, isSecond) = first.addingReportingOverflow(carry)
      u[i] = second
      carry = isFirst || isSecond ? 1 : 0
    }
    let (sum, isCarry) = u[count].addingReportingOverflow(carry)
    u[count] = sum
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
