import Arithmetic
import SoftmaxFamily

extension Finding {
  /// Compares two numbers.
  ///
  /// `size` is the largest magnitude on either side. A bound of more than an eighth of it
  /// says nothing: the comparison is vacuous, unless it is falsified all the same.
  static func compare(
    _ left: Ball, _ relation: Relation, _ right: Ball, at index: Int, size: Ball
  ) -> Finding {
    guard left.isReal, right.isReal else { return special(left, relation, right, at: index) }
    let difference = left - right
    let bound = Ball(0).widened(by: difference.reach)
    let isSatisfied = relation == .atMost && !difference.midpoint.isPositive
    let error = isSatisfied ? 0 : difference.midpoint.magnitude
    let isFalsified = relation == .equal ? !difference.mayBeZero : difference.isPositive
    let comparison = Comparison(
      index: index, relation: relation, left: left, right: right, error: error,
      bound: bound)
    let ratio = ratio(difference, isSatisfied: isSatisfied, isFalsified: isFalsified)
    // An inequality that holds of the midpoints by more than the bound is never vacuous.
    let room = isSatisfied ? larger(size, difference.midpoint.magnitude) : size
    return Finding(
      ratio: ratio, isVacuous: room.precedes(8 * difference.reach) && !isFalsified,
      comparison: comparison)
  }

  private static func ratio(
    _ difference: Ball, isSatisfied: Bool, isFalsified: Bool
  ) -> Double {
    guard !isSatisfied, difference.significand.high != 0 else { return 0 }
    let quotient = abs(difference.significand.high) / difference.radius
    // Rounding the quotient must not turn a finding around.
    return isFalsified ? max(quotient, 1.0.nextUp) : min(quotient, 1)
  }

  /// Compares where a side is infinite or NaN: infinities must be the same, or in order.
  ///
  /// NaN is never right, not even on both sides: every law's domain has real values.
  private static func special(
    _ left: Ball, _ relation: Relation, _ right: Ball, at index: Int
  ) -> Finding {
    let (x, y) = (left.significand.high, right.significand.high)
    let isRight = relation == .equal ? x == y : x <= y
    return Finding(
      ratio: isRight ? 0 : .infinity, isVacuous: false,
      comparison: Comparison(
        index: index, relation: relation, left: left, right: right, error: Ball(.infinity),
        bound: 0))
  }
}
