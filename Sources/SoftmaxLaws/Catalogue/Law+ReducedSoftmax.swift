import Arithmetic
import SoftmaxFamily

/// Chapter 1F, first part: the reduced softmax and its inverse.
extension Law {
  /// The reduced softmax is within its error theorem of the certified value.
  public static let softOracle = accuracy(
    "soft-oracle", "soft_λ(η) = (1, e^{λη_1}, …)/(1 + Σ e^{λη_i})", source: "T1, T2",
    of: .reducedSoftmax, forAll: .logits.named("η"), .scale)

  /// The inverse is within its error theorem, T14, of the certified value.
  public static let invsoftOracle = accuracy(
    "invsoft-oracle", "invsoft_λ(p)_i = (log p_i − log p_0)/λ", source: "T14",
    of: .inverseReducedSoftmax, forAll: .interior.named("p").upTo(66), .scale)

  /// The reduced softmax is softmax with a zero put before the logits.
  public static let softDefinition = Law(
    "soft-definition", "soft_λ(η) = softmax_λ((0, η))", source: "definition",
    of: .reducedSoftmax, .scaledSoftmax,
    forAll: .logits.named("η"), .scale
  ) { soft, scaledSoftmax, eta, scale in
    .equal(try soft(eta, scale), try scaledSoftmax(withPivot(eta), scale))
  }

  /// Zero is mapped to the uniform distribution, to the last bit if the shift comes first.
  public static let softZeroUniform = Law(
    "soft-zero-uniform", "soft_λ(0) = (1, …, 1)/(n + 1)", source: "definition",
    exactness: .exactAsClaimed,
    of: .reducedSoftmax,
    forAll: .zeros.named("η"), .scale
  ) { soft, eta, scale in
    let uniform = Tensor.uniform(eta.count + 1)
    return soft.cancelsShifts
      ? .equal(try soft.returned(eta, scale), soft.rounded(uniform))
      : .equal(try soft(eta, scale), uniform)
  }

  /// With one logit the reduced softmax is the sigmoid.
  public static let softOneIsSigmoid = Law(
    "soft-one-is-sigmoid", "soft_λ(η) = (σ(−λη), σ(λη))", source: "Bishop 4.59",
    of: .reducedSoftmax, .sigmoid,
    forAll: .oneLogit.named("η"), .scale
  ) { soft, sigmoid, eta, scale in
    let scaled = scale * eta
    return .equal(try soft(eta, scale), try sigmoid((-scaled).appending(scaled)))
  }

  /// The reduced softmax reaches the interior of the simplex only.
  ///
  /// A probability of twice the least normal number or more is not flushed to zero; of others the
  /// law says nothing.
  public static let softInterior = Law(
    "soft-interior", "soft_λ(η) > 0", source: "bijection onto the interior", exactness: .exact,
    of: .reducedSoftmax,
    forAll: .roundTripLogits, .roundTripScale
  ) { soft, eta, scale in
    let all = Law.withPivot(eta * scale)
    let shares = (all - all.max).exp
    let least = Ball(2 * (soft.contract?.format.leastNormal ?? 0))
    let kept = shares.elements.indices.filter {
      least.precedes(shares[$0] / shares.sum.scalar)
    }
    return .atMost(Tensor(soft.leastPositive), try soft.returned(eta, scale).selecting(kept))
  }

  /// The inverse undoes the reduced softmax where all probabilities are normal numbers.
  ///
  /// Outside this domain a subnormal probability has lost its logit, and no
  /// implementation can bring it back.
  public static let invsoftLeftInverse = Law(
    "invsoft-left-inverse", "invsoft_λ(soft_λ(η)) = η", source: "bijection; T14",
    of: .inverseReducedSoftmax, .reducedSoftmax,
    forAll: .roundTripLogits, .roundTripScale
  ) { invsoft, soft, eta, scale in
    .equal(try invsoft(soft(eta, scale), scale), eta)
  }

  /// The reduced softmax undoes its inverse.
  public static let invsoftRightInverse = Law(
    "invsoft-right-inverse", "soft_λ(invsoft_λ(p)) = p", source: "bijection; T14",
    of: .reducedSoftmax, .inverseReducedSoftmax,
    forAll: .interior.named("p"), .scale
  ) { soft, invsoft, p, scale in
    .equal(try soft(invsoft(p, scale), scale), p)
  }

  /// The reduced softmax does not overflow, although `1 + Σ e^{λη}` does.
  public static let softNoOverflow = Law(
    "soft-no-overflow", "soft_λ(η) is finite and sums to 1", source: "definition",
    exactness: .theorem,
    of: .reducedSoftmax,
    forAll: .extremeLogits.named("η")
  ) { soft, eta in
    let p = try soft.returned(eta, 1)
    return .all(
      .finite(p),
      .equal(p.sum, 1, within: soft.bound { $0.sumOfProbabilities(withPivot(eta).values) }))
  }

  /// The scale of the reduced softmax scales its logits.
  public static let softLambdaScaling = Law(
    "soft-lambda-scaling", "soft_λ(η) = soft_1(λη)", source: "definition",
    of: .reducedSoftmax,
    forAll: .logitsToScale.named("η"), .exactScale
  ) { soft, eta, scale in
    .equal(try soft(eta, scale), try soft(eta * scale, 1))
  }

  /// To the last bit if the scale is a power of two and the shift comes first.
  public static let softLambdaScalingPowerOfTwo = Law(
    "soft-lambda-scaling-power-of-two", "soft_λ(η) = soft_1(λη) for λ = 2^k",
    source: "exact scaling", exactness: .exactAsClaimed,
    of: .reducedSoftmax,
    forAll: .gridLogits.named("η"), .dyadicScale
  ) { soft, eta, scale in
    soft.scalesExactly
      ? .equal(try soft.returned(eta, scale), try soft.returned(eta * scale, 1))
      : .equal(try soft(eta, scale), try soft(eta * scale, 1))
  }

  /// Permuting the logits permutes the probabilities and leaves that of the pivot.
  public static let softPermutation = Law(
    "soft-permutation", "soft(πη) = (soft(η)_0, π soft(η)_1…)", source: "definition",
    of: .reducedSoftmax,
    forAll: .logits.named("η"), .permutation
  ) { soft, eta, permutation in
    let p = try soft(eta, 1)
    return .equal(
      try soft(eta.selecting(permutation), 1), p.selecting([0] + permutation.map { $0 + 1 }))
  }

  /// The logarithms of the odds against the pivot are the scaled logits.
  public static let softLogOdds = Law(
    "soft-log-odds", "log(soft_λ(η)_i / soft_λ(η)_0) = λη_i", source: "definition",
    of: .reducedSoftmax,
    forAll: .roundTripLogits, .roundTripScale
  ) { soft, eta, scale in
    let p = try soft(eta, scale)
    return .equal((p.dropFirst / Tensor(p[0])).log, eta * scale)
  }

  /// Another pivot gives the same distribution, permuted.
  public static let softPivotChange = Law(
    "soft-pivot-change", "soft(−η_1, η_2 − η_1, …) = soft(η) with p_0, p_1 exchanged",
    source: "shift invariance",
    of: .reducedSoftmax,
    forAll: .gridLogits.named("η")
  ) { soft, eta in
    let others = eta.dropFirst - Tensor(eta[0])
    let changed = Tensor([-eta[0]]).appending(others)
    let p = try soft(eta, 1)
    return .equal(try soft(changed, 1), p.selecting([1, 0] + (2..<p.count).map { $0 }))
  }

  /// The logits with the pivot's zero before them.
  static func withPivot(_ eta: Tensor) -> Tensor { Tensor(Ball(0)).flattened.appending(eta) }
}
