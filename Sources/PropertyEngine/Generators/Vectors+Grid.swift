import Arithmetic
import Randomness

extension Vectors {
  /// Rows of one length on one dyadic grid (G1).
  ///
  /// Every entry is an integer of at most `2^(p−2)` times a power of two that all share.
  /// So `−x`, and the sum and the difference of any two entries, are exact, and so are
  /// the differences of such sums. No entry is larger than `magnitude`.
  public static func grid(
    _ format: Format, rows: Int, count: ClosedRange<Int> = usualCounts,
    magnitude: Double = .infinity
  ) -> Generator<[[Double]]> {
    precondition(rows >= 0 && magnitude >= 0, "rows and magnitudes are not negative")
    return Generator { (source) throws(Discard) in
      let count = source.count(in: count)
      let grid = source.grid(of: format, magnitude: magnitude)
      return try source.columns(of: grid, rows: rows, count: count)
    }
  }

  /// One row on a dyadic grid (G1).
  public static func grid(
    _ format: Format, count: ClosedRange<Int> = usualCounts, magnitude: Double = .infinity
  ) -> Generator<[Double]> {
    grid(format, rows: 1, count: count, magnitude: magnitude).map { $0[0] }
  }

  /// A row and a shift on one dyadic grid (G1).
  ///
  /// As `grid(_:rows:count:magnitude:)`, so that `x + c` and the differences of its
  /// entries are exact; one shift in three is as large as the grid allows.
  public static func shifted(
    _ format: Format, count: ClosedRange<Int> = usualCounts, magnitude: Double = .infinity
  ) -> Generator<(x: [Double], shift: Double)> {
    precondition(magnitude >= 0, "magnitudes are not negative")
    return Generator { (source) throws(Discard) in
      let count = source.count(in: count)
      let grid = source.grid(of: format, magnitude: magnitude)
      let reach = source.unrecorded { $0.oneIn(3) ? grid.steps : grid.sampleReach(&$0) }
      let shift = try source.point(of: grid, reach: reach ?? 0)
      return (try source.columns(of: grid, rows: 1, count: count)[0], shift)
    }
  }

  /// A huge number, plus or minus a power of two, and small differences from it (G11).
  ///
  /// The differences of the entries are exact. `offset` is the power of two, up to half
  /// the greatest one, and the entries are within half of it.
  public static func hugeOffset(
    _ format: Format, count: ClosedRange<Int> = usualCounts
  ) -> Generator<(x: [Double], offset: Double)> {
    Generator { (source) throws(Discard) in
      let count = source.count(in: count)
      let exponent = source.integer(in: 0...format.greatestExponent - 1) { random in
        random.index(below: random.oneIn(2) ? format.precision + 4 : format.greatestExponent)
      }
      let offset = source.flag(oneIn: 2) ? -powerOfTwo(exponent) : powerOfTwo(exponent)
      // Half the offset has one bit less, and the entries at most one bit more.
      let grid = DyadicGrid(
        fineness: format.precision - 2 - exponent, bits: format.precision - 3,
        magnitude: .infinity)
      let reach = source.reach(of: grid)
      var x: [Double] = []
      for _ in 0..<count { x.append(offset + (try source.point(of: grid, reach: reach))) }
      return (x, offset)
    }
  }

  /// Logits with some entries `−∞`, at least one finite unless the row is empty (G10).
  ///
  /// Entries are masked one by one or by blocks, as a kernel reads them; some rows are so far below zero
  /// that they have no mass unless the maximum is subtracted.
  public static func masked(
    _ format: Format, count: ClosedRange<Int> = usualCounts
  ) -> Generator<[Double]> {
    Generator { (source) throws(Discard) in
      let count = source.count(in: count)
      var vector =
        source.unrecorded { random in
          let shapes = Shape.allCases.filter { $0 != .overflowEdge }
          let shape = random.oneIn(2) ? .moderate : shapes[random.index(below: shapes.count)]
          let vector = random.vector(shape, of: format, count: count)
          return random.masked(vector, of: format)
        } ?? Array(repeating: 0, count: count)
      for index in vector.indices {
        let mayBeMasked = index < count - 1 || vector.dropLast().contains { $0.isFinite }
        vector[index] = try source.real(
          rounding: { number in
            let value = format.rounded(number)
            return value == -.infinity && !mayBeMasked ? 0 : value
          },
          accepting: { $0.isFinite || $0 == -.infinity },
          sampling: { _ in vector[index] })
      }
      return vector
    }
  }
}

extension Xoshiro256StarStar {
  /// The row with some of its entries, or of its blocks, masked; one in four is moved far below zero.
  fileprivate mutating func masked(_ row: [Double], of format: Format) -> [Double] {
    // The half formats may be computed in binary32.
    let gap = max(format.vanishingGap, Format.binary32.vanishingGap)
    let depth = oneIn(4) ? 1.5 * gap : 0
    let scarcity = 2 + index(below: 4)
    let size = oneIn(2) ? 1 : 1 << index(below: Int.bitWidth - row.count.leadingZeroBitCount)
    let isMasked = stride(from: 0, to: row.count, by: size).map { _ in oneIn(scarcity) }
    return row.indices.map {
      isMasked[$0 / size] ? -.infinity : format.finite(row[$0] - depth)
    }
  }
}

extension ChoiceSource {
  fileprivate mutating func grid(of format: Format, magnitude: Double) -> DyadicGrid {
    let fineness = fineness(coarsest: -2, finest: format.precision + 4)
    return DyadicGrid(fineness: fineness, bits: format.precision - 2, magnitude: magnitude)
  }
}
