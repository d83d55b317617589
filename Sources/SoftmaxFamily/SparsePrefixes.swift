import Arithmetic

/// The sorted row of sparsemax or 1.5-entmax, and the threshold that each prefix of it would have.
///
/// In units of `w = (α − 1)z`, less the greatest: `y_1 = 0 ≥ y_2 ≥ …`. The sums are held to some hundred
/// bits, so that a bound of a few units of binary64 is not spoiled by its own rounding.
struct SparsePrefixes {
  /// A prefix as a candidate for the support.
  struct Prefix {
    /// Its length `j`.
    let count: Int
    /// Its last entry `y_j` above its threshold `τ_j`.
    let margin: Double
    /// Its threshold above the true one, `τ_j − τ`.
    let excess: Double
    /// The mean magnitude of its entries.
    let mean: Double
    /// The mean square of its entries.
    let meanSquare: Double
    /// `q = (1 − Σ(y − mean)²)/j` of 1.5-entmax, negative where the prefix has no threshold.
    let square: Double
  }

  /// The number of entries in the true support.
  let support: Int
  /// The true threshold below the greatest entry, `−τ > 0`.
  let threshold: DoubleDouble
  /// All prefixes, from the shortest.
  let prefixes: [Prefix]

  /// Analyses gaps `−y` in increasing order, of which none is infinite.
  init(_ gaps: [DoubleDouble], isQuadratic: Bool) {
    var sum = DoubleDouble(0)
    var squares = DoubleDouble(0)
    var depths: [(depth: DoubleDouble, square: Double, mean: Double, meanSquare: Double)] = []
    for (index, gap) in gaps.enumerated() {
      let count = Double(index + 1)
      sum = sum + gap
      squares = squares + gap * gap
      let mean = sum / DoubleDouble(count)
      var depth = mean + 1 / DoubleDouble(count)
      var square = DoubleDouble(0)
      if isQuadratic {
        square = (-(squares + -(mean * sum)) + 1) / DoubleDouble(count)
        depth = mean + (square.high > 0 ? square.squareRoot() : DoubleDouble(0))
      }
      depths.append((depth, square.high, mean.high, squares.high / count))
    }
    // The true support is the longest prefix whose last entry is above its threshold.
    let isIn = zip(gaps, depths).map { $1.square >= 0 && ($1.depth + -$0).high > 0 }
    let support = (isIn.lastIndex(of: true) ?? 0) + 1
    let threshold = depths.isEmpty ? DoubleDouble(1) : depths[support - 1].depth
    self.support = support
    self.threshold = threshold
    prefixes = depths.indices.map { j in
      let depth = depths[j].depth
      return Prefix(
        count: j + 1, margin: (depth + -gaps[j]).high, excess: (threshold + -depth).high,
        mean: depths[j].mean, meanSquare: depths[j].meanSquare, square: depths[j].square)
    }
  }
}

extension DoubleDouble {
  fileprivate static func / (x: Int, y: DoubleDouble) -> DoubleDouble {
    DoubleDouble(Double(x)) / y
  }
}
