/// How far a computed number may be from the true value `v`: `relative·|v| + absolute`.
public struct ErrorBound: Sendable, Equatable {
  /// The part proportional to the true value.
  public var relative: Double
  /// The part that does not depend on it.
  public var absolute: Double

  /// Creates a bound of its two parts; one that is NaN is no bound, so infinite.
  ///
  /// Theorems multiply bounds, and zero times one that is infinite already is NaN.
  public init(relative: Double = 0, absolute: Double = 0) {
    self.relative = relative.isNaN ? .infinity : relative
    self.absolute = absolute.isNaN ? .infinity : absolute
  }

  /// No bound at all, for where a theorem's hypotheses do not hold.
  public static let infinite = ErrorBound(relative: .infinity, absolute: .infinity)

  /// The bound on a value of at most the given magnitude, rounded upwards.
  public func bound(of magnitude: Double) -> Double {
    // Zero times an infinite relative bound would be NaN.
    let proportional = magnitude == 0 || relative == 0 ? 0 : relative * magnitude
    return (proportional + absolute) * (1 + 0x1p-40)
  }

  /// The larger of two bounds, part by part.
  public static func larger(_ a: ErrorBound, _ b: ErrorBound) -> ErrorBound {
    ErrorBound(relative: max(a.relative, b.relative), absolute: max(a.absolute, b.absolute))
  }
}
