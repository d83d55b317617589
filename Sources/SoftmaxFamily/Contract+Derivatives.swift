import Arithmetic

extension Contract {
  /// The absolute errors of the probabilities of a row before they are stored.
  func probabilityErrors(_ row: SoftmaxRow) -> [Double] {
    zip(unrounded.softmax(row), row.probabilities).map { $0.bound(of: $1) }
  }

  /// T12: the error of `λg_i(δ_ij − g_j)`, as products or as `λ(diag g − ggᵀ)`.
  ///
  /// `gradients` are the rows of the result that stand for a free logit: all of them for
  /// softmax; for the reduced softmax the column of the pivot is left out.
  func jacobian(_ row: SoftmaxRow, scale: Double, columns: Range<Int>) -> [ErrorBound] {
    let g = row.probabilities
    let errors = probabilityErrors(row)
    let underflow = tiny * (1 + abs(scale))
    return g.indices.flatMap { i in
      columns.map { j in
        let absolute: Double
        if i == j {
          let slope = abs(1 - 2 * g[i]) + 0x1p-30
          absolute = errors[i] * (slope + errors[i]) + 3 * u * (g[i] + errors[i])
        } else {
          absolute =
            errors[i] * g[j] + errors[j] * g[i] + errors[i] * errors[j]
            + 2 * u * (g[i] + errors[i]) * (g[j] + errors[j])
        }
        return stored(
          ErrorBound(absolute: abs(scale) * absolute * (1 + u) * (1 + u) + underflow))
      }
    }
  }

  /// T11: the error of `g_i(v_i − v̄)`, of `g_i v_i − g_i v̄`, or of the Jacobian times `v`.
  ///
  /// The mean `v̄ = Σ g_j v_j` is off by `Σ B_j|v_j|` and the error `γ` of a dot product; `B` is the
  /// absolute error of `g`. The product with the whole Jacobian has an error of `γ` in the term
  /// of `v_i` too, and loses an entry `g_i g_j` that underflows, times `v_j`.
  func vectorProduct(_ row: SoftmaxRow, _ v: [Double]) -> [ErrorBound] {
    let g = row.probabilities
    let errors = probabilityErrors(row)
    let gamma = Upper.compound(u, sumError(v.count))
    var size = 0.0
    var spread = 0.0
    for j in v.indices {
      size += g[j] * abs(v[j])
      spread += errors[j] * abs(v[j])
    }
    let meanError = (1 + gamma) * spread + gamma * size + Double(v.count) * tiny
    let underflow = (3 + v.reduce(Double(v.count)) { $0 + abs($1) }) * tiny
    return v.indices.map { i in
      let reach = abs(v[i]) + size + meanError
      let absolute =
        errors[i] * reach + (g[i] + errors[i]) * (meanError + (3 * u + gamma) * reach)
      return stored(ErrorBound(absolute: absolute * (1 + u) * (1 + u) + underflow))
    }
  }

  /// T11 for log-softmax: the error of `v_i − g_i Σv`.
  func logSoftmaxVectorProduct(_ row: SoftmaxRow, _ v: [Double]) -> [ErrorBound] {
    let size = v.reduce(0) { $0 + abs($1) } * (1 + 0x1p-40)
    let sum = abs(v.reduce(0, +)) + size * 0x1p-40
    let sumError = sumError(v.count) * size
    return zip(probabilityErrors(row), row.probabilities).map { error, g in
      let product = error * (sum + sumError) + g * sumError + u * (g + error) * (sum + sumError)
      return stored(ErrorBound(relative: u, absolute: product * (1 + u) + tiny))
    }
  }
}
