/// Looks through softmax or log-sum-exp of one number beside eight others at once, for those that need a closer look.
///
/// With `t = e^{−|x − y|}`, known to `2^-50`, where the difference of two numbers of a half format is exact, the entries
/// are `1/(1 + t)` and `t/(1 + t)`, known to `2^-48` as the sigmoid's filter is, and log-sum-exp is
/// `max(x, y) + log1p t`, of which the second term is known to `2^-48` and the sum to `2^-53` more. Answers are
/// numbers of binary16.
public struct PairScreen: Sendable {
  /// Eight numbers.
  public typealias Vector = SIMD8<Double>
  /// Eight truth values.
  public typealias Mask = SIMDMask<SIMD8<Int64>>

  /// What is known of eight values.
  public struct Values {
    /// The values.
    public let values: Vector
    /// How far off they may be.
    public let reach: Vector
    /// The numbers of binary16 nearest to them.
    public let rounded: Vector
    /// Where it is not certain which number is the nearest.
    public let isUncertain: Mask
    /// The spacing of the numbers of binary16 there.
    public let ulp: Vector

    init(_ values: Vector, reach: Vector) {
      self.values = values
      self.reach = reach
      ulp = PairScreen.ulp(of: values)
      rounded = PairScreen.rounded(values - reach)
      isUncertain = rounded .!= PairScreen.rounded(values + reach)
    }
  }

  /// Creates the screen.
  public init() {}

  /// The two entries of softmax at `(x, y)`.
  ///
  /// - Precondition: the numbers are finite.
  public func softmax(_ x: Double, _ y: Vector) -> (first: Values, second: Values) {
    let t = tail(x, y)
    let sum: Vector = 1 + t
    let (greater, lesser): (Vector, Vector) = (1 / sum, t / sum)
    let isFirst = Vector(repeating: x) .>= y
    let first = lesser.replacing(with: greater, where: isFirst)
    let second = greater.replacing(with: lesser, where: isFirst)
    let error = ElementwiseFilter.relativeError + 0x1p-51
    return (Values(first, reach: first * error), Values(second, reach: second * error))
  }

  /// Log-sum-exp at `(x, y)`.
  ///
  /// - Precondition: the numbers are finite.
  public func logSumExp(_ x: Double, _ y: Vector) -> Values {
    let top = Vector(repeating: x).replacing(with: y, where: Vector(repeating: x) .< y)
    let value: Vector = top + FilterArithmetic8.logarithm(onePlus: tail(x, y))
    return Values(value, reach: Self.magnitude(value) * 0x1p-50 + 0x1p-48)
  }

  /// `e^{−|x − y|}`, or `e^-700` beyond.
  @inline(__always)
  private func tail(_ x: Double, _ y: Vector) -> Vector {
    let gap = Self.magnitude(x - y)
    let limit = Vector(repeating: FilterArithmetic.greatestArgument)
    return FilterArithmetic8.exponential(minus: gap.replacing(with: limit, where: limit .< gap))
  }

  /// The magnitudes.
  public static func magnitude(of x: Vector) -> Vector { magnitude(x) }

  @inline(__always)
  private static func magnitude(_ x: Vector) -> Vector {
    let bits = unsafeBitCast(x, to: SIMD8<UInt64>.self)
    return unsafeBitCast(bits & SIMD8(repeating: 0x7fff_ffff_ffff_ffff), to: Vector.self)
  }

  /// The spacing of the numbers of binary16, `2^-24` at least.
  @inline(__always)
  private static func ulp(of x: Vector) -> Vector {
    let bits = unsafeBitCast(x, to: SIMD8<UInt64>.self)
    let power = unsafeBitCast(bits & SIMD8(repeating: 0x7ff0_0000_0000_0000), to: Vector.self)
    let ulp: Vector = power * 0x1p-10
    let least = Vector(repeating: 0x1p-24)
    return ulp.replacing(with: least, where: ulp .< least)
  }

  /// Rounds to numbers of binary16, ties to even; the division and the product are by a power of two.
  @inline(__always)
  private static func rounded(_ x: Vector) -> Vector {
    let quantum = ulp(of: x)
    let shift = Vector(repeating: 0x1.8p52)
    let whole: Vector = (x / quantum + shift) - shift
    return whole * quantum
  }
}
