import Arithmetic
import Randomness

extension Vectors {
  /// Logits that are all `−∞`.
  public static func allMasked(count: ClosedRange<Int> = usualCounts) -> Generator<[Double]> {
    Generator { source in Array(repeating: -.infinity, count: source.count(in: count)) }
  }

  /// Logits of which some are not finite: NaN or infinities of either sign, anywhere.
  ///
  /// A shape steers what is sampled; the choices are the length and the entries. The last
  /// entry is NaN where no other is infinite or NaN.
  public static func notFinite(
    _ format: Format, count: ClosedRange<Int> = usualCounts
  ) -> Generator<[Double]> {
    precondition(count.lowerBound > 0, "there is a place for what is not finite")
    return Generator { (source) throws(Discard) in
      let count = source.count(in: count)
      var vector =
        source.unrecorded { random in
          var vector = random.vector(.moderate, of: format, count: count)
          let special = [Double.nan, .infinity, -.infinity][random.index(below: 3)]
          for _ in 0...random.index(below: 2) { vector[random.index(below: count)] = special }
          return vector
        } ?? Array(repeating: 0, count: count)
      for index in vector.indices {
        let mustNotBeFinite = index == count - 1 && vector.dropLast().allSatisfy(\.isFinite)
        vector[index] = try source.real(
          rounding: { number in
            let value = format.rounded(number)
            return mustNotBeFinite && value.isFinite ? .nan : value
          },
          accepting: { _ in true }, sampling: { _ in vector[index] })
      }
      return vector
    }
  }

  /// Matrices as rows of one length, each of a shape of its own.
  public static func matrix(
    _ format: Format, rows: ClosedRange<Int> = 1...4, columns: ClosedRange<Int> = 1...16
  ) -> Generator<[[Double]]> {
    precondition(rows.lowerBound >= 0, "a number of rows is not negative")
    return Generator { (source) throws(Discard) in
      let rows = source.integer(in: rows)
      let columns = source.count(in: columns)
      let row = logits(format, count: columns...columns)
      var matrix: [[Double]] = []
      for _ in 0..<rows { matrix.append(try row.draw(from: &source)) }
      return matrix
    }
  }
}

extension Scalars {
  /// Every value of a format: normal and subnormal ones, zeros, infinities and NaN, each class
  /// uniform by bit pattern; normal ones in ten cases of sixteen.
  public static func every(_ format: Format) -> Generator<Double> {
    Generator { (source) throws(Discard) in
      if format.bitWidth == 16, let bits = source.enumerated(below: 1 << 16) {
        let number = format.value(bits: bits)
        source.record(SimplicityOrder.place(of: number), .real)
        return number
      }
      return try source.real(rounding: format.rounded, accepting: { _ in true }) { random in
        let numbers: NumberClass =
          switch random.index(below: 16) {
          case 0..<10: .normal
          case 10, 11: .subnormal
          case 12: .zero
          case 13, 14: .infinite
          default: .notANumber
          }
        return random.number(in: numbers, of: format)
      }
    }
  }

  /// Positive values spread evenly over the exponents between two numbers.
  ///
  /// The exponent is uniform and the significand too, which is about log-uniform.
  ///
  /// - Precondition: `0 < lower <= upper`, both values of the format.
  public static func logUniform(
    _ format: Format, from lower: Double, to upper: Double
  ) -> Generator<Double> {
    precondition(lower > 0 && lower <= upper && upper.isFinite, "the ends are positive, in order")
    precondition(format.contains(lower) && format.contains(upper), "the ends are of the format")
    return Generator { (source) throws(Discard) in
      try source.real(
        rounding: format.rounded, accepting: { $0 >= lower && $0 <= upper },
        sampling: { random in
          let first = format.bits(of: lower)
          let steps = format.bits(of: upper) - first
          return format.value(bits: first + random.index(below: steps + 1))
        })
    }
  }
}
