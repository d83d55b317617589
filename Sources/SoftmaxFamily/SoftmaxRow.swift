import Arithmetic

/// What the error theorems need to know of one row of logits, as bounds in doubles.
///
/// Written with `m` the greatest entry of `λx`, `Δ_i = m − λx_i`, `s = Σ e^{−Δ_i}`, `y = m + log s`.
struct SoftmaxRow {
  /// The greatest entry `m` of `λx`, in magnitude at most infinite.
  let maximum: Double
  /// The distances `Δ_i` of the entries from the greatest; infinite for masked entries.
  let gaps: [Double]
  /// Upper bounds of the probabilities `g_i = e^{−Δ_i}/s`.
  let probabilities: [Double]
  /// An upper bound of `log s`.
  let logSum: Double
  /// An upper bound of `s − 1`, the sum of all terms but a greatest one.
  let rest: Double
  /// How many entries are certainly the greatest; their exponentials are `e^0`.
  let ties: Int
  /// The share of the entries that are certainly the greatest in the sum, from below.
  let shareOfTies: Double
  /// Upper bounds of the absolute errors of the exponents `−Δ_i` before exp is applied.
  let exponentErrors: [Double]
  /// Upper bounds of the absolute errors of the products `λx_i`.
  let scalingErrors: [Double]
  /// An upper bound of the error of `m` itself.
  let maximumError: Double

  /// An upper bound of the magnitude of `logSumExp(λx)`.
  var logSumExp: Double { max(abs(maximum + logSum), abs(maximum)) }

  /// How often a running maximum may rise, whichever way the row is read or halved.
  ///
  /// An online sum rescales a term each time: read from either end, as often as the maximum so far
  /// rises; merged in pairs, at most `⌈log₂ n⌉` times.
  var rescalings: Int {
    let depth = Int.bitWidth - max(gaps.count - 1, 0).leadingZeroBitCount
    return max(depth, Self.rises(gaps), Self.rises(gaps.reversed()))
  }

  private static func rises(_ gaps: some Sequence<Double>) -> Int {
    var least = Double.infinity
    var count = -1
    for gap in gaps where gap < least {
      least = gap
      count += 1
    }
    return max(count, 0)
  }

  /// The relative size of the terms other than the greatest: `1 − 1/s`, from above.
  var restOfSum: Double { Upper.oneMinusExponential(-logSum) }

  /// Analyses the row `λx` as an implementation with the given contract rounds it.
  init(_ x: [Double], scale: Double = 1, contract: Contract) {
    let top = scale < 0 ? x.min() ?? 0 : x.max() ?? 0
    maximum = scale * top
    gaps = x.map { $0 == top ? 0 : abs(scale) * abs(top - $0) }
    (probabilities, rest) = SoftmaxRow.weights(gaps)
    logSum = Upper.logOfOnePlus(rest)
    ties = gaps.count { $0 == 0 }
    shareOfTies = SoftmaxRow.share(ofTies: ties, gaps, probabilities)
    let scaling = contract.productError(scale, top)
    maximumError = scaling
    scalingErrors = x.map { contract.productError(scale, $0) + abs(scale) * contract.flushed($0) }
    exponentErrors = x.map {
      contract.exponentError($0, top: top, scale: scale, scalingOfTop: scaling)
    }
  }

  /// Analyses logits that were themselves computed, each known up to an error.
  ///
  /// With `e_i` the errors and `e` the largest, the exponent `fl(â_i − m̂)` is `a_i − m̂` up to
  /// `e_i + u(Δ_i + e_i + e)`, and `m̂`, which all share, cancels. What underflow takes from the sum
  /// counts beside `e^{−e}`, the least that the sum can be in units of its greatest true term,
  /// and the logarithm of the sum is off by `L·e` more. No logit, whatever they have in common, is
  /// greater in magnitude than `reach`.
  init(computed logits: [Double], errors: [Double], reach: Double, contract: Contract) {
    let top = logits.max() ?? 0
    let largest = errors.reduce(0, max)
    gaps = logits.map { $0 == top ? 0 : top - $0 }
    // The logits given here are those of the true row to within a few roundings of doubles.
    (probabilities, rest) = SoftmaxRow.weights(gaps, slack: Upper.exponential(reach * 0x1p-46))
    logSum = Upper.logOfOnePlus(rest)
    // Entries that are equal here need not be where each has an error of its own.
    ties = largest == 0 ? gaps.count { $0 == 0 } : 0
    shareOfTies = SoftmaxRow.share(ofTies: ties, gaps, probabilities)
    maximum = contract.claims.algorithm == .unshifted ? -reach : reach
    maximumError = largest * contract.logarithmError
    scalingErrors = errors
    let underflow =
      Double(logits.count) * contract.exponentialTiny * Upper.exponentialMinusOne(largest)
    exponentErrors = zip(gaps, errors).map { gap, error in
      guard gap.isFinite else { return 0 }
      return (error + contract.u * (gap + error + largest) + underflow) * (1 + 0x1p-40)
    }
  }

  /// The share of the greatest entries in the sum, from below; zero where none certainly is.
  private static func share(ofTies ties: Int, _ gaps: [Double], _ probabilities: [Double]) -> Double
  {
    guard ties > 0 else { return 0 }
    var share = 0.0
    for index in gaps.indices where gaps[index] == 0 { share += probabilities[index] }
    return share * (1 - 0x1p-35)
  }

  /// Upper bounds of the probabilities and of `s − 1`, given the gaps.
  private static func weights(
    _ gaps: [Double], slack: Double = 1
  ) -> (probabilities: [Double], rest: Double) {
    let terms = gaps.map { Upper.exponential(-$0) }
    // Without the greatest term: log1p keeps a sum that hardly exceeds it apart from one.
    let pivot = gaps.firstIndex(of: 0) ?? 0
    var (sum, rest) = (0.0, 0.0)
    for index in terms.indices {
      sum += terms[index]
      if index != pivot { rest += terms[index] }
    }
    sum *= 1 + 0x1p-40
    // Each term is at most 2^-40 too large, so the sum is no larger than 1 + 2^-38 times s.
    return (
      terms.map { $0 / sum * (1 + 0x1p-38) * slack },
      rest * (1 + 0x1p-40) * slack
    )
  }
}

extension Contract {
  /// What flushing to zero takes from a number below the normal range.
  func flushed(_ x: Double) -> Double {
    flushes && abs(x) < working.leastNormal ? abs(x) : 0
  }

  /// The error of rounding the product of two numbers; zero where it is exact.
  func productError(_ a: Double, _ b: Double) -> Double {
    guard a != 1, a != 0, b != 0, (a * b).isFinite else { return 0 }
    // Where the low part of the product underflows it does not tell what is exact.
    guard abs(a * b) > 0x1p-960 else { return u * abs(a * b) + tiny }
    let product = DoubleDouble.product(a, b)
    guard !represents(product) else { return flushed(product.high) }
    return u * abs(product.high) + tiny
  }

  /// The error of rounding a difference; zero where it is exact.
  ///
  /// A difference that overflows is `−∞` and its exponential zero, as it should be.
  func differenceError(_ a: Double, _ b: Double) -> Double {
    let difference = DoubleDouble.sum(a, -b)
    guard difference.high.isFinite else { return 0 }
    return represents(difference)
      ? flushed(difference.high) : u * abs(difference.high) * (1 + 0x1p-50)
  }

  /// The error of an exponent `λ(x − m)`, whether the scale or the shift comes first.
  fileprivate func exponentError(
    _ x: Double, top: Double, scale: Double, scalingOfTop: Double
  ) -> Double {
    guard x.isFinite, top.isFinite, x != top else { return 0 }
    let flush = abs(scale) * (flushed(x) + flushed(top))
    let shift = differenceError(x, top)
    guard scale != 1 else { return shift + flush }
    let difference = x - top
    let shiftFirst =
      abs(scale) * shift
      + (shift == 0
        ? productError(scale, difference) : u * abs(scale * difference) * (1 + u) + tiny)
    let scaling = productError(scale, x)
    let last =
      scaling == 0 && scalingOfTop == 0
      ? differenceError(scale * x, scale * top)
      : u * (abs(scale * difference) + scaling + scalingOfTop) * (1 + 0x1p-40)
    return max(shiftFirst, scaling + scalingOfTop + last) + flush
  }
}
