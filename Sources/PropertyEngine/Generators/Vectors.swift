import Arithmetic
import Randomness

/// Generators of vectors, by the shapes that make the softmax family err.
///
/// Two kinds. A *shape* only steers what is sampled: the choices are the length and the
/// entries, so that a failing ladder shrinks like any other vector and may cease to be a
/// ladder. A *class* (`grid`, `scaled`, `simplex`, `hugeOffset`, `masked`,
/// `reducedRoundTrip`) promises something that a law relies on, and keeps it for
/// whatever choices.
public enum Vectors {
  /// The lengths from one to just past the second power of two that SIMD code might use.
  public static let usualCounts = 1...130

  /// Entries of ordinary size.
  public static func moderate(
    _ format: Format, count: ClosedRange<Int> = usualCounts, magnitude: Double = 16
  ) -> Generator<[Double]> {
    shaped(format, count, upTo: magnitude, specialsUpTo: magnitude) { random, count, _ in
      (0..<count).map { _ in random.moderate(format, magnitude: magnitude) }
    }
  }

  /// Entries that are any finite values.
  public static func finite(
    _ format: Format, count: ClosedRange<Int> = usualCounts
  ) -> Generator<[Double]> {
    shaped(format, count, specialsUpTo: format.greatestFinite) { random, count, _ in
      (0..<count).map { _ in random.finite(format) }
    }
  }

  /// The mixture of all the shapes, the moderate one most often; of long rows, half are dominated by one
  /// entry, or rise or fall in steps, as rows that are reduced by blocks are reduced wrongly.
  ///
  /// Entries near the greatest finite number, whose differences overflow, are among them
  /// only if `overflowEdge` is set.
  public static func logits(
    _ format: Format, count: ClosedRange<Int> = usualCounts, overflowEdge: Bool = false
  ) -> Generator<[Double]> {
    let shapes = Shape.allCases.filter { overflowEdge || $0 != .overflowEdge }
    let specials = overflowEdge ? format.greatestFinite : format.greatestFinite / 4
    return shaped(format, count, specialsUpTo: specials) { random, count, row in
      let drawn = random.shape(among: shapes, count: count)
      let shape = row.map { shapes[$0.shape % shapes.count] } ?? drawn
      return random.vector(shape, of: format, count: count)
    }
  }

  /// Entries with ties, often at the maximum (G9).
  public static func ties(
    _ format: Format, count: ClosedRange<Int> = usualCounts
  ) -> Generator<[Double]> { shaped(.ties, format, count) }

  /// One entry above all the others by a gap near a cliff of the format (G8).
  ///
  /// The cliffs are where a term is absorbed (`p ln 2`), where its exponential is
  /// subnormal (`ln 1/N`) or zero (`ln 1/η`), and where one overflows (`ln Ω`).
  public static func dominant(
    _ format: Format, count: ClosedRange<Int> = usualCounts
  ) -> Generator<[Double]> { shaped(.dominant, format, count) }

  /// Gaps to the maximum spread over `[0, ln(1/η) + 5]` (G7).
  public static func ladder(
    _ format: Format, count: ClosedRange<Int> = usualCounts
  ) -> Generator<[Double]> { shaped(.ladder, format, count) }

  /// Entries that rise or fall in equal steps, one by one or in blocks.
  public static func ramp(
    _ format: Format, count: ClosedRange<Int> = usualCounts
  ) -> Generator<[Double]> { shaped(.ramp, format, count) }

  /// Moderate entries in order, rising or falling.
  public static func sorted(
    _ format: Format, count: ClosedRange<Int> = usualCounts
  ) -> Generator<[Double]> { shaped(.sorted, format, count) }

  /// A few entries amid one value that fills the rest.
  public static func sparse(
    _ format: Format, count: ClosedRange<Int> = usualCounts
  ) -> Generator<[Double]> { shaped(.sparse, format, count) }

  /// The row with the greatest mean gap `Σ gᵢΔᵢ`: `Δ = (0, 1 + Wₙ, …, 1 + Wₙ)` (G6).
  public static func worstMeanGap(
    _ format: Format, count: ClosedRange<Int> = usualCounts
  ) -> Generator<[Double]> { shaped(.worstMeanGap, format, count) }

  /// Entries up to the greatest finite number, whose differences overflow (G12).
  public static func overflowEdge(
    _ format: Format, count: ClosedRange<Int> = usualCounts
  ) -> Generator<[Double]> { shaped(.overflowEdge, format, count) }

  private static func shaped(
    _ shape: Shape, _ format: Format, _ counts: ClosedRange<Int>
  ) -> Generator<[Double]> {
    shaped(format, counts, specialsUpTo: nil) { random, count, _ in
      random.vector(shape, of: format, count: count)
    }
  }

  /// Vectors whose sampling is steered while the choices are the length and the entries.
  ///
  /// The screening puts special values of at most a magnitude in them, if one is given.
  static func shaped(
    _ format: Format, _ counts: ClosedRange<Int>, upTo limit: Double? = nil,
    specialsUpTo specials: Double?,
    sampling sample:
      @escaping @Sendable (inout Xoshiro256StarStar, _ count: Int, Screening.Row?) -> [Double]
  ) -> Generator<[Double]> {
    let limit = limit ?? format.greatestFinite
    return Generator { (source) throws(Discard) in
      let count = source.count(in: counts)
      let row = source.screeningRow
      var vector =
        source.unrecorded { sample(&$0, count, row) } ?? Array(repeating: 0, count: count)
      if let specials,
        let (special, index) = source.screenedSpecial(of: format, upTo: specials, among: count)
      {
        vector[index] = special
      }
      for index in vector.indices {
        vector[index] = try source.real(in: format, upTo: limit) { _ in vector[index] }
      }
      return vector
    }
  }
}

extension Xoshiro256StarStar {
  /// A shape of the mixture, for a row of a length.
  fileprivate mutating func shape(among shapes: [Shape], count: Int) -> Shape {
    // Longer than any block of a hundred or less, and most of 128.
    if count > 100, oneIn(2) { return oneIn(2) ? .dominant : .ramp }
    return oneIn(3) ? .moderate : shapes[index(below: shapes.count)]
  }
}

extension ChoiceSource {
  /// Draws the length of a vector: mostly short, often beside a power of two.
  public mutating func count(in range: ClosedRange<Int>) -> Int {
    precondition(range.lowerBound >= 0, "a length is not negative")
    let screened = screeningRow?.count(in: range)
    return integer(in: range) { screened ?? $0.count(in: range) }
  }
}
