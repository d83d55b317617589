/// A claim of the protocol, what it sharpens, and laws that tell whether it is kept.
package struct ClaimCheck: Sendable {
  /// The claim's name in the protocol.
  package let claim: String
  /// What it sharpens.
  package let effect: String
  /// Laws that are falsified where the claim is made and not kept.
  package let laws: [String]

  /// All claims, in the order of the protocol.
  package static let all = [
    ClaimCheck(
      claim: "exponentialUlps",
      effect:
        "the error of exp: T1 to T6, and in units in the last place where the result is what exp"
        + " returned, as beside a greatest entry that absorbs the others",
      laws: ["softmax-oracle", "sigmoid-oracle", "softmax-odds-ratio"]),
    ClaimCheck(
      claim: "logarithmUlps",
      effect: "the error of log and log1p: T3, T4, T6 to T8, T14, entropy and divergence",
      laws: ["lse-replicate-zeros", "invsoft-oracle"]),
    ClaimCheck(
      claim: "accumulator", effect: "the error of a sum, and what a sum absorbs",
      laws: ["softmax-sum-one", "lse-oracle"]),
    ClaimCheck(
      claim: "arithmetic", effect: "every theorem: that of the wider format, and one rounding",
      laws: ["softmax-oracle", "sigmoid-oracle", "softplus-oracle"]),
    ClaimCheck(
      claim: "summation", effect: "the error of a sum: ⌈log₂ n⌉u pairwise, 2u compensated",
      laws: ["softmax-sum-one"]),
    ClaimCheck(
      claim: "algorithm",
      effect: "T1 or T2, T3, T4 and T8; where a shift by the maximum comes first: shift and scale"
        + " invariance to the last bit, Σp = 1 by T1s, odds and differences by theorems of their own",
      laws: ["softmax-shift-invariance", "logsoftmax-shift", "softmax-uniform", "softmax-sum-one"]),
    ClaimCheck(
      claim: "sigmoid",
      effect:
        "T5: no lower tail lost to overflow, and the tail what exp returned (twoBranch); absolute"
        + " accuracy only (tanh)",
      laws: ["sigmoid-oracle", "sigmoid-subnormal"]),
    ClaimCheck(
      claim: "logSumExp", effect: "T3b: log-sum-exp relative to what exceeds the greatest entry",
      laws: ["lse-oracle", "lse-log1p-tail"]),
    ClaimCheck(
      claim: "sparseMap",
      effect:
        "T15 and T16 of the sorting algorithms, with shift invariance to the last bit; T17 by bisection",
      laws: ["sparsemax-shift", "sparsemax-constructed"]),
    ClaimCheck(
      claim: "subnormals", effect: "what underflow may lose: η instead of N",
      laws: ["softmax-oracle", "sigmoid-oracle"]),
    ClaimCheck(
      claim: "monotone",
      effect:
        "order to the last bit; permutations but for the order of the sum; the sigmoid in order",
      laws: ["softmax-order-preserving"]),
    ClaimCheck(
      claim: "fullyMasked", effect: "which answer a row of nothing but −∞ has",
      laws: ["softmax-fully-masked"]),
    ClaimCheck(
      claim: "empty", effect: "which answer empty input has", laws: ["softmax-empty", "lse-empty"]),
    ClaimCheck(
      claim: "deterministic",
      effect: "the verdict `nondeterministic` where a failing case does not fail again",
      laws: ["purity-softmax"]),
    ClaimCheck(
      claim: "batchInvariant", effect: "a row's answer, to the last bit, whatever is beside it",
      laws: ["batch-softmax"]),
    ClaimCheck(
      claim: "infiniteLogits", effect: "which answer a row with +∞ has", laws: ["softmax-infinite"]),
    ClaimCheck(
      claim: "fullyMaskedGradient", effect: "which gradient a row of nothing but −∞ has",
      laws: ["lse-gradient-fully-masked"]),
    ClaimCheck(
      claim: "extendedReals", effect: "what a loss makes of infinite logits",
      laws: ["bce-infinite-logits"]),
    ClaimCheck(
      claim: "leastLogarithm", effect: "at what a loss of probabilities is clamped",
      laws: ["bce-certain"]),
  ]
}
