import Arithmetic
import SoftmaxFamily

/// The threshold of α-entmax for gaps in increasing order, certified.
struct CertifiedThreshold {
  private let gaps: [Ball]
  private let alpha: Ball
  /// `α − 1`.
  private let a: Ball
  /// `1/(α − 1)`.
  private let exponent: Ball
  /// What the threshold falls short of `1/(α − 1)`.
  private(set) var shortfall: Ball = 0
  /// The bases `a(t − g)` of the powers, zero off the support.
  private(set) var bases: [SparseBase]
  /// Whether an entry may be on either side of the threshold, or is exactly there.
  private(set) var isUndecided: [Bool]

  /// Finds the threshold near a guess, which decides nothing.
  init(_ gaps: [Ball], alpha: Ball, guess: Double) {
    self.gaps = gaps
    self.alpha = alpha
    a = alpha - 1
    exponent = 1 / a
    bases = Array(repeating: SparseBase(0), count: gaps.count)
    isUndecided = Array(repeating: false, count: gaps.count)
    if let count = certainSupport(near: gaps.prefix { $0.value < guess }.count) {
      solve(onFirst: count, guess)
    } else {
      solveUndecided(guess)
    }
  }

  /// The base of an entry for a shortfall `c`: `1 − a(c + g)`.
  private func base(_ gap: Ball, _ shortfall: Ball) -> SparseBase {
    SparseBase(oneLess: a * (shortfall + gap))
  }

  /// The sum of the powers over some entries, less one, for a threshold `1/a + s`.
  private func excess(_ s: Ball, over entries: Range<Int>) -> Ball {
    var sum: Ball = -1
    for gap in gaps[entries] {
      let base = base(gap, -s)
      if !base.value.isNegative { sum = sum + base.power(exponent) }
    }
    return sum
  }

  /// An interval around a root of a function that rises through zero.
  ///
  /// Two of Newton's steps with a fixed slope, then ends at which the sign is certain.
  private func root(
    near guess: Double, slope: Double, of function: (Ball) -> Ball
  ) -> Ball {
    var point = Ball(guess)
    let slope = Ball(max(slope, 0x1p-1000))
    var error = function(point)
    for _ in 0..<3 where error.isReal && slope.isReal {
      point = (point - error.midpoint / slope).midpoint
      error = function(point)
    }
    // No sum of probabilities is known to more than some hundred bits, nor is the point itself.
    let finest = Ball(0x1p-104) / slope + Ball(abs(guess) * 0x1p-103)
    var reach = (error.magnitude.midpoint + error.reach) / slope + finest
    for _ in 0..<200 {
      reach = reach.midpoint * 2
      if function(point - reach).isNegative, function(point + reach).isPositive {
        return point.widened(by: reach)
      }
    }
    return .unbounded
  }
}

// MARK: - The support
extension CertifiedThreshold {
  /// The number of entries that are certainly the support; `nil` if an entry is too close to tell.
  ///
  /// Entries exactly at the threshold are not in the support, and are marked.
  private mutating func certainSupport(near guess: Int) -> Int? {
    var count = max(guess, 1)
    while count > 1 {
      guard let side = side(of: count - 1, afterFirst: count - 1) else { return nil }
      if side == .before { break }
      count -= 1
    }
    while count < gaps.count {
      guard let side = side(of: count, afterFirst: count) else { return nil }
      guard side == .before else { return hasCertainRest(after: count, side) ? count : nil }
      count += 1
    }
    return count
  }

  private enum Side { case before, at, beyond }

  /// Where an entry is, seen from the threshold: by the sum of the powers for its own gap.
  private func side(of entry: Int, afterFirst count: Int) -> Side? {
    var sum: Ball = -1
    for gap in gaps[..<count] {
      let step = gaps[entry] - gap
      guard step.isPositive || step.isZero else { return nil }
      let base = a * step
      // The power of a large base may be beyond all bounds.
      if (base - 1).isPositive { return .beyond }
      sum = sum + base.power(exponent)
      if sum.isPositive { return .beyond }
    }
    return sum.isZero ? .at : sum.isNegative ? .before : nil
  }

  /// Whether the entries after the first one off the support are certainly off it too.
  private mutating func hasCertainRest(after count: Int, _ first: Side) -> Bool {
    for entry in count..<gaps.count {
      let step = gaps[entry] - gaps[count]
      guard step.isPositive || step.isZero || entry == count else { return false }
      isUndecided[entry] = first == .at && !step.isPositive
    }
    return true
  }

  /// An interval for the threshold where the support is not certain.
  private mutating func solveUndecided(_ guess: Double) {
    let entries = gaps.indices
    findShortfall(guess, over: entries)
    for i in entries {
      let base = base(gaps[i], shortfall)
      isUndecided[i] = base.value.mayBeZero
      bases[i] = isUndecided[i] || base.value.isPositive ? base : SparseBase(0)
    }
    let possible = entries.filter { !bases[$0].value.isZero }
    if possible.count == 1 { bases[possible[0]] = SparseBase(1) }
  }

  /// An interval for the shortfall, by the sum over some entries.
  private mutating func findShortfall(_ guess: Double, over entries: Range<Int>) {
    let start = (Ball(guess) - exponent).value
    let slope = gaps[entries].reduce(0) { sum, gap in
      let base = a.value * (guess - gap.value)
      return base > 0 ? sum + Ball(base).power(exponent).value / base : sum
    }
    shortfall = -root(near: start, slope: slope) { excess($0, over: entries) }
  }
}

// MARK: - The threshold on a support
extension CertifiedThreshold {
  /// Solves the equation on the first entries; the bases are those of the last one and its gaps to it.
  private mutating func solve(onFirst count: Int, _ guess: Double) {
    let last = gaps[count - 1]
    if count == 1 {
      bases[0] = SparseBase(1)
      return
    }
    let base: Ball
    if alpha.isExact, let distance = closedForm(count) {
      base = a * distance
    } else if (alpha - 2).isPositive {
      base = steepBase(count)
    } else {
      findShortfall(guess, over: 0..<count)
      for i in 0..<count { bases[i] = self.base(gaps[i], shortfall) }
      return
    }
    shortfall = exponent - base / a - last
    for i in 0..<count { bases[i] = SparseBase(base + a * (last - gaps[i])) }
  }

  /// The distance of the threshold from the last entry of the support, for `α = 2` and `α = 3/2`.
  ///
  /// With `h_j = g_last − g_j` it is `(1 − Σ h)/k`, or the positive root of `k d² + 2d Σh + Σh² = 4`, in
  /// the form that does not cancel.
  private func closedForm(_ count: Int) -> Ball? {
    let steps = gaps[..<count].map { gaps[count - 1] - $0 }
    let sum = steps.reduce(0, +)
    let size = Ball(Double(count))
    switch alpha.value {
    case 2: return (1 - sum) / size
    case 1.5:
      let rest = 4 - steps.reduce(0) { $0 + $1 * $1 }
      return rest / (sum + (sum * sum + size * rest).squareRoot())
    default: return nil
    }
  }

  /// The base of the last entry of the support for `α > 2`, from its probability.
  ///
  /// There a threshold that is hardly beyond the entry gives it a large probability `q` at once, and
  /// an interval for `q` is the sharp one: of `Σ (q^a + a h_j)^{1/a} = 1` the derivative by `q` is
  /// `Σ (q/p_j)^{a−1}`, between one and the number of entries.
  private func steepBase(_ count: Int) -> Ball {
    let steps = gaps[..<count].map { a * (gaps[count - 1] - $0) }
    func powers(_ q: Ball) -> [Ball] {
      let base = q.power(a)
      return steps.map { $0.isZero ? q : (base + $0).power(exponent) }
    }
    func excess(_ q: Ball) -> Ball { powers(q).reduce(-1, +) }
    let guess = SparseThreshold.leastProbability(steps: steps.map(\.value), alpha: alpha.value)
    let slope = powers(Ball(guess)).reduce(0) {
      $0 + (Ball(guess) / $1).power(a - 1).value
    }
    return root(near: guess, slope: slope, of: excess).power(a)
  }
}

/// The base of a power, which is the sharper where its distance from one is known too.
struct SparseBase {
  /// The base.
  let value: Ball
  /// What the base falls short of one, if it is known better than by a subtraction.
  private let complement: Ball?

  /// Creates a base.
  init(_ value: Ball) {
    self.value = value
    complement = nil
  }

  /// Creates the base `1 − y`.
  init(oneLess complement: Ball) {
    value = 1 - complement
    self.complement = complement
  }

  /// The base to a power, for a base close to one by the logarithm of one plus its distance.
  func power(_ exponent: Ball) -> Ball {
    guard let complement, complement.magnitudeBound < 0x1p-6 else { return value.power(exponent) }
    return (exponent * (-complement).logarithmOfOnePlus()).exponential()
  }
}
