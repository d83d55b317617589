public import Arithmetic

/// What an implementation promises in one format, as the error theorems need it.
///
/// The claims become parameters of a floating-point arithmetic: a unit roundoff `u`,
/// relative errors `E` and `L` of exp and log, the relative error of a sum, the size of what
/// underflow may lose. Every theorem is a function of these and of the row at hand; none
/// has a constant tuned by hand. Theorems are numbered T1 to T17 throughout.
///
/// An implementation that computes in a wider format and rounds once has the parameters
/// of the wider format and one rounding more.
public struct Contract: Sendable {
  /// The format of arguments and results.
  public let format: Format
  /// What the implementation claims.
  public let claims: Claims
  /// The format of the operations between arguments and result.
  public let working: Format
  /// Whether numbers below the normal range may be taken for zero, as nothing else is claimed.
  let flushes: Bool
  /// The unit roundoff `u` of the working format.
  public let u: Double
  /// What one rounding below the normal range may lose: `η`, or `N` if results are flushed.
  public let tiny: Double
  /// The relative error `E` of exp: `A` units in the last place are at most `2Au`.
  public let exponentialError: Double
  /// The relative error `L` of log and log1p.
  public let logarithmError: Double
  /// What exp may lose below the normal range, and the division after it: `(E/u + 1)η`.
  public let exponentialTiny: Double
  /// What log and log1p may lose below the normal range: their units in the last place, or all.
  public let logarithmTiny: Double

  /// Creates the contract that claims make in a format.
  public init(_ claims: Claims, in format: Format) {
    self.format = format
    self.claims = claims
    working = claims.arithmetic[format] ?? format
    u = working.unitRoundoff
    flushes = claims.subnormals != .gradual
    tiny = flushes ? working.leastNormal : working.leastSubnormal
    let exponentialRoundings = 2 * (claims.exponentialUlps ?? 3)
    let logarithmRoundings = 2 * (claims.logarithmUlps ?? 2)
    exponentialError = exponentialRoundings * u
    logarithmError = logarithmRoundings * u
    exponentialTiny = (exponentialRoundings + 1) * tiny
    logarithmTiny = (logarithmRoundings + 1) * tiny
  }

  /// What exp may be off by at a value, in units in the last place as claimed, or lose if flushed.
  func exponentialUnits(of value: Double) -> Double {
    guard value.isFinite else { return .infinity }
    // Half a unit of a subnormal double is no double: the product is rounded upwards.
    let units = ((claims.exponentialUlps ?? 3) * working.ulp(of: value * (1 + 0x1p-30))).nextUp
    let isFlushed = flushes && value < working.leastNormal * (1 + 2 * exponentialError)
    return isFlushed ? units + working.leastNormal : units
  }

  /// The relative error `σ` of a sum of `n` non-negative terms.
  ///
  /// `(n−1)u` in any order (Jeannerod and Rump, "On relative errors of floating-point
  /// operations", Math. Comp. 87 (2018), for every `n`); `⌈log₂ n⌉u` pairwise; `2u` compensated;
  /// in a wider accumulator its own error and one rounding to the working format.
  public func sumError(_ n: Int) -> Double {
    guard n > 1 else { return 0 }
    let wider = accumulatesWider
    let step = wider ? accumulator.unitRoundoff : u
    let error =
      switch claims.summation {
      case .compensated: 2 * step
      case .pairwise: Double(Int.bitWidth - (n - 1).leadingZeroBitCount) * step
      case .sequential, .unknown, nil: Double(n - 1) * step
      }
    return wider ? error + u : error
  }

  private var accumulator: Format { claims.accumulator[format] ?? working }

  /// Whether sums are taken in a wider format than that of the operations.
  var accumulatesWider: Bool { accumulator.precision > working.precision }

  /// Whether a shift is claimed to come before exp, by a maximum that is known by then.
  var shiftsOnce: Bool { cancelsShifts || claims.algorithm == .expOfXMinusLSE }

  /// Whether adding one number to all entries cannot change a bit of softmax.
  public var cancelsShifts: Bool {
    claims.algorithm == .shiftDiv || claims.algorithm == .shiftRecip
  }

  /// Adds the rounding to the storage format, where the working format is wider.
  func stored(_ bound: ErrorBound) -> ErrorBound {
    guard working != format else { return bound }
    let u = format.unitRoundoff
    let tiny = flushes ? format.leastNormal : format.leastSubnormal / 2
    return ErrorBound(
      relative: bound.relative + u * (1 + bound.relative),
      absolute: bound.absolute * (1 + u) + tiny)
  }

  /// Whether a number, given as an exact sum of two doubles, is a value of the working format.
  func represents(_ x: DoubleDouble) -> Bool { x.low == 0 && working.contains(x.high) }
}
