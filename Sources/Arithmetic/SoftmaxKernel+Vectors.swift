extension SoftmaxKernel {
  /// Evaluates a row eight entries at a time, to the same bits as one by one.
  public mutating func evaluateByEight(_ x: [Double]) -> Bool {
    guard !x.isEmpty else { return false }
    prepare(x.count)
    let (n, capacity) = (x.count, capacity)
    return withStorage { storage in
      let storage = UnsafeMutableRawBufferPointer(storage)
      return x.withUnsafeBytes { x in
        let (least, greatest) = SoftmaxKernel.extent(x, n)
        let top = SIMD8(repeating: -greatest)
        var sum = DoubleDouble8(SIMD8(), SIMD8())
        for i in stride(from: 0, to: n, by: 8) {
          let entries = SoftmaxKernel.block(x, from: i, to: n, filling: greatest)
          let e = DoubleDouble8.sum(entries, top).exponentialInRange()
          storage.store(e.significand, at: i, capacity)
          storage.store(SIMD8<Double>(e.exponent), at: 2 * capacity + i)
          let power = SoftmaxKernel.power(e.exponent, lanes: n - i)
          sum = DoubleDouble8.sum(positive: sum, e.significand.scaled(by: power))
        }
        let whole = SoftmaxKernel.folded { sum[$0] }
        guard least - greatest >= -SoftmaxKernel.greatestGap, whole.high.isFinite else {
          return false
        }
        let inverse = DoubleDouble8(repeating: whole.reciprocal)
        for i in stride(from: 0, to: n, by: 8) {
          storage.store(storage.load(at: i, capacity) * inverse, at: i, capacity)
        }
        return true
      }
    }
  }

  /// The powers of two of the terms of the sum; 0 beyond the last lane of the row.
  @inline(__always)
  private static func power(_ exponents: SIMD8<Int32>, lanes: Int) -> SIMD8<Double> {
    var biased = exponents &+ 1023
    biased.replace(with: leastExponent + 1023, where: exponents .< leastExponent)
    if lanes < 8 { for lane in lanes..<8 { biased[lane] = 0 } }
    // The exponent field begins at the 20th bit of the upper half.
    var words = SIMD16<Int32>()
    words.oddHalf = biased &<< 20
    return unsafeBitCast(words, to: SIMD8<Double>.self)
  }

  /// The entries from an index on, the last of them followed by what they are filled up with.
  @inline(__always)
  private static func block(
    _ x: UnsafeRawBufferPointer, from i: Int, to n: Int, filling: Double
  ) -> SIMD8<Double> {
    guard i + 8 > n else { return x.loadUnaligned(fromByteOffset: 8 * i, as: SIMD8<Double>.self) }
    var entries = SIMD8(repeating: filling)
    for lane in 0..<n - i {
      entries[lane] = x.loadUnaligned(fromByteOffset: 8 * (i + lane), as: Double.self)
    }
    return entries
  }

  /// The least and the greatest entry; what is not a number is neither.
  @inline(__always)
  private static func extent(
    _ x: UnsafeRawBufferPointer, _ n: Int
  ) -> (least: Double, greatest: Double) {
    var least = SIMD8(repeating: Double.infinity)
    var greatest = SIMD8(repeating: -Double.infinity)
    for i in stride(from: 0, to: n, by: 8) {
      // The last block of a long row may meet entries twice, that of a short one its first.
      let entries =
        n < 8
        ? block(x, from: 0, to: n, filling: x.loadUnaligned(as: Double.self))
        : x.loadUnaligned(fromByteOffset: 8 * min(i, n - 8), as: SIMD8<Double>.self)
      greatest.replace(with: entries, where: entries .> greatest)
      least.replace(with: entries, where: entries .< least)
    }
    var (high, low) = (greatest.lowHalf, least.lowHalf)
    high.replace(with: greatest.highHalf, where: greatest.highHalf .> high)
    low.replace(with: least.highHalf, where: least.highHalf .< low)
    return (
      min(min(low[0], low[1]), min(low[2], low[3])),
      max(max(high[0], high[1]), max(high[2], high[3]))
    )
  }
}

extension UnsafeMutableRawBufferPointer {
  /// Writes eight doubles from an index on.
  @inline(__always)
  fileprivate func store(_ x: SIMD8<Double>, at index: Int) {
    storeBytes(of: x, toByteOffset: 8 * index, as: SIMD8<Double>.self)
  }

  /// Writes eight numbers, their two parts a distance apart.
  @inline(__always)
  fileprivate func store(_ x: DoubleDouble8, at index: Int, _ distance: Int) {
    store(x.high, at: index)
    store(x.low, at: distance + index)
  }

  /// Reads eight numbers, their two parts a distance apart.
  @inline(__always)
  fileprivate func load(at index: Int, _ distance: Int) -> DoubleDouble8 {
    DoubleDouble8(
      loadUnaligned(fromByteOffset: 8 * index, as: SIMD8<Double>.self),
      loadUnaligned(fromByteOffset: 8 * (distance + index), as: SIMD8<Double>.self))
  }
}
