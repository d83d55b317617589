import Arithmetic
import SoftmaxFamily

/// Chapter 1G, second part: categorical cross-entropy.
extension Law {
  /// Categorical cross-entropy with logits is within its error theorem, T8.
  public static let cceOracle = accuracy(
    "cce-oracle", "CCE(t, z) = −Σ t logSoftmax(z)", source: "Bishop 4.108; T8",
    of: .categoricalCrossEntropyWithLogits, forAll: .weightRows, .logitRows)

  /// Categorical cross-entropy of probabilities is within its error theorem.
  public static let cceProbOracle = accuracy(
    "cce-prob-oracle", "CCE(t, y) = −Σ t log y", source: "Bishop 4.108; T8",
    of: .categoricalCrossEntropy, forAll: .weightRowsOfProbabilities, .probabilityRows)

  /// The loss is the total weight times log-sum-exp, less the weighted logits.
  public static let cceLseForm = Law(
    "cce-lse-form", "CCE(t, z) = Σt · logSumExp(z) − ⟨t, z⟩", source: "definition",
    of: .categoricalCrossEntropyWithLogits, .logSumExp,
    forAll: .masses, .moderateLogits
  ) { loss, logSumExp, t, z in
    .equal(try loss(t.asRow, z.asRow), t.sum * (try logSumExp(z)) - t.dot(z))
  }

  /// For a one-hot target the loss is minus log-softmax of the class.
  public static let cceOneHot = Law(
    "cce-one-hot", "CCE(e_y, z) = −logSoftmax(z)_y", source: "Bishop 4.108",
    of: .categoricalCrossEntropyWithLogits, .logSoftmax,
    forAll: .oneHot, .moderateLogits
  ) { loss, logSoftmax, t, z in
    .equal(try loss(t.asRow, z.asRow), -(try logSoftmax(z).dot(t)))
  }

  /// The loss is not negative for targets that are not.
  ///
  /// Exactly so if it is a sum over log-softmax, none of whose terms is negative. The form
  /// `Σt·logSumExp(z) − ⟨t, z⟩` cancels, and may end a rounding below zero.
  public static let cceNonneg = Law(
    "cce-nonneg", "CCE(t, z) ≥ 0", source: "logSoftmax ≤ 0", exactness: .exactAsClaimed,
    of: .categoricalCrossEntropyWithLogits,
    forAll: .masses, .moderateLogits
  ) { loss, t, z in
    .atMost(
      0, loss.cancelsShifts ? try loss.returned(t.asRow, z.asRow) : try loss(t.asRow, z.asRow))
  }

  /// The loss exceeds the target's entropy by a divergence, and so is at least it.
  public static let cceGapIsKl = Law(
    "cce-gap-is-kl", "CCE(t, z) − H(t) = KL(t‖softmax(z)) ≥ 0", source: "Gibbs",
    of: .categoricalCrossEntropyWithLogits, .entropy,
    forAll: .distribution.named("t"), .moderateLogits
  ) { loss, entropy, t, z in
    .atMost(try entropy(t), try loss(t.asRow, z.asRow))
  }

  /// Adding a constant to the logits changes nothing.
  public static let cceShiftInvariance = Law(
    "cce-shift-invariance", "CCE(t, z + c) = CCE(t, z)", source: "shift invariance of softmax",
    of: .categoricalCrossEntropyWithLogits,
    forAll: .logitsToShift.named("z"), .exactShift, .masses
  ) { loss, z, c, t in
    .equal(try loss(t.asRow, (z + c).asRow), try loss(t.asRow, z.asRow))
  }

  /// The loss is linear in the target.
  public static let cceLinearInTarget = Law(
    "cce-linear-in-target", "CCE(t + u, z) = CCE(t, z) + CCE(u, z)", source: "definition",
    of: .categoricalCrossEntropyWithLogits,
    forAll: .masses, .masses.named("u"), .moderateLogits
  ) { loss, t, u, z in
    .equal(
      try loss((t + u).asRow, z.asRow), try loss(t.asRow, z.asRow) + loss(u.asRow, z.asRow))
  }

  /// The margin of the right class bounds the loss on both sides.
  public static let cceMarginBounds = Law(
    "cce-margin-bounds",
    "softplus(−γ) ≤ CCE(e_0, z) ≤ log(1 + (n − 1)e^{−γ}), γ = z_0 − max_{j>0} z_j",
    source: "e^{max} ≤ Σ e^z ≤ n e^{max}",
    of: .categoricalCrossEntropyWithLogits,
    forAll: .gridLogits.named("z")
  ) { loss, z in
    let label = Tensor.unit(0, of: z.count)
    let value = try loss(label.asRow, z.asRow)
    let odds = (z.dropFirst.max - Tensor(z[0])).exp
    let upper = odds * Tensor(Double(z.count - 1))
    return .all(
      .atMost(odds.logOfOnePlus, value), .atMost(value, upper.logOfOnePlus))
  }

  /// The loss is convex in the logits; the midpoint of two rows of a grid is exact.
  public static let cceConvex = Law(
    "cce-convex", "CCE(t, (z + y)/2) ≤ (CCE(t, z) + CCE(t, y))/2", source: "Bishop 4.3",
    of: .categoricalCrossEntropyWithLogits,
    forAll: .pairedLogits.named("z"), .sameGrid, .masses
  ) { loss, z, y, t in
    .atMost(
      try loss(t.asRow, ((z + y) * 0.5).asRow),
      (try loss(t.asRow, z.asRow) + loss(t.asRow, y.asRow)) * 0.5)
  }
}
