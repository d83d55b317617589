import Arithmetic
import SoftmaxFamily

/// Chapter 1G, third part: gradients of cross-entropy, and where the two losses meet.
extension Law {
  /// Binary and categorical cross-entropy are the same number for two classes.
  public static let cce2EqualsBce = Law(
    "cce2-equals-bce", "CCE((1 − t, t), (a, b)) = BCE(t, b − a)",
    source: "Bishop 4.90 and 4.108",
    of: .categoricalCrossEntropyWithLogits, .binaryCrossEntropyWithLogits,
    forAll: .twoGridLogits.named("z"), .oneTarget
  ) { categorical, binary, z, t in
    .equal(
      try categorical((1 - t).appending(t).asRow, z.asRow),
      try binary(t, Tensor([z[1] - z[0]])))
  }

  /// For two classes the gradient is that of the binary loss, with both signs.
  public static let cce2GradientAntisymmetric = Law(
    "cce2-gradient-antisymmetric", "∇CCE((1 − t, t), (a, b)) = (−d, d), d = σ(b − a) − t",
    source: "Bishop 4.91 and 4.109",
    of: .categoricalCrossEntropyWithLogitsGradient, .binaryCrossEntropyWithLogitsGradient,
    forAll: .twoGridLogits.named("z"), .oneTarget
  ) { categorical, binary, z, t in
    let d = try binary(t, Tensor([z[1] - z[0]]))
    return .equal(
      try categorical((1 - t).appending(t).asRow, z.asRow).flattened, (-d).appending(d))
  }

  /// One step of gradient descent moves the difference of two logits twice as far as one logit.
  public static let cce2SgdDoubleStep = Law(
    "cce2-sgd-double-step", "∂CCE/∂b − ∂CCE/∂a = 2 ∂BCE/∂z at z = b − a",
    source: "chain rule",
    of: .categoricalCrossEntropyWithLogitsGradient, .binaryCrossEntropyWithLogitsGradient,
    forAll: .twoGridLogits.named("z"), .oneTarget
  ) { categorical, binary, z, t in
    let gradient = try categorical((1 - t).appending(t).asRow, z.asRow)
    let step = Tensor([gradient[1] - gradient[0]])
    return .equal(step, 2 * (try binary(t, Tensor([z[1] - z[0]]))))
  }

  /// The gradient is within its error theorem, T10, whatever the sum of the targets.
  public static let cceGradientMass = accuracy(
    "cce-gradient-mass", "∇CCE(t, z) = softmax(z) Σt − t", source: "Bishop 4.109; T10",
    of: .categoricalCrossEntropyWithLogitsGradient, forAll: .weightRows, .logitRows)

  /// For targets that sum to one the gradient is prediction less target.
  public static let cceGradient = Law(
    "cce-gradient", "∇CCE(t, z) = softmax(z) − t where Σt = 1", source: "Bishop 4.109",
    of: .categoricalCrossEntropyWithLogitsGradient, .softmax,
    forAll: .distribution.named("t"), .moderateLogits
  ) { gradient, softmax, t, z in
    .equal(try gradient(t.asRow, z.asRow).flattened, try softmax(z) - t)
  }

  /// The gradient sums to zero, as a common shift of the logits changes nothing.
  ///
  /// It does so the better as the sum of the probabilities is nearer to one than they are to theirs.
  public static let cceGradientSumZero = Law(
    "cce-gradient-sum-zero", "Σ_k ∂CCE/∂z_k = 0", source: "shift invariance; T10, T1s",
    exactness: .theorem,
    of: .categoricalCrossEntropyWithLogitsGradient,
    forAll: .masses, .moderateLogits
  ) { gradient, t, z in
    let answer = try gradient.answer([t.asRow, z.asRow])
    guard let bound = gradient.sharper({ $0.sumOfGradient(t.values, z.values) }) else {
      return .equal(answer.enclosure.sum, 0, beside: answer.enclosure)
    }
    return .equal(answer.returned.sum, 0, within: bound, beside: t)
  }

  /// The gradient with respect to probabilities is within its error theorem.
  public static let cceProbDerivatives = accuracy(
    "cce-prob-derivatives", "∂CCE/∂y = −t/y", source: "definition",
    of: .categoricalCrossEntropyGradient, forAll: .weightRowsOfProbabilities, .probabilityRows)

  /// The chain rule takes the gradient from probabilities to logits.
  public static let cceChainRule = Law(
    "cce-chain-rule", "Jᵀ(−t/p) = p Σt − t at p = softmax(z)", source: "chain rule",
    of: .softmaxVectorJacobianProduct, .categoricalCrossEntropyWithLogitsGradient, .softmax,
    forAll: .masses, .tameLogits.named("z")
  ) { product, gradient, softmax, t, z in
    let outer = -t / (try softmax(z))
    return .equal(try product(z, outer), try gradient(t.asRow, z.asRow).flattened)
  }
}
