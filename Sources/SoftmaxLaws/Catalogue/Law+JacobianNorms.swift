import Arithmetic
import SoftmaxFamily

/// Chapter 1B, fourth part: norms of the Jacobian, and derivatives along lines.
extension Law {
  /// The Frobenius norm of the Jacobian is a polynomial in the probabilities.
  public static let jacobianFrobenius = Law(
    "jacobian-frobenius", "‖J‖_F² = λ² Σ_ij g_i² (δ_ij − g_j)² = λ² (Σg² − 2Σg³ + (Σg²)²)",
    source: "definition",
    of: .softmaxJacobian, .scaledSoftmax,
    forAll: .fewLogits, .scale
  ) { softmaxJacobian, scaledSoftmax, x, scale in
    let g = try scaledSoftmax(x, scale)
    // The diagonal as g_i Σ_{j≠i} g_j: the polynomial as printed cancels for a sure class.
    let entries = Tensor(rows: g.count, columns: g.count) { i, j in
      i == j ? (0..<g.count).reduce(0) { $1 == i ? $0 : $0 + g[i] * g[$1] } : g[i] * g[j]
    }
    return .equal(
      try softmaxJacobian(x, scale).squaredNorm, scale * scale * entries.squaredNorm)
  }

  /// The Jacobian is at most half the scale in the Euclidean norm: no vector is stretched further.
  ///
  /// Tried on the vector that some steps of power iteration find, and exactly, whatever they find.
  public static let jacobian2NormHalf = Law(
    "jacobian-2norm-half", "‖Jv‖_2 ≤ (λ/2)‖v‖_2", source: "Nair 2025; Gao–Pavel have λ",
    of: .softmaxJacobian,
    forAll: .fewLogits, .scale
  ) { softmaxJacobian, x, scale in
    let jacobian = try softmaxJacobian(x, scale)
    var v = Tensor(x.elements.indices.map { $0 == 0 ? 1 : -1 / Double($0) })
    for _ in 0..<8 {
      let image = jacobian.applied(to: v).values
      let size = image.reduce(0) { max($0, abs($1)) }
      guard size.isFinite, size > 0x1p-900 else { break }
      v = Tensor(image.map { $0 / size })
    }
    return .atMost(
      jacobian.applied(to: v).squaredNorm, scale * scale * 0.25 * v.squaredNorm)
  }

  /// From the maximum norm to the sum norm the Jacobian is at most the scale.
  ///
  /// The norm is attained at a vector of signs, plus on a set `S`: twice `λ` times the probability of
  /// `S` and of its complement, on either side.
  public static let jacobianInfTo1Norm = Law(
    "jacobian-inf-to-1-norm", "‖Js‖_1 = 4λ P(S)(1 − P(S)) ≤ λ for the signs s of every set S",
    source: "a convex function is greatest at a corner",
    of: .softmaxJacobian, .scaledSoftmax,
    forAll: .veryFewLogits, .scale
  ) { softmaxJacobian, scaledSoftmax, x, scale in
    let jacobian = try softmaxJacobian(x, scale)
    let g = try scaledSoftmax(x, scale)
    var norms: [Ball] = []
    var products: [Ball] = []
    for set in 0..<(1 << (x.count - 1)) {
      let isInside = { (i: Int) in set & 1 << i != 0 }
      let signs = Tensor(x.elements.indices.map { isInside($0) ? 1.0 : -1 })
      let inside = g.selecting(x.elements.indices.filter(isInside)).sum.scalar
      let outside = g.selecting(x.elements.indices.filter { !isInside($0) }).sum.scalar
      norms.append(jacobian.applied(to: signs).sumNorm.scalar)
      products.append(4 * inside * outside)
    }
    return .all(
      .equal(Tensor(norms), Tensor(products) * scale), .atMost(Tensor(norms), scale))
  }

  /// The sum of a row's magnitudes, and so the maximum norm, is `2λ g_i(1 − g_i)`.
  public static let jacobianInfNormHalfFormula = Law(
    "jacobian-inf-norm-half-formula", "Σ_j |J_ij| = 2λ g_i (1 − g_i)", source: "definition",
    of: .softmaxJacobian, .scaledSoftmax,
    forAll: .fewLogits, .scale
  ) { softmaxJacobian, scaledSoftmax, x, scale in
    let jacobian = try softmaxJacobian(x, scale)
    let g = try scaledSoftmax(x, scale)
    let others = Tensor(
      g.elements.indices.map { i in
        g.selecting(g.elements.indices.filter { $0 != i }).sum.scalar
      })
    let sums = Tensor(g.elements.indices.map { jacobian.row($0).sumNorm.scalar })
    return .equal(sums, 2 * scale * g * others)
  }

  /// The derivative by the scale is the Jacobian in the direction of the logits.
  public static let softmaxLambdaDerivative = Law(
    "softmax-lambda-derivative", "∂g/∂λ = J x/λ = g ⊙ (x − ⟨g, x⟩)", source: "chain rule",
    of: .softmaxJacobian, .scaledSoftmax,
    forAll: .fewLogits, .scale
  ) { softmaxJacobian, scaledSoftmax, x, scale in
    let g = try scaledSoftmax(x, scale)
    // Shifted by the greatest logit, which J does not see: a common offset would cancel.
    let gaps = x - x.max
    let centred = gaps - g.dot(gaps)
    return .equal(
      try softmaxJacobian(x, scale).applied(to: gaps), scale * g * centred,
      beside: scale * g * gaps)
  }

  /// The determinant of the Jacobian on the free logits is `λⁿ` times all probabilities.
  public static let softJacobianDeterminant = Law(
    "soft-jacobian-determinant", "det(∂p_i/∂η_j)_{i,j≥1} = λⁿ Π_{k≥0} p_k",
    source: "matrix determinant lemma: the logistic-normal density",
    of: .reducedSoftmaxJacobian, .reducedSoftmax,
    forAll: .threeTameLogits.named("η"), .scale
  ) { jacobian, soft, eta, scale in
    let derivative = try jacobian(eta, scale)
    let free = Tensor(rows: (1...eta.count).map { derivative.row($0) })
    let product = try soft(eta, scale).elements.reduce(1, *)
    let power = eta.elements.reduce(1) { power, _ in power * scale.scalar }
    return .equal(free.determinant, Tensor(product * power))
  }
}

extension Tensor {
  /// The determinant of a small square matrix, by the minors of its first row.
  fileprivate var determinant: Tensor {
    guard rows > 1 else { return Tensor(self[0, 0]) }
    var sum: Ball = 0
    for column in 0..<columns {
      let minor = Tensor(rows: rows - 1, columns: columns - 1) { i, j in
        self[i + 1, j < column ? j : j + 1]
      }
      let term = self[0, column] * minor.determinant.scalar
      sum = column.isMultiple(of: 2) ? sum + term : sum - term
    }
    return Tensor(sum)
  }
}
