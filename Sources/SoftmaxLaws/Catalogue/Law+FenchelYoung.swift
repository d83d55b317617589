import Arithmetic
import SoftmaxFamily

/// Chapter 1J, fourth part: the Fenchel–Young losses of the sparse maps.
extension Law {
  /// Sparsemax's loss is within its error theorem of the certified value.
  public static let sparsemaxLossOracle = accuracy(
    "sparsemax-loss-oracle", "L(t, z) = ⟨p − t, z⟩ + H_2(p) − H_2(t), p = sparsemax(z)",
    source: "Martins–Astudillo (16)", of: .sparsemaxLoss, forAll: .distribution.named("t").upTo(66),
    .scores)

  /// 1.5-entmax's loss is within its error theorem of the certified value.
  public static let entmax15LossOracle = accuracy(
    "entmax15-loss-oracle", "L(t, z) = ⟨p − t, z⟩ + H_{3/2}(p) − H_{3/2}(t), p = entmax15(z)",
    source: "Blondel–Martins–Niculae Def. 2",
    of: .entmax15Loss, forAll: .distribution.named("t").upTo(66), .scores)

  /// α-entmax's loss is within its error theorem of the certified value.
  public static let entmaxLossOracle = accuracy(
    "entmax-loss-oracle", "L(t, z) = ⟨p − t, z⟩ + H_α(p) − H_α(t), p = entmax_α(z)",
    source: "Blondel–Martins–Niculae Def. 2",
    of: .entmaxLoss, forAll: .distribution.named("t").upTo(66), .scores, .alpha)

  /// The gradient of sparsemax's loss is within its error theorem of the certified one.
  public static let sparsemaxLossGradientOracle = accuracy(
    "sparsemax-loss-gradient-oracle", "∇L(t, z) = sparsemax(z) − t",
    source: "Martins–Astudillo (17)",
    of: .sparsemaxLossGradient, forAll: .distribution.named("t").upTo(66), .scores)

  /// The gradient of 1.5-entmax's loss is within its error theorem of the certified one.
  public static let entmax15LossGradientOracle = accuracy(
    "entmax15-loss-gradient-oracle", "∇L(t, z) = entmax15(z) − t",
    source: "Blondel–Martins–Niculae Prop. 2",
    of: .entmax15LossGradient, forAll: .distribution.named("t").upTo(66), .scores)

  /// The gradient of α-entmax's loss is within its error theorem of the certified one.
  public static let entmaxLossGradientOracle = accuracy(
    "entmax-loss-gradient-oracle", "∇L(t, z) = entmax_α(z) − t",
    source: "Blondel–Martins–Niculae Prop. 2",
    of: .entmaxLossGradient, forAll: .distribution.named("t").upTo(66), .scores, .alpha)

  /// The loss is the conjugate of its regulariser, with that and the scores of the target.
  public static let fyDefinition = Law(
    "fy-definition", "L_α(t, z) = ⟨p − t, z⟩ + H_α(p) − H_α(t), p as the implementation has it",
    source: "Blondel–Martins–Niculae Def. 2",
    of: .entmaxLoss, .entmax,
    forAll: .distribution.named("t"), .scores, .alpha
  ) { loss, entmax, t, z, alpha in
    let p = try entmax(z, alpha)
    let gaps = z - z.max
    return .equal(
      try loss(t, z, alpha),
      (p - t).dot(gaps) + p.tsallisEntropy(alpha) - t.tsallisEntropy(alpha),
      beside: t.dot(gaps))
  }

  /// Sparsemax's loss is a difference of squares over the support.
  public static let sparsemaxLossFormula = Law(
    "sparsemax-loss-formula", "L(e_y, z) = ½Σ_S(z_j² − τ²) + ½ − z_y",
    source: "Martins–Astudillo (16)",
    of: .sparsemaxLoss,
    forAll: .sparsemaxAnswers, .answer
  ) { loss, z, p in
    let target = Tensor(z.elements.indices.map { $0 == 0 ? 1.0 : 0 })
    let support = p.elements.indices.filter { !p[$0].isZero }
    let tau = z[support[0]] - p[support[0]]
    let squares = support.reduce(0 as Ball) { $0 + (z[$1] - tau) * (z[$1] + tau) }
    return .equal(try loss(target, z), Tensor(squares * 0.5 + 0.5 - z[0]))
  }

  /// For two classes sparsemax's loss is a Huber loss of the margin.
  public static let sparsemaxLossHuber = Law(
    "sparsemax-loss-huber",
    "L(e_0, z) = 0 if m ≥ 1, (1 − m)²/4 if |m| ≤ 1, −m if m ≤ −1, m = z_0 − z_1",
    source: "Martins–Astudillo section 3.3",
    of: .sparsemaxLoss,
    forAll: .twoScores
  ) { loss, z in
    let margin = z[0] - z[1]
    let rest = 1 - margin
    let value = rest.isNegative ? 0 : (margin + 1).isNegative ? -margin : rest * rest * 0.25
    return .equal(try loss(Tensor([1, 0] as [Double]), z), Tensor(value), beside: 1)
  }

  /// The loss is not negative, and at least half the squared distance of prediction and target.
  public static let fyLowerBound = Law(
    "fy-lower-bound", "L_α(t, z) ≥ ½‖entmax_α(z) − t‖_2² ≥ 0, α ≤ 2",
    source: "Blondel–Martins–Niculae Prop. 2",
    of: .entmaxLoss, .entmax,
    forAll: .distribution.named("t"), .scores, .alpha
  ) { loss, entmax, t, z, alpha in
    let difference = try entmax(z, alpha) - t
    return .atMost(difference.dot(difference) * 0.5, try loss(t, z, alpha))
  }

  /// No loss is negative.
  public static let fyNonneg = Law(
    "fy-nonneg", "sparsemax's and 1.5-entmax's L(t, z) ≥ 0", source: "Fenchel–Young inequality",
    of: .sparsemaxLoss, .entmax15Loss,
    forAll: .distribution.named("t"), .scores
  ) { sparsemaxLoss, entmax15Loss, t, z in
    .all(.atMost(0, try sparsemaxLoss(t, z)), .atMost(0, try entmax15Loss(t, z)))
  }

  /// The loss is zero where the target is the prediction.
  public static let fyZeroIff = Law(
    "fy-zero-iff", "L_α(t, z) = 0 where t = entmax_α(z)",
    source: "Blondel–Martins–Niculae Prop. 2",
    of: .entmaxLoss,
    forAll: .entmaxAnswers, .answerAlpha, .answer
  ) { loss, z, alpha, p in
    .equal(try loss(p, z, alpha), 0, beside: 1)
  }

  /// Sparsemax's loss of a hard target is zero where the right class leads by one.
  public static let sparsemaxLossMargin = Law(
    "sparsemax-loss-margin", "L(e_y, z) = 0 where z_y ≥ 1 + max_{j≠y} z_j",
    source: "Martins–Astudillo Prop. 4",
    of: .sparsemaxLoss,
    forAll: .unitGapScores, .answer
  ) { loss, z, t in
    .equal(try loss(t, z), 0, beside: 1)
  }

  /// The loss of a hard target is zero where the right class leads by `1/(α − 1)`, and not before.
  ///
  /// With half that lead the loss is at least half the squared distance, which is not zero.
  public static let fyZeroMargin = Law(
    "fy-zero-margin", "L_α(e_y, z) = 0 where z_y ≥ 1/(α − 1) + max_{j≠y} z_j",
    source: "Blondel–Martins–Niculae Prop. 5",
    of: .entmaxLoss, .entmax,
    forAll: .saturatedScores, .answerAlpha, .answer
  ) { loss, entmax, z, alpha, t in
    let half = z * 0.5
    let difference = try entmax(half, alpha) - t
    return .all(
      .equal(try loss(t, z, alpha), 0, beside: 1),
      (alpha.scalar - 2).isPositive
        ? .nothing : .atMost(difference.dot(difference) * 0.5, try loss(t, half, alpha)))
  }

  /// The gradient is the prediction less the target.
  public static let fyGradient = Law(
    "fy-gradient", "∇L_α(t, z) = entmax_α(z) − t, which sums to zero",
    source: "Blondel–Martins–Niculae Prop. 2",
    of: .entmaxLossGradient, .entmax,
    forAll: .distribution.named("t"), .scores, .alpha
  ) { gradient, entmax, t, z, alpha in
    let slope = try gradient(t, z, alpha)
    return .all(
      .equal(slope, try entmax(z, alpha) - t), .equal(slope.sum, 0, beside: t.sum))
  }

  /// The gradient of sparsemax's loss is sparsemax less the target.
  public static let sparsemaxLossGradient = Law(
    "sparsemax-loss-gradient", "∇L(t, z) = p − t where z is built from p",
    source: "Martins–Astudillo (17)",
    of: .sparsemaxLossGradient,
    forAll: .sparsemaxAnswers, .answer, .distribution.named("t")
  ) { gradient, z, p, t in
    .equal(try gradient(t, z), p - t)
  }

  /// The loss is convex in the scores; the midpoint of two rows of a grid is exact.
  public static let fyConvex = Law(
    "fy-convex", "L_α(t, (z + y)/2) ≤ (L_α(t, z) + L_α(t, y))/2",
    source: "Blondel–Martins–Niculae Prop. 2",
    of: .entmaxLoss,
    forAll: .pairedScores, .sameGrid, .alpha, .distribution.named("t")
  ) { loss, z, y, alpha, t in
    .atMost(
      try loss(t, (z + y) * 0.5, alpha), (try loss(t, z, alpha) + loss(t, y, alpha)) * 0.5)
  }

  /// The gradient is the loss's: the loss is above its tangent.
  public static let fyTangent = Law(
    "fy-tangent", "L_α(t, z) + ⟨∇L_α(t, z), y − z⟩ ≤ L_α(t, y)", source: "convexity",
    of: .entmaxLoss, .entmaxLossGradient,
    forAll: .pairedScores, .sameGrid, .alpha, .distribution.named("t")
  ) { loss, gradient, z, y, alpha, t in
    .atMost(
      try loss(t, z, alpha) + gradient(t, z, alpha).dot(y - z), try loss(t, y, alpha))
  }

  /// For targets that sum to one, adding a constant to the scores changes nothing.
  public static let fyShiftInvariant = Law(
    "fy-shift-invariant", "Σt = 1 ⇒ L_α(t, z + c) = L_α(t, z)", source: "definition",
    of: .entmaxLoss,
    forAll: .scoresToShift, .exactShift, .alpha, .distribution.named("t")
  ) { loss, z, c, alpha, t in
    .equal(try loss(t, z + c, alpha), try loss(t, z, alpha), beside: c)
  }

  /// For equal scores the loss is what the target's entropy falls short of the greatest.
  public static let tsallisFormula = Law(
    "tsallis-formula", "L_α(t, 0) = (1 − n^{1−α})/(α(α − 1)) − H_α(t), between 0 and the former",
    source: "Blondel–Martins–Niculae",
    of: .entmaxLoss,
    forAll: .distribution.named("t"), .alpha
  ) { loss, t, alpha in
    let count = Tensor(Double(t.count))
    let greatest = (1 - count.power(1 - alpha)) / (alpha * (alpha - 1))
    let value = try loss(t, t.map { _ in 0 }, alpha)
    return .all(
      .equal(value, greatest - t.tsallisEntropy(alpha)), .atMost(0, value),
      .atMost(value, greatest))
  }

  /// The Tsallis entropies approach Shannon's from below.
  public static let tsallisLimit = Law(
    "tsallis-limit", "0 ≤ H_1(p) − H_α(p) ≤ ((α − 1)/α)(H_1(p) + ½Σp log²p)",
    source: "1 − e^{−x} ≤ x ≤ 1 − e^{−x} + x²/2",
    of: .entropy,
    forAll: .interior.named("p"), .alpha
  ) { entropy, p, alpha in
    let shannon = try entropy(p)
    let gap = shannon - p.tsallisEntropy(alpha)
    let squares = p.dot(p.log * p.log) * 0.5
    return .all(.atMost(0, gap), .atMost(gap, (alpha - 1) / alpha * (shannon + squares)))
  }

  /// The Fenchel–Young loss of Shannon's entropy is cross-entropy less the target's entropy.
  public static let fyShannonIsCce = Law(
    "fy-shannon-is-cce", "CCE(t, z) − H(t) = KL(t‖softmax(z))",
    "Blondel–Martins–Niculae, table 1",
    of: [.categoricalCrossEntropyWithLogits, .entropy, .klDivergence, .softmax],
    forAll: .distribution.named("t"), .pairedScores
  ) { (functions, t: Tensor, z: Tensor) in
    let crossEntropy = try functions.subject(.categoricalCrossEntropyWithLogits)(t.asRow, z.asRow)
    let p = try functions.subject(.softmax)(z)
    return .equal(
      try crossEntropy - functions.subject(.entropy)(t),
      try functions.subject(.klDivergence)(t, p), beside: crossEntropy)
  }

  /// Scaling the scores is weighing them against the entropy.
  public static let fyTemperature = Law(
    "fy-temperature", "⟨q, z⟩ + H_2(q)/λ ≤ ⟨p, z⟩ + H_2(p)/λ, p = sparsemax(λz)",
    source: "Blondel–Martins–Niculae",
    of: .sparsemax,
    forAll: .scoresToScale, .exactScale, .distribution.named("q")
  ) { sparsemax, z, scale, q in
    let p = try sparsemax(z * scale)
    let gaps = z - z.max
    return .atMost(
      q.dot(gaps) + q.tsallisEntropy(2) / scale, p.dot(gaps) + p.tsallisEntropy(2) / scale)
  }
}
