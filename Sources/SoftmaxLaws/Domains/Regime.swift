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
    let facts = RowFacts(x)
    guard facts.least <= facts.greatest, facts.greatest.isFinite else {
      return x.isEmpty ? [] : [.masked]
    }
    var regimes = facts.regimes(of: x, in: format)
    func note(_ regime: Regime, if isSo: Bool) { if isSo { regimes.insert(regime) } }
    let (greatest, least) = (facts.greatest, facts.least)
    note(.singleton, if: x.count == 1)
    note(.farBelowZero, if: greatest < -format.gapOfZero)
    note(.overflowing, if: greatest > format.gapOfOverflow)
    note(.overflowingDifference, if: greatest - least > format.greatestFinite)
    let isClose = !facts.isMasked && greatest - least < abs(greatest) / 2
    note(.hugeOffset, if: format.isHuge(greatest) && isClose)
    note(.negative, if: greatest < 0)
    note(.masked, if: facts.isMasked)
    note(.greatestFirst, if: x.count > 1 && x[0] == greatest)
    note(.greatestLast, if: x.count > 1 && x[x.count - 1] == greatest)
    note(.vectorWidth, if: isNextToPowerOfTwo(x.count))
    note(.long, if: x.count >= 128)
    return regimes
  }

  private static func isNextToPowerOfTwo(_ count: Int) -> Bool {
    count >= 3 && (count - 1...count + 1).contains { $0 & ($0 - 1) == 0 }
  }
}

/// The ends of a row, and what is found by looking at each entry.
///
/// One loop for all, counted by hand: rows are looked at in tests, which are built without optimisation.
private struct RowFacts {
  /// The greatest entry.
  private(set) var greatest = -Double.infinity
  /// The least finite entry.
  private(set) var least = Double.infinity
  /// Whether an entry is `−∞`.
  private(set) var isMasked = false

  init(_ x: [Double]) {
    var i = 0
    while i < x.count {
      let entry = x[i]
      if entry > greatest { greatest = entry }
      if entry < least, entry.isFinite { least = entry }
      if entry == -.infinity { isMasked = true }
      i += 1
    }
  }

  /// The regimes that are a matter of single entries, and of neighbours.
  func regimes(of x: [Double], in format: Format) -> Set<Regime> {
    var (ties, sum) = (0, 0.0)
    var (isAbsorbed, isSubnormal, vanishes, hasZero) = (false, false, false, false)
    var (hasSubnormalEntry, isSoft, isUneven, isAllZero) = (false, false, false, true)
    let (absorption, subnormals) = (format.gapOfAbsorption, format.gapOfSubnormals)
    let (zero, leastNormal) = (format.gapOfZero, format.leastNormal)
    var i = 0
    while i < x.count {
      let (entry, gap) = (x[i], greatest - x[i])
      if gap == 0 { ties += 1 }
      if gap.isFinite {
        if gap > absorption { isAbsorbed = true }
        if gap > subnormals, gap < zero { isSubnormal = true }
        if gap > zero { vanishes = true }
      }
      if entry == 0 { hasZero = true } else { isAllZero = false }
      if entry != 0, abs(entry) < leastNormal { hasSubnormalEntry = true }
      if entry > 0, entry < 1 { isSoft = true }
      if i > 1, entry - x[i - 1] != x[i - 1] - x[i - 2] { isUneven = true }
      sum += entry
      i += 1
    }
    let found: [(Regime, Bool)] = [
      (.ties, ties > 1), (.absorbed, isAbsorbed), (.subnormal, isSubnormal), (.vanishing, vanishes),
      (.zero, hasZero), (.subnormalEntry, hasSubnormalEntry), (.soft, isSoft), (.uneven, isUneven),
      (.allZero, isAllZero), (.unnormalised, sum != 1),
    ]
    return Set(found.filter(\.1).map(\.0))
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
