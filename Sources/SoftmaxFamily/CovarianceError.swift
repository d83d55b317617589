import Arithmetic

/// What an implementation makes of a covariance matrix `A` of `d` rows, whose inverse is `P`.
///
/// **Hypothesis.** The inverse that enters a quadratic form is that of a matrix `A + ΔA`, or one with a
/// residual as small, `|ΔA_ij| ≤ ε·m` with `m` the greatest entry and
/// `ε = (3d + 1)2^d·u/(1 − (3d + 1)2^d·u)`. It holds for the solutions by
/// - Cholesky's factors and `LDLᵀ`: `|ΔA| ≤ γ_{3d+1}|R̂ᵀ||R̂|`, entries of which are at most
///   `√(a_ii a_jj)` (Higham, "Accuracy and Stability of Numerical Algorithms", Theorems 10.3 and 10.4);
/// - LU with or without exchange of rows: `γ_{3d}|L̂||Û|` (ibid., Theorem 9.4), with multipliers of
///   at most one and pivots of at most `2^{d−1}m`, in all `(2^d − 1)m`;
/// - an explicit inverse, whose residual has the bounds of its factors (ibid., 14.2 and 14.3), and
///   Gauss–Jordan elimination (ibid., 14.4);
/// - an orthogonal method (QR, eigenvalues, singular values) with a backward error of at most
///   `ε‖A‖/d`, as those of LAPACK have.
///
/// **Theorem.** From `(A + ΔA)⁻¹ − P = −P ΔA (A + ΔA)⁻¹` it follows for `ρ = ε m Σ|P_ij| < 1` that
/// `|vᵀ((A + ΔA)⁻¹ − P)w| ≤ ε m ‖|P||v|‖₁ ‖|P||w|‖₁/(1 − ρ)`, and that the logarithm of the determinant
/// moves by at most `−log(1 − ρ)`: `|PΔA|` is bounded by a matrix of rank one with trace `ρ`.
///
/// A diagonal matrix is inverted entry by entry, whatever the method, with at most five roundings.
struct CovarianceError {
  /// The factors of the matrix itself.
  let factors: SymmetricFactors
  /// An upper bound of the sum of the magnitudes of the logarithms of all pivots, of any method.
  let logPivots: Double
  /// An upper bound of the error of the logarithm of the determinant that the factors cause.
  let logDeterminantError: Double
  /// Upper bounds of the entries of `P`, by magnitude.
  private let inverse: [[Double]]
  private let isDiagonal: Bool
  private let unit: Double
  private let greatest: Double
  private let perturbation: Double
  private let spread: Double
  private let tiny: Double

  /// Analyses a matrix; `nil` where it is not certainly positive definite, or too close to singular.
  init?(_ matrix: Tensor, contract: Contract) {
    let d = matrix.rows
    let factors = SymmetricFactors(matrix)
    let entries = matrix.elements.map(\.magnitudeBound)
    guard factors.isPositiveDefinite, entries.allSatisfy({ contract.flushed($0) == 0 }) else {
      return nil
    }
    let magnitudes = factors.inverse.elements.map(\.magnitudeBound)
    let inverse = (0..<d).map { Array(magnitudes[$0 * d..<($0 + 1) * d]) }
    let isDiagonal = entries.indices.allSatisfy { $0 % (d + 1) == 0 || entries[$0] == 0 }
    let power = powerOfTwo(min(d, 1000))
    let factor = Double(3 * d + 1) * power * contract.u
    let greatest = entries.reduce(0, max)
    let underflow = 4 * Double(d) * power * (1 + greatest) * contract.tiny
    let perturbation = factor / (1 - factor) * greatest + underflow
    let sum = magnitudes.reduce(0, +) * (1 + 0x1p-40)
    let spread = isDiagonal ? 6 * Double(d) * contract.u : perturbation * sum
    guard factor < 0.5, spread < 0.5,
      power * max(greatest, sum) < contract.working.greatestFinite / 16,
      isDiagonal == false
        || entries.allSatisfy({ $0 == 0 || 1 / $0 > contract.working.leastNormal })
    else { return nil }
    self.factors = factors
    self.inverse = inverse
    self.isDiagonal = isDiagonal
    self.greatest = greatest
    self.perturbation = perturbation
    self.spread = spread
    unit = contract.u
    // A pivot is at most 2^d·m, and at least 1/(√d Σ|P_ij|), being the greatest of its column.
    let pivot = max(
      abs(Upper.logarithm(max(1, power * greatest))), Upper.logarithm(max(1, sum * Double(d))))
    logPivots = Double(d) * pivot
    logDeterminantError = Upper.minusLogOfOneMinus(spread)
    tiny = 8 * Double(d * d) * power * (1 + greatest) * (1 + sum) * contract.tiny
  }

  /// `tᵀMt`, with `M` the magnitudes of `P`, or `√(P_ii P_jj)` where `P = WᵀW` may be in factors.
  func magnitude(of t: [Double]) -> Double {
    if isDiagonal {
      return t.indices.reduce(0) { $0 + t[$1] * t[$1] * inverse[$1][$1] } * (1 + 0x1p-40)
    }
    let length = t.indices.reduce(0) { $0 + t[$1] * inverse[$1][$1].squareRoot() }
    return length * length * (1 + 0x1p-40)
  }

  /// The largest `|vᵀ((A + ΔA)⁻¹ − P)w|` for `|v|, |w| ≤ t`.
  func error(of t: [Double]) -> Double {
    if isDiagonal { return 6 * unit * magnitude(of: t) }
    let length = inverse.reduce(0) { sum, row in
      zip(row, t).reduce(sum) { $0 + $1.0 * $1.1 }
    }
    return perturbation * length * length / (1 - spread) * (1 + 0x1p-40)
  }

  /// What intermediate results below the normal range may take from a form of `t`.
  func underflow(of t: [Double]) -> Double {
    let size = t.reduce(1, +)
    return tiny * size * size
  }
}
