import Arithmetic

/// The powers that the sparse maps take, in the second arithmetic, exact where the answer is.
///
/// `a = α − 1` is a quotient `P/Q` in lowest terms. A power `x^{m/n}` of a number of finitely many binary digits,
/// with `m` and `n` prime to each other, is rational only if `x` is the `n`-th power of such a number:
/// one that is tried, and proved by multiplying.
struct SparsePowers {
  /// `α`.
  let alpha: WideBall
  /// `α − 1`.
  let a: WideBall
  /// How many bits are kept.
  let bits: Int
  /// `P` and `Q`, if they are small.
  private let fraction: (numerator: Int, denominator: Int)?

  /// Creates the powers for an `α`; `nil` unless it is certainly greater than one.
  init?(alpha: Ball, _ bits: Int) {
    self.bits = bits
    self.alpha = WideBall(enclosing: alpha, precision: bits)
    a = self.alpha - 1
    guard a.isPositive else { return nil }
    fraction = alpha.exactDouble.flatMap { Self.fraction($0 - 1, of: $0) }
  }

  /// `p = b^{1/(α−1)}`.
  func probability(_ base: WideBall) -> WideBall {
    fraction.flatMap { root(base, $0.denominator, over: $0.numerator) } ?? power(base, 1 / a)
  }

  /// `b^{1/(α−1)−1} = p^{2−α}`.
  func slope(_ base: WideBall) -> WideBall {
    fraction.flatMap { root(base, $0.denominator - $0.numerator, over: $0.numerator) }
      ?? power(base, 1 / a - 1)
  }

  /// `y^α`.
  func entropyTerm(_ y: WideBall) -> WideBall {
    guard !y.isZero else { return 0 }
    return y * (fraction.flatMap { root(y, $0.numerator, over: $0.denominator) } ?? power(y, a))
  }

  /// `x / n^{2−α}`, the slope at the probability `1/n` times `x`; what is a quotient of whole numbers is
  /// exact where nothing is left over.
  func slope(atReciprocalOf count: WideBall, times x: WideBall) -> WideBall {
    let exponent = 1 - a
    let isNegative = (-exponent).isPositive
    let power =
      fraction.flatMap { root(count, abs($0.denominator - $0.numerator), over: $0.denominator) }
      ?? power(count, isNegative ? -exponent : exponent)
    return isNegative ? x * power : x / power
  }

  /// `p^{α−1}` and `p^{2−α}`.
  func powers(ofProbability p: WideBall) -> (base: WideBall, slope: WideBall) {
    (power(p, a), power(p, 1 - a))
  }

  /// `x^e` of a number that is not negative: exact where products and roots are.
  private func power(_ x: WideBall, _ exponent: WideBall) -> WideBall {
    if x.isZero { return exponent.isPositive ? 0 : exponent.isZero ? 1 : .unknown }
    if exponent.isZero || (1 - x).isZero { return 1 }
    if (1 - exponent).isZero { return x }
    if (2 * exponent - 1).isZero { return x.squareRoot() }
    return (exponent * x.logarithm()).exponential()
  }

  /// `x^{m/n}`, if it is exact.
  private func root(_ x: WideBall, _ m: Int, over n: Int) -> WideBall? {
    guard x.isExact, !x.isZero else { return nil }
    if m == 0 { return 1 }
    if n == 2, abs(m) == 1 { return m == 1 ? x.squareRoot() : 1 / x.squareRoot() }
    var root = x
    if n > 1 {
      let count = WideBall(Double(n), precision: 256)
      let guess = Ball(enclosing: (x.keptTo(256).logarithm() / count).exponential()).value
      root = WideBall(guess, precision: bits)
      guard (whole(root, n) - x).isZero else { return nil }
    }
    let power = whole(root, abs(m))
    return m > 0 ? power : WideBall(1, precision: bits) / power
  }

  /// A whole power by squaring.
  private func whole(_ x: WideBall, _ exponent: Int) -> WideBall {
    var (result, square, rest) = (WideBall(1, precision: bits), x, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      rest >>= 1
      if rest > 0 { square = square * square }
    }
    return result
  }

  /// A double as a quotient of whole numbers up to 64 in lowest terms; `nil` if it is none.
  private static func fraction(_ a: Double, of alpha: Double) -> (numerator: Int, denominator: Int)?
  {
    guard a + 1 == alpha, a > 0, a <= 64 else { return nil }
    var (numerator, denominator) = (a, 1)
    while numerator != numerator.rounded(), denominator < 64 {
      numerator *= 2
      denominator *= 2
    }
    guard numerator == numerator.rounded(), numerator <= 64 else { return nil }
    return (Int(numerator), denominator)
  }
}

extension WideBall {
  /// The same enclosure, whose results are kept to another number of bits.
  fileprivate func keptTo(_ bits: Int) -> WideBall {
    WideBall(enclosing: Ball(enclosing: self), precision: bits)
  }
}
