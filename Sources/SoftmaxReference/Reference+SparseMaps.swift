import Arithmetic
import SoftmaxFamily

/// Sparsemax, α-entmax and α-ReLU, and their products with vectors.
extension Reference {
  /// The elements of an operation of the sparse maps.
  static func sparse(_ operation: Operation, _ arguments: [Tensor]) -> [Ball] {
    guard let form = operation.sparseForm else { return [] }
    let arguments = SparseArguments(form, arguments)
    let (z, alpha) = (arguments.z.elements, arguments.alpha)
    let companion = arguments.companion.elements
    let relu = form.map == .alphaReLU ? AlphaReLU(alpha: alpha, tau: arguments.tau) : nil
    switch form.part {
    case .value: return sparseMap(z, alpha, relu)
    case .vectorJacobianProduct:
      return relu.map { relu in zip(z, companion).map { alphaReLUVectorProduct($0, $1, relu) } }
        ?? entmaxVectorProduct(z, alpha: alpha, companion)
    case .loss:
      return [
        relu.map { alphaReLULoss(companion, z, $0) } ?? entmaxLoss(companion, z, alpha: alpha)
      ]
    case .lossGradient: return zip(sparseMap(z, alpha, relu), companion).map { $0 - $1 }
    }
  }

  private static func sparseMap(_ z: [Ball], _ alpha: Ball, _ relu: AlphaReLU?) -> [Ball] {
    relu.map { relu in z.map { alphaReLU($0, relu) } } ?? entmax(z, alpha: alpha)
  }

  /// α-entmax; sparsemax for `α = 2`.
  ///
  /// The radius of a probability is that of the threshold, and so relative to the sum of them, one, where an entry
  /// is hardly above it. In a loss gradient it is relative to probability and target.
  static func entmax(_ z: [Ball], alpha: Ball) -> [Ball] {
    CertifiedSparseRow(z, alpha: alpha).probabilities
  }

  /// `s ⊙ (v − ⟨s, v⟩/Σs)`, the product of the symmetric Jacobian with a vector.
  ///
  /// As `s ⊙ (v − v_k − ⟨s, v − v_k⟩/Σs)` with `k` the greatest entry of `z`, which cancels less; the radius is
  /// relative to the larger of an entry and the mean. Where an entry is at the threshold both sides of a
  /// derivative that jumps are enclosed.
  static func entmaxVectorProduct(_ z: [Ball], alpha: Ball, _ v: [Ball]) -> [Ball] {
    guard !z.isEmpty else { return [] }
    let row = CertifiedSparseRow(z, alpha: alpha)
    let slopes = row.slopes
    let shifted = v.indices.map { $0 == row.pivot ? 0 : v[$0] - v[row.pivot] }
    let mean = zip(slopes, shifted).reduce(0) { $0 + $1.0 * $1.1 } / slopes.reduce(0, +)
    return zip(slopes, shifted).map { $0 * ($1 - mean) }
  }

  /// `((α − 1)z − τ)_+^{1/(α−1)}` of one entry.
  ///
  /// A relative radius of the base, which is relative to `|(α − 1)z| + |τ|`, counts `1/(α − 1)` times.
  static func alphaReLU(_ z: Ball, _ parameters: AlphaReLU) -> Ball {
    let base = parameters.base(z)
    if base.isNaN { return base }
    return base.isNegative ? 0 : base.power(parameters.exponent)
  }

  /// `p^{2−α} v` of one entry.
  static func alphaReLUVectorProduct(_ z: Ball, _ v: Ball, _ parameters: AlphaReLU) -> Ball {
    let base = parameters.base(z)
    if base.isNaN { return base }
    if base.isNegative { return 0 }
    let slope = CertifiedSparseRow.slope(
      of: SparseBase(base), exponent: parameters.exponent - 1, atThreshold: base.mayBeZero)
    return slope * v
  }
}

/// The parameters of α-ReLU.
struct AlphaReLU {
  let alpha: Ball
  let tau: Ball

  /// `α − 1`.
  var a: Ball { alpha - 1 }

  /// The exponent `1/(α − 1)`.
  var exponent: Ball { 1 / a }

  /// `(α − 1)z − τ`; NaN where `α ≤ 1`.
  func base(_ z: Ball) -> Ball {
    alpha.isReal && a.isPositive ? a * z - tau : Ball(.nan)
  }
}
