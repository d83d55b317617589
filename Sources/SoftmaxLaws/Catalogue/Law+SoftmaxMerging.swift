import Arithmetic
import SoftmaxFamily

/// Chapter 1A, fifth part: softmax put together from parts, and written otherwise.
extension Law {
  /// So many copies of a logit count as one that is greater by the logarithm of their number.
  public static let softmaxDuplicateMerge = Law(
    "softmax-duplicate-merge",
    "k copies of x_0 have the probability of one x_0 + log k, and the others the same",
    source: "k e^x = e^{x + log k}",
    of: .softmax,
    forAll: .logits, .copies
  ) { softmax, x, copies in
    let k = Int(copies.scalar.value)
    let repeated = try softmax(x.appending(.repeating(x[0], count: k - 1)))
    let all = repeated.selecting([0] + (x.count..<repeated.count).map { $0 }).sum
    let merged = try softmax((x.entry(0) + copies.log).appending(x.dropFirst))
    let others = repeated.selecting((1..<x.count).map { $0 })
    return .equal(Tensor([all.scalar]).appending(others), merged)
  }

  /// Softmax of parts, weighted with the parts' log-sum-exps, is softmax of the whole.
  ///
  /// This is how attention is computed block by block; the order of the blocks does not matter.
  public static let softmaxOnlineMerge = Law(
    "softmax-online-merge",
    "softmax(a, b) = (softmax(a) e^{L(a) − L}, softmax(b) e^{L(b) − L}), L = L(L(b), L(a))",
    source: "Milakov–Gimelshein 2018",
    of: .softmax, .logSumExp,
    forAll: .logits
  ) { softmax, logSumExp, x in
    let middle = (x.count + 1) / 2
    let (a, b) = (x.selecting(Array(0..<middle)), x.selecting(Array(middle..<x.count)))
    let (ofA, ofB) = (try logSumExp(a), try logSumExp(b))
    let whole = try logSumExp(Tensor([ofB.scalar, ofA.scalar]))
    let parts = try (softmax(a) * (ofA - whole).exp).appending(softmax(b) * (ofB - whole).exp)
    return .equal(parts, try softmax(x))
  }

  /// A probability is one over the sum of all odds against it.
  public static let softmaxReciprocalForm = Law(
    "softmax-reciprocal-form", "softmax(x)_i = 1/Σ_j e^{x_j − x_i}", source: "definition",
    of: .softmax,
    forAll: .fewLogits
  ) { softmax, x in
    .equal(try softmax(x), x.map { 1 / (x - Tensor($0)).exp.sum.scalar })
  }

  /// The probabilities add up to one whatever the scale: T1s.
  public static let softmaxSumOneScaled = Law(
    "softmax-sum-one-scaled", "Σ softmax_λ(x) = 1", source: "Bishop 4.62; T1s",
    exactness: .theorem,
    of: .scaledSoftmax,
    forAll: .longLogits, .scale
  ) { scaledSoftmax, x, scale in
    .equal(
      try scaledSoftmax.returned(x, scale).sum, 1,
      within: scaledSoftmax.bound { $0.sumOfProbabilities(x.values, scale: scale.scalar.value) })
  }

  /// Probabilities are between zero and one whatever the scale, exactly.
  public static let softmaxNonnegLeOneScaled = Law(
    "softmax-nonneg-le-one-scaled", "0 ≤ softmax_λ(x) ≤ 1", source: "monotone rounding",
    exactness: .exact,
    of: .scaledSoftmax,
    forAll: .logits, .scale
  ) { scaledSoftmax, x, scale in
    let p = try scaledSoftmax.returned(x, scale)
    return .all(.atMost(0, p), .atMost(p, 1))
  }

  /// The odds of two classes depend on their two logits and the scale only.
  public static let softmaxOddsRatioScaled = Law(
    "softmax-odds-ratio-scaled", "softmax_λ(x)_i / softmax_λ(x)_0 = e^{λ(x_i − x_0)}",
    source: "Bishop 4.58", exactness: .theorem,
    of: .scaledSoftmax,
    forAll: .roundTripLogits.named("x"), .roundTripScale
  ) { scaledSoftmax, x, scale in
    let errors = scaledSoftmax.sharper {
      $0.odds(x.values, scale: scale.scalar.value, to: 0)
    }
    let odds = ((x - Tensor(x[0])) * scale).exp
    return try scaledSoftmax.hasOdds(odds, within: errors, at: x, scale)
  }

  /// A power of two scales inside as it does outside, to the last bit if the shift comes first.
  ///
  /// Products with it are exact, so that the exponents are the same numbers either way, as long as
  /// none of them is flushed to zero.
  public static let softmaxScalePowerOfTwo = Law(
    "softmax-scale-power-of-two", "softmax_λ(x) = softmax_1(λx) for λ = 2^k",
    source: "exact scaling", exactness: .exactAsClaimed,
    of: .scaledSoftmax,
    forAll: .gridLogits, .dyadicScale
  ) { scaledSoftmax, x, scale in
    scaledSoftmax.scalesExactly
      ? .equal(try scaledSoftmax.returned(x, scale), try scaledSoftmax.returned(x * scale, 1))
      : .equal(try scaledSoftmax(x, scale), try scaledSoftmax(x * scale, 1))
  }
}
