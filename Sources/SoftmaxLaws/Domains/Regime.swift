import Arithmetic
public import SoftmaxFamily

/// A kind of input in which faults of some class show, and without which they hide.
///
/// What shipped tests missed were seldom formulas: it was inputs. So each domain says which
/// regimes it is to reach, and a test that the cases drawn do.
public enum Regime: String, CaseIterable, Sendable {
  /// One entry only: an index that starts at one, a sum over nothing.
  case singleton
  /// More than one greatest entry.
  case ties
  /// Entries that the greatest absorbs: `1 + e^{−Δ} = 1`.
  case absorbed
  /// An entry whose shifted exponential is subnormal.
  case subnormal
  /// An entry whose shifted exponential is zero.
  case vanishing
  /// A row whose exponentials all vanish if nothing is shifted, or the maximum is floored at zero.
  case farBelowZero = "far-below-zero"
  /// An entry whose exponential overflows if nothing is shifted.
  case overflowing
  /// Entries whose difference overflows.
  case overflowingDifference = "overflowing-difference"
  /// Entries so large that the logarithm of their number is lost beside them, with small differences.
  case hugeOffset = "huge-offset"
  /// Nothing but negative numbers.
  case negative
  /// An entry that is zero.
  case zero
  /// A subnormal entry.
  case subnormalEntry = "subnormal-entry"
  /// An entry `−∞`.
  case masked
  /// The greatest entry first, of several.
  case greatestFirst = "greatest-first"
  /// The greatest entry last, of several.
  case greatestLast = "greatest-last"
  /// Entries that are not equidistant: an arithmetic progression hides strides and reversals.
  case uneven
  /// A length next to a power of two, from three on: a vector's width, more or less.
  case vectorWidth = "vector-width"
  /// A length of 128 or more, where a blocked or narrow sum shows.
  case long
  /// Numbers between zero and one, neither of them: soft targets.
  case soft
  /// Weights whose sum is not one.
  case unnormalised
  /// Nothing but zeros.
  case allZero = "all-zero"
}

extension [Regime] {
  /// The regimes of logits drawn in every shape.
  static let everyShape: [Regime] = [
    .ties, .absorbed, .subnormal, .vanishing, .overflowing, .hugeOffset, .negative, .zero,
    .greatestFirst, .greatestLast, .uneven, .vectorWidth,
  ]

  /// The regimes of logits on a dyadic grid, drawn in every size.
  static let everyShapeOfGrid: [Regime] = [
    .ties, .absorbed, .vanishing, .negative, .zero, .greatestFirst, .greatestLast, .uneven,
    .vectorWidth,
  ]

  /// The regimes of logits so close together that nothing underflows.
  static let closeTogether: [Regime] = [
    .negative, .zero, .greatestFirst, .greatestLast, .uneven, .vectorWidth,
  ]

  /// The regimes of single numbers of every size.
  static let everySize: [Regime] = [
    .singleton, .subnormalEntry, .negative, .overflowing, .farBelowZero,
  ]
}

extension Regime {
  /// The regimes that a vector, or any row of a matrix, belongs to.
  ///
  /// - Complexity: linear in the number of elements.
  public static func regimes(of tensor: Tensor, in format: Format) -> Set<Regime> {
    guard tensor.shape.count == 2 else { return regimes(of: tensor.values, in: format) }
    return (0..<tensor.rows).reduce(into: []) {
      $0.formUnion(regimes(of: tensor.row($1).values, in: format))
    }
  }

  private static func regimes(of x: [Double], in format: Format) -> Set<Regime> {
    guard let greatest = x.max(), let least = x.filter(\.isFinite).min(), greatest.isFinite
    else { return x.isEmpty ? [] : [.masked] }
    let gaps = x.map { greatest - $0 }
    var regimes: Set<Regime> = []
    func note(_ regime: Regime, if isSo: Bool) { if isSo { regimes.insert(regime) } }
    note(.singleton, if: x.count == 1)
    note(.ties, if: gaps.count { $0 == 0 } > 1)
    note(.absorbed, if: gaps.contains { $0 > format.gapOfAbsorption && $0.isFinite })
    note(.subnormal, if: gaps.contains { $0 > format.gapOfSubnormals && $0 < format.gapOfZero })
    note(.vanishing, if: gaps.contains { $0 > format.gapOfZero && $0.isFinite })
    note(.farBelowZero, if: greatest < -format.gapOfZero)
    note(.overflowing, if: greatest > format.gapOfOverflow)
    note(.overflowingDifference, if: greatest - least > format.greatestFinite)
    note(.hugeOffset, if: format.isHuge(greatest) && gaps.allSatisfy { $0 < abs(greatest) / 2 })
    note(.negative, if: greatest < 0)
    note(.zero, if: x.contains(0))
    note(.subnormalEntry, if: x.contains { $0 != 0 && abs($0) < format.leastNormal })
    note(.masked, if: x.contains(-.infinity))
    note(.greatestFirst, if: x.count > 1 && gaps[0] == 0)
    note(.greatestLast, if: x.count > 1 && gaps[x.count - 1] == 0)
    note(
      .uneven, if: zip(x.dropFirst(2), zip(x, x.dropFirst())).contains { $0 - $1.1 != $1.1 - $1.0 })
    note(.vectorWidth, if: isNextToPowerOfTwo(x.count))
    note(.long, if: x.count >= 128)
    note(.soft, if: x.contains { $0 > 0 && $0 < 1 })
    note(.unnormalised, if: x.reduce(0, +) != 1)
    note(.allZero, if: x.allSatisfy { $0 == 0 })
    return regimes
  }

  private static func isNextToPowerOfTwo(_ count: Int) -> Bool {
    count >= 3 && (count - 1...count + 1).contains { $0 & ($0 - 1) == 0 }
  }
}

extension Format {
  private static let log2 = 0x1.62e42fefa39efp-1

  fileprivate var gapOfAbsorption: Double { Double(precision + 1) * Self.log2 }
  fileprivate var gapOfSubnormals: Double { Double(-leastExponent) * Self.log2 }
  fileprivate var gapOfZero: Double { Double(precision - leastExponent) * Self.log2 }
  fileprivate var gapOfOverflow: Double { Double(greatestExponent + 1) * Self.log2 }

  /// Whether one is at most the spacing of the numbers there.
  fileprivate func isHuge(_ x: Double) -> Bool { abs(x) * 2 * unitRoundoff >= 1 }
}
