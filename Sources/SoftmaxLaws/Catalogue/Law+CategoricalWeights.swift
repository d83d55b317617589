import Arithmetic
import SoftmaxFamily

/// Chapter 1G, sixth part: weights, smoothing, rows and limits of categorical cross-entropy.
extension Law {
  /// Weights of classes weigh the gradients of the classes.
  public static let cceGradientClassWeights = Law(
    "cce-gradient-class-weights", "∇CCE(w ⊙ t, z) = Σ_k w_k ∇CCE(t_k e_k, z)",
    source: "linearity in the target",
    of: .categoricalCrossEntropyWithLogitsGradient,
    forAll: .fewMasses, .moderateLogits, .fewMasses.named("w")
  ) { gradient, t, z, w in
    var sum = z.map { _ in 0 }
    for k in 0..<z.count where !t[k].isZero {
      let label = Tensor.unit(k, of: z.count) * Tensor(t[k])
      sum = sum + Tensor(w[k]) * (try gradient(label.asRow, z.asRow)).flattened
    }
    return .equal(try gradient((w * t).asRow, z.asRow).flattened, sum, beside: w * t)
  }

  /// Smoothing the label mixes the loss of the class with the mean over all.
  public static let cceLabelSmoothing = Law(
    "cce-label-smoothing",
    "CCE((1 − ε)e_0 + ε/n, z) = (1 − ε) CCE(e_0, z) − ε · mean logSoftmax(z)",
    source: "linearity in the target",
    of: .categoricalCrossEntropyWithLogits, .logSoftmax,
    forAll: .powerOfTwoLogits, .smoothing
  ) { loss, logSoftmax, z, epsilon in
    let label = Tensor.unit(0, of: z.count)
    let smooth = (1 - epsilon) * label + epsilon * .uniform(z.count)
    let mean = (try logSoftmax(z)).sum / Tensor(Double(z.count))
    let mixed = (1 - epsilon) * (try loss(label.asRow, z.asRow)) - epsilon * mean
    return .equal(try loss(smooth.asRow, z.asRow), mixed)
  }

  /// The loss of one class is minus the logarithm of its probability.
  public static let cceConfidence = Law(
    "cce-confidence", "e^{−CCE(e_0, z)} = softmax(z)_0", source: "definition",
    of: .categoricalCrossEntropyWithLogits, .softmax,
    forAll: .moderateLogits
  ) { loss, softmax, z in
    let value = try loss(Tensor.unit(0, of: z.count).asRow, z.asRow)
    return .equal((-value).exp, Tensor((try softmax(z))[0]))
  }

  /// A class that is not the only greatest has half of the probability at most.
  public static let cceConfidenceArgmax = Law(
    "cce-confidence-argmax", "CCE(e_y, z) < log 2 ⇒ y is the only argmax of z",
    source: "two classes as probable have half each at most",
    of: .categoricalCrossEntropyWithLogits,
    forAll: .moderateLogits
  ) { loss, z in
    let greatest = z.indicesOfGreatest
    let others = z.elements.indices.filter { greatest.count > 1 || $0 != greatest[0] }
    let values = try others.map { try loss(Tensor.unit($0, of: z.count).asRow, z.asRow).scalar }
    return .atMost(Tensor(Ball(2).logarithm()), Tensor(values))
  }

  /// Where the right class dominates, the loss is the sum of the odds of the others.
  ///
  /// With a plain logarithm it is lost in the sum, and the law says nothing then.
  public static let ccePerfectLimit = Law(
    "cce-perfect-limit", "t − t²/2 ≤ CCE(e_0, (0, −Δ)) ≤ t = Σ e^{−Δ_i}",
    source: "t − t²/2 ≤ log(1 + t) ≤ t",
    of: .categoricalCrossEntropyWithLogits,
    forAll: .dominatedByZero.named("z")
  ) { loss, z in
    let t = z.dropFirst.exp.sum
    let value = try loss(Tensor.unit(0, of: z.count).asRow, z.asRow)
    return .all(.atMost(t - t * t * 0.5, value), .atMost(value, t))
  }

  /// The loss of several rows is the sum of theirs.
  public static let reductionConsistency = Law(
    "reduction-consistency", "CCE(T, Z) = Σ_n CCE(t_n, z_n)", source: "the loss is a sum",
    of: .categoricalCrossEntropyWithLogits,
    forAll: .weightRows, .logitRows
  ) { loss, t, z in
    var sum: Tensor = 0
    for n in 0..<t.rows { sum = sum + (try loss(t.row(n).asRow, z.row(n).asRow)) }
    return .equal(try loss(t, z), sum)
  }

  /// A row without weight is an ignored one, and changes nothing.
  public static let reductionConsistencyIgnored = Law(
    "reduction-consistency-ignored", "CCE((t, 0), (z, y)) = CCE(t, z)", source: "the loss is a sum",
    of: .categoricalCrossEntropyWithLogits,
    forAll: .masses, .moderateLogits, .moderateLogits.named("y")
  ) { loss, t, z, y in
    let ignored = t.map { _ in 0 }
    return .equal(
      try loss(Tensor(rows: [t, ignored]), Tensor(rows: [z, y])), try loss(t.asRow, z.asRow))
  }

  /// The loss of probabilities lies above its tangent, and below the parabola of the greatest curvature.
  ///
  /// The second derivative by `p_k` is `t_k/p_k²`, which is greatest at the smaller of the two.
  public static let cceProbDerivativesTangent = Law(
    "cce-prob-derivatives-tangent",
    "0 ≤ CCE(t, q) − CCE(t, p) + ⟨t/p, q − p⟩ ≤ Σ t (q − p)²/(2 min(p, q)²)",
    source: "convexity; Taylor's theorem",
    of: .categoricalCrossEntropy, .categoricalCrossEntropyGradient,
    forAll: .masses, .interior.named("p"), .interior
  ) { loss, gradient, t, p, q in
    let step = q - p
    let slope = try gradient(t.asRow, p.asRow).flattened
    let above = try loss(t.asRow, q.asRow) - loss(t.asRow, p.asRow) - slope.dot(step)
    let least = Tensor.combine(p, q) { $0.precedes($1) ? $0 : $1 }
    let parabola = t.dot(step * step / (least * least)) * 0.5
    return .all(.atMost(0, above), .atMost(above, parabola))
  }
}
