import SoftmaxFamily

/// For which values of log-sum-exp of a pair the bound on the answer certainly means something, and for which it does not.
///
/// A comparison is vacuous if eight times its reach exceeds both the answer and the value `y`. The reach is the bound at
/// `y` and what the certified value is off by, which is less than `2^-60`. The values here are known to `2^-47`, and so
/// much room is left, and `2^-19` of each.
struct Vacuity {
  /// The least magnitude of a value at which the bound means something.
  let meaningful: Double
  /// A value of a lesser magnitude, and an answer within the least bound of it, are less than an eighth of the bound.
  let vacuous: Double

  private static let room = 1 + 0x1p-19

  /// Solves `|y| ≥ 8(ρ|y| + α)` for the greatest bound, and `|y| + (ρ|y| + α) < 8(ρ|y| + α)` for the least, where
  /// `|y| < 7α` suffices.
  ///
  /// From `2^-10` on every bound means something.
  init(least: ErrorBound, greatest: ErrorBound) {
    let absolute = (greatest.absolute + 0x1p-50) * Self.room
    let share = 8 * greatest.relative * Self.room
    let meaningful = share < 1 ? 8 * absolute / (1 - share) * Self.room + 0x1p-47 : .infinity
    self.meaningful = min(meaningful, 0x1p-10)
    vacuous = max(0, 7 * least.absolute / Self.room - 0x1p-46)
  }
}

extension Vacuity {
  /// What a contract says of it; `nil` where the screen cannot decide anything.
  init?(_ contract: Contract) {
    guard let least = contract.leastBoundOfPairs,
      let greatest = contract.greatestBoundOfSmallLogSumExp
    else { return nil }
    self.init(least: least, greatest: greatest)
  }
}
