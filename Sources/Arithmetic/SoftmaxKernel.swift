/// Softmax of rows of doubles in certified digits, in a buffer that is kept from row to row.
///
/// For exact entries, and without a ball for every step: a probability is
/// `e^{x_i − m} · (1/Σ e^{x_j − m})` in double-double arithmetic with a power of two of its own, and all of a row
/// share one relative error. In units of `u² = 2^-106` that is
/// - `13.2` of the exponential, and as much of those in the sum;
/// - `3.01(k − 1)` of eight partial sums of `k = ⌈n/8⌉` terms that are not negative;
/// - `19` of joining them: the high parts are added exactly, the low ones, at most `2`, `4` and `5` times
///   `u` of the sum on three levels, rounded twice each;
/// - `10` of the reciprocal and `5` of the product.
///
/// A term below `2^-600` counts as that much in the sum, far less than all these are rounded up.
///
/// One by one or eight at a time, the bits are the same: lanes take the same steps in the same order.
public struct SoftmaxKernel {
  /// The leading parts, then what they leave over, then the powers of two; each `capacity` long.
  private(set) var storage: [Double] = []
  private(set) var capacity = 0
  /// The number of probabilities.
  public private(set) var count = 0

  /// Creates a kernel without a row.
  public init() {}

  /// The largest distance below the greatest entry that is worked out here.
  static var greatestGap: Double { 11_000 }
  /// The power of two that smaller terms of the sum count for.
  static var leastExponent: Int32 { -600 }
  /// Whether the compiler leaves vectors of eight to slow library code.
  private static var isDebug: Bool { _isDebugAssertConfiguration() }

  /// Evaluates a row, eight entries at a time where that is faster.
  ///
  /// Returns whether it could: there must be an entry, and all must be finite and at most 11,000 below
  /// the greatest.
  public mutating func evaluate(_ x: [Double]) -> Bool {
    Self.isDebug ? evaluateOneByOne(x) : evaluateByEight(x)
  }

  /// The probability of an index, as a significand that is not normalised and a power of two.
  @inline(__always)
  public subscript(_ index: Int) -> (significand: DoubleDouble, exponent: Int) {
    (
      DoubleDouble(storage[index], storage[capacity + index]),
      Int(storage[2 * capacity + index])
    )
  }

  /// The largest distance of a probability from the true one, relative to itself.
  public var relativeRadius: Double {
    let terms = Double((count + 7) / 8)
    return (2 * 13.2 + 3.01 * (terms - 1) + 19 + 15) * 0x1p-106 * (1 + 0x1p-40)
  }

  /// The probabilities as certified balls.
  public var balls: [Ball] {
    let relative = relativeRadius
    return (0..<count).map { index in
      let (significand, exponent) = self[index]
      return Ball(
        significand, exponent: exponent, radius: Ball.upwards(significand.high * relative))
    }
  }

  @inline(__always)
  mutating func prepare(_ n: Int) {
    count = n
    if capacity < n {
      capacity = (n + 7) & ~7
      storage = Array(repeating: 0, count: 3 * capacity)
    }
  }

  /// Gives a function the buffer.
  @inline(__always)
  mutating func withStorage<Result>(
    _ body: (UnsafeMutableBufferPointer<Double>) -> Result
  ) -> Result {
    storage.withUnsafeMutableBufferPointer { body($0) }
  }

  /// The sum of eight partial sums, in an order of its own.
  @inline(__always)
  static func folded(_ lane: (Int) -> DoubleDouble) -> DoubleDouble {
    func add(_ x: DoubleDouble, _ y: DoubleDouble) -> DoubleDouble {
      let s = DoubleDouble.sum(x.high, y.high)
      return DoubleDouble(s.high, s.low + (x.low + y.low))
    }
    let sum = add(
      add(add(lane(0), lane(4)), add(lane(1), lane(5))),
      add(add(lane(2), lane(6)), add(lane(3), lane(7))))
    return DoubleDouble.sum(large: sum.high, small: sum.low)
  }
}

extension SoftmaxKernel {
  /// Evaluates a row one entry at a time.
  public mutating func evaluateOneByOne(_ x: [Double]) -> Bool {
    guard !x.isEmpty else { return false }
    prepare(x.count)
    let (n, capacity) = (x.count, capacity)
    return withStorage { storage in
      var (least, greatest) = (Double.infinity, -Double.infinity)
      for entry in x {
        greatest = entry > greatest ? entry : greatest
        least = entry < least ? entry : least
      }
      for i in 0..<n {
        let e = DoubleDouble.sum(x[i], -greatest).exponentialInRange()
        storage[i] = e.significand.high
        storage[capacity + i] = e.significand.low
        storage[2 * capacity + i] = Double(e.exponent)
      }
      let sum = SoftmaxKernel.folded { lane in
        var sum = DoubleDouble(0)
        for i in stride(from: lane, to: n, by: 8) {
          let exponent = max(Int(storage[2 * capacity + i]), Int(SoftmaxKernel.leastExponent))
          let power = Double(bitPattern: UInt64(truncatingIfNeeded: exponent &+ 1023) &<< 52)
          sum = DoubleDouble.sum(
            positive: sum, DoubleDouble(storage[i] * power, storage[capacity + i] * power))
        }
        return sum
      }
      guard least - greatest >= -SoftmaxKernel.greatestGap, sum.high.isFinite else { return false }
      let inverse = sum.reciprocal
      for i in 0..<n {
        let p = DoubleDouble(storage[i], storage[capacity + i]) * inverse
        storage[i] = p.high
        storage[capacity + i] = p.low
      }
      return true
    }
  }
}
