import Arithmetic
import SoftmaxFamily

/// Chapter 1G, first part: binary cross-entropy.
extension Law {
  /// Binary cross-entropy with logits is within its error theorem, T7.
  public static let bceOracle = accuracy(
    "bce-oracle", "BCE(t, z) = −Σ (t log σ(z) + (1 − t) log σ(−z))", source: "Bishop 4.90; T7",
    of: .binaryCrossEntropyWithLogits, forAll: .targets.upTo(70), .numbers.named("z"))

  /// Binary cross-entropy of probabilities is within its error theorem.
  public static let bceProbOracle = accuracy(
    "bce-prob-oracle", "BCE(t, y) = −Σ (t log y + (1 − t) log(1 − y))", source: "Bishop 4.90",
    of: .binaryCrossEntropy, forAll: .targets.upTo(70), .unitNumbers.named("y"))

  /// Cross-entropy with logits is cross-entropy of their sigmoids.
  ///
  /// The logits are tame: for large ones `1 − σ(z)` has lost its digits by design.
  public static let bceComposition = Law(
    "bce-composition", "BCE_logits(t, z) = BCE(t, σ(z))", source: "Bishop 4.90",
    of: .binaryCrossEntropyWithLogits, .binaryCrossEntropy, .sigmoid,
    forAll: .targets, .smallNumbers.named("z")
  ) { withLogits, crossEntropy, sigmoid, t, z in
    .equal(try withLogits(t, z), try crossEntropy(t, sigmoid(z)))
  }

  /// The loss is softplus less a term linear in the target.
  public static let bceAffineInTarget = Law(
    "bce-affine-in-target", "BCE(t, z) = Σ softplus(z) − tz", source: "definition",
    of: .binaryCrossEntropyWithLogits, .softplus,
    forAll: .targets, .moderateNumbers.named("z")
  ) { loss, softplus, t, z in
    .equal(try loss(t, z), (try softplus(z) - t * z).sum)
  }

  /// For hard targets the loss is softplus of the logit with a sign.
  public static let bceHardLabels = Law(
    "bce-hard-labels", "BCE(1, z) = softplus(−z), BCE(0, z) = softplus(z)", source: "definition",
    of: .binaryCrossEntropyWithLogits, .softplus,
    forAll: .hardTargets, .numbers.named("z")
  ) { loss, softplus, t, z in
    .equal(try loss(t, z), (try softplus((1 - 2 * t) * z)).sum)
  }

  /// Exchanging the two classes changes nothing.
  public static let bceReflection = Law(
    "bce-reflection", "BCE(t, z) = BCE(1 − t, −z)", source: "definition",
    of: .binaryCrossEntropyWithLogits,
    forAll: .targets, .numbers.named("z")
  ) { loss, t, z in
    .equal(try loss(t, z), try loss(1 - t, -z))
  }

  /// The loss is not negative: exactly for hard targets, where its terms are softplus.
  public static let bceNonneg = Law(
    "bce-nonneg", "BCE(t, z) ≥ 0", source: "monotone rounding", exactness: .exact,
    of: .binaryCrossEntropyWithLogits,
    forAll: .hardTargets, .numbers.named("z")
  ) { loss, t, z in
    .atMost(0, try loss.returned(t, z))
  }

  /// For soft targets `softplus(z) − tz` may cancel, and end a rounding below zero.
  public static let bceNonnegSoft = Law(
    "bce-nonneg-soft", "BCE(t, z) ≥ 0 for 0 ≤ t ≤ 1", source: "softplus(z) ≥ max(0, z) ≥ tz",
    of: .binaryCrossEntropyWithLogits,
    forAll: .targets, .numbers.named("z")
  ) { loss, t, z in
    .atMost(0, try loss(t, z))
  }

  /// The loss exceeds the entropy of the target by the divergence of the prediction.
  public static let bceGibbs = Law(
    "bce-gibbs", "BCE(t, z) = H(t, 1 − t) + KL((t, 1 − t)‖(σ(z), σ(−z))) ≥ H(t, 1 − t)",
    source: "Gibbs",
    of: .binaryCrossEntropyWithLogits, .entropy,
    forAll: .oneTarget, .moderateNumbers.named("z")
  ) { loss, entropy, t, z in
    .atMost(try entropy(t.appending(1 - t)), try loss(t, z))
  }

  /// The gradient is prediction less target.
  public static let bceGradient = accuracy(
    "bce-gradient", "∂BCE/∂z = σ(z) − t", source: "Bishop 4.91; T10",
    of: .binaryCrossEntropyWithLogitsGradient, forAll: .targets.upTo(70), .numbers.named("z"))

  /// The loss is finite for every finite logit; half of it leaves room for the rounding.
  public static let bceExtremeFinite = Law(
    "bce-extreme-finite", "BCE(t, z/2) is finite", source: "BCE ≤ |z| + log 2",
    exactness: .exact,
    of: .binaryCrossEntropyWithLogits,
    forAll: .oneHardTarget, .numbers.named("z")
  ) { loss, t, z in
    .finite(try loss.returned(t, loss.rounded(z * 0.5)))
  }

  /// Losses of labels that do not exclude each other add up, class by class.
  public static let multilabelSum = Law(
    "multilabel-sum", "BCE(t, z) = Σ_k BCE(t_k, z_k)", source: "product of Bernoulli likelihoods",
    of: .binaryCrossEntropyWithLogits,
    forAll: .targets, .moderateNumbers.named("z")
  ) { loss, t, z in
    var sum: Tensor = 0
    for k in 0..<t.count { sum = sum + (try loss(t.selecting([k]), z.selecting([k]))) }
    return .equal(try loss(t, z), sum)
  }
}
