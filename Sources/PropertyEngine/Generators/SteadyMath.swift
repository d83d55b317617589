import Arithmetic

/// Elementary functions with the same bits on every machine.
///
/// The last bit of a C library's functions differs between platforms, and a case must
/// not. These use `+ − × ÷` alone, each rounded correctly everywhere, and are good to a
/// few units in the last place, which is plenty for choosing inputs.
enum SteadyMath {
  static let logarithmOfTwo = 0x1.62e42fefa39efp-1
  private static let e = 0x1.5bf0a8b145769p+1

  /// `eˣ` for `|x| <= 709`.
  static func exponential(_ x: Double) -> Double {
    let power = (x / logarithmOfTwo).rounded()
    let rest = x - power * logarithmOfTwo
    var sum = 1.0
    for k in stride(from: 18, through: 1, by: -1) { sum = 1 + rest / Double(k) * sum }
    return sum * powerOfTwo(Int(power))
  }

  /// `ln x` for a positive normal number.
  static func logarithm(_ x: Double) -> Double {
    let isUpper = x.significand > 1.5
    let mantissa = isUpper ? x.significand / 2 : x.significand
    let power = Double(x.exponent) + (isUpper ? 1 : 0)
    // ln m = 2 artanh t, and |t| <= 1/5 makes the terms fall by 25 each.
    let t = (mantissa - 1) / (mantissa + 1)
    var sum = 0.0
    for k in stride(from: 29, through: 1, by: -2) { sum = sum * t * t + 1 / Double(k) }
    return power * logarithmOfTwo + 2 * t * sum
  }

  /// The greatest mean gap `Wₙ = W₀((n − 1)/e)` of a row of `n` logits.
  ///
  /// Newton's method for `w + ln w = ln((n − 1)/e)`, which converges from `ln(1 + z)`.
  static func greatestMeanGap(count: Int) -> Double {
    guard count > 1 else { return 0 }
    let z = Double(count - 1) / e
    let target = logarithm(z)
    var w = logarithm(1 + z)
    for _ in 0..<8 { w *= (1 + target - logarithm(w)) / (1 + w) }
    return w
  }
}
