import Arithmetic
import SoftmaxFamily

/// Chapter 1G, fourth part: binary cross-entropy in other forms, its minimum and its derivatives.
extension Law {
  /// The form that overflows nowhere.
  public static let bceStableForm = Law(
    "bce-stable-form", "BCE(t, z) = Σ max(z, 0) − zt + log(1 + e^{−|z|})",
    source: "definition",
    of: .binaryCrossEntropyWithLogits,
    forAll: .targets, .numbers.named("z")
  ) { loss, t, z in
    .equal(try loss(t, z), (z.rectified - z * t + (-z.magnitudes).exp.logOfOnePlus).sum)
  }

  /// What the loss exceeds the target's entropy by is the divergence, as a number.
  public static let bceGibbsGap = Law(
    "bce-gibbs-gap", "BCE(t, z) = H(t, 1 − t) + KL((t, 1 − t)‖(σ(z), σ(−z)))", source: "Gibbs",
    of: .binaryCrossEntropyWithLogits, .entropy, .klDivergence, .sigmoid,
    forAll: .oneTarget, .oneSmallNumber.named("z")
  ) { loss, entropy, klDivergence, sigmoid, t, z in
    let (labels, y) = (t.appending(1 - t), try sigmoid(z.appending(-z)))
    return .equal(try loss(t, z), try entropy(labels) + klDivergence(labels, y))
  }

  /// At the logit of the target the gradient vanishes.
  public static let bceMinimum = Law(
    "bce-minimum", "∂BCE(t, z)/∂z = 0 at z = logit(t)", source: "Bishop 4.91",
    of: .binaryCrossEntropyWithLogitsGradient, .logit,
    forAll: .probabilities.named("t")
  ) { gradient, logit, t in
    .equal(try gradient(t, logit(t)), 0, beside: t)
  }

  /// The least loss is the entropy of the target.
  public static let bceMinimumValue = Law(
    "bce-minimum-value", "BCE(t, logit(t)) = Σ H(t, 1 − t)", source: "Gibbs",
    of: .binaryCrossEntropyWithLogits, .logit, .entropy,
    forAll: .probabilities.named("t")
  ) { loss, logit, entropy, t in
    .equal(try loss(t, logit(t)), try entropy(t.appending(1 - t)))
  }

  /// The second derivative does not depend on the target, and is at most a quarter.
  public static let bceSecondDerivativeDifference = Law(
    "bce-second-derivative-difference",
    "∂BCE(t, y)/∂y − ∂BCE(t, x)/∂x = σ(y) − σ(x), between 0 and (y − x)/4 for x ≤ y",
    source: "Bishop 4.97, 4.98",
    of: .binaryCrossEntropyWithLogitsGradient, .sigmoid,
    forAll: .pairedSmallNumbers, .sameGrid, .targets
  ) { gradient, sigmoid, x, y, t in
    let step = y - x
    let change = try gradient(t, y) - gradient(t, x)
    let upwards = Tensor.combine(change, step) { $1.isNegative ? -$0 : $0 }
    return .all(
      .equal(change, try sigmoid(y) - sigmoid(x), beside: t),
      .atMost(0, upwards), .atMost(upwards, step.magnitudes * 0.25))
  }

  /// The loss of probabilities lies above its tangent, and below the parabola of the greatest curvature.
  ///
  /// The second derivative `t/p² + (1 − t)/(1 − p)²` is convex in `p`, and so greatest at an end.
  public static let bceProbDerivatives = Law(
    "bce-prob-derivatives",
    "0 ≤ BCE(t, q) − BCE(t, p) − (q − p)(p − t)/(p(1 − p)) ≤ (q − p)²(f″(p) + f″(q))/2",
    source: "convexity; Taylor's theorem",
    of: .binaryCrossEntropy,
    forAll: .oneProbability, .oneProbability.named("q"), .oneTarget
  ) { loss, p, q, t in
    func curvature(_ p: Tensor) -> Tensor { t / (p * p) + (1 - t) / ((1 - p) * (1 - p)) }
    let step = q - p
    let tangent = step * (p - t) / (p * (1 - p))
    let above = try loss(t, q) - loss(t, p) - tangent.sum
    let parabola = step * step * (curvature(p) + curvature(q)) * 0.5
    return .all(.atMost(0, above), .atMost(above, parabola.sum))
  }

  /// A weight of the positive class is one of the two hard losses more or less.
  public static let bcePosWeight = Law(
    "bce-pos-weight",
    "wt BCE(1, z) + (1 − t) BCE(0, z) = (1 − t)z + (1 + (w − 1)t) softplus(−z)",
    source: "softplus(z) = z + softplus(−z)",
    of: .binaryCrossEntropyWithLogits, .softplus,
    forAll: .oneTarget, .oneModerateNumber.named("z"), .weight
  ) { loss, softplus, t, z, w in
    let (one, zero) = (z.map { _ in 1 }, z.map { _ in 0 })
    let weighted = try w * t * loss(one, z) + (1 - t) * loss(zero, z)
    return .equal(weighted, (1 - t) * z + (1 + (w - 1) * t) * (try softplus(-z)))
  }

  /// The gradient of the weighted loss.
  public static let bcePosWeightGradient = Law(
    "bce-pos-weight-gradient",
    "wt ∂BCE(1, z) + (1 − t) ∂BCE(0, z) = (1 − t)σ(z) − wtσ(−z)", source: "definition",
    of: .binaryCrossEntropyWithLogitsGradient, .sigmoid,
    forAll: .oneTarget, .oneModerateNumber.named("z"), .weight
  ) { gradient, sigmoid, t, z, w in
    let (one, zero) = (z.map { _ in 1 }, z.map { _ in 0 })
    let weighted = try w * t * gradient(one, z) + (1 - t) * gradient(zero, z)
    return .equal(weighted, (1 - t) * (try sigmoid(z)) - w * t * (try sigmoid(-z)))
  }

  /// A sample that is there twice weighs twice as much.
  public static let bceWeightLinear = Law(
    "bce-weight-linear", "BCE((t, t), (z, z)) = 2 BCE(t, z)", source: "the loss is a sum",
    of: .binaryCrossEntropyWithLogits,
    forAll: .targets, .numbers.named("z")
  ) { loss, t, z in
    .equal(try loss(t.appending(t), z.appending(z)), 2 * (try loss(t, z)))
  }
}
