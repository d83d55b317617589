/// Second derivatives, and softmax of a matrix along an axis.
extension Textbook {
  /// `λ²g_k((δ_ki − g_i)(δ_kj − g_j) − g_i(δ_ij − g_j))`.
  static func softmaxHessian(_ x: [Scalar], _ scale: Scalar) -> [[[Scalar]]] {
    let g = softmax(x.map { scale * $0 })
    return hessian(g, scale, free: g.indices)
  }

  /// The same for the reduced softmax, whose pivot has no logit.
  static func reducedSoftmaxHessian(_ eta: [Scalar], _ scale: Scalar) -> [[[Scalar]]] {
    let p = reducedSoftmax(eta, scale)
    return hessian(p, scale, free: 1..<p.count)
  }

  /// The second derivatives of softmax by the logits that are free.
  static func hessian(
    _ g: [Scalar], _ scale: Scalar, free: Range<Int>
  ) -> [[[Scalar]]] {
    func delta(_ i: Int, _ j: Int) -> Scalar { i == j ? 1 : 0 }
    return g.indices.map { k in
      free.map { i in
        free.map { j in
          let product = (delta(k, i) - g[i]) * (delta(k, j) - g[j])
          return scale * scale * (g[k] * (product - g[i] * (delta(i, j) - g[j])))
        }
      }
    }
  }

  /// `Σt (diag g − ggᵀ)`.
  static func categoricalCrossEntropyWithLogitsHessian(
    _ targets: [Scalar], _ logits: [Scalar]
  ) -> [[Scalar]] {
    let mass = targets.reduce(0, +)
    let g = softmax(logits)
    return g.indices.map { i in
      g.indices.map { j in mass * (g[i] * ((i == j ? 1 : 0) - g[j])) }
    }
  }

  /// `δ_ij(δ_0i/p_0² − δ_ki/p_k²)/λ`.
  static func inverseReducedSoftmaxHessian(_ p: [Scalar], _ scale: Scalar) -> [[[Scalar]]] {
    p.indices.dropFirst().map { k in
      p.indices.map { i in
        p.indices.map { j in
          guard i == j, i == 0 || i == k else { return 0 }
          return (i == 0 ? 1 : -1) / (scale * (p[i] * p[i]))
        }
      }
    }
  }

  /// Softmax of each column, along axis 0, or of each row, along axis 1.
  static func softmaxAlongAxis(_ x: [[Scalar]], _ axis: Int) -> [[Scalar]] {
    guard axis == 0, let first = x.first else { return x.map { softmax($0) } }
    let columns = first.indices.map { column in softmax(x.map { $0[column] }) }
    return x.indices.map { row in columns.map { $0[row] } }
  }
}
