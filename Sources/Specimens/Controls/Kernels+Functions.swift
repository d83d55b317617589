import SoftmaxFamily

extension Kernels {
  /// The functions of the family that the kernels make; the others are the textbook's.
  var functions: SwiftFunctions<Scalar> {
    var functions = Textbook<Scalar>.functions
    plugRows(&functions)
    plugNumbers(&functions)
    plugLosses(&functions)
    plugDerivatives(&functions)
    plugSecondDerivatives(&functions)
    plugClassifiers(&functions)
    Textbook.plugSparseMaps(&functions, adding: summation)
    Textbook.plugFenchelYoung(&functions, adding: summation)
    return functions
  }

  private func plugRows(_ functions: inout SwiftFunctions<Scalar>) {
    functions.softmax = { softmax($0) }
    functions.scaledSoftmax = { x, scale in softmax(x.map { scale * $0 }) }
    functions.reducedSoftmax = { eta, scale in softmax([0] + eta.map { scale * $0 }) }
    functions.logSumExpGradient = { softmax($0) }
    functions.logSumExp = { logSumExp($0) }
    functions.logSoftmax = { logSoftmax($0) }
    functions.softmaxAlongAxis = { softmax($0, along: $1) }
  }

  /// Softmax of each column, along axis 0, or of each row, along axis 1.
  func softmax(_ x: [[Scalar]], along axis: Int) -> [[Scalar]] {
    axis == 0 ? x.transposed.map { softmax($0) }.transposed : x.map { softmax($0) }
  }

  private func plugNumbers(_ functions: inout SwiftFunctions<Scalar>) {
    functions.sigmoid = { $0.map(sigmoid) }
    functions.softplus = { $0.map(softplus) }
    functions.logSigmoid = { $0.map { -softplus(-$0) } }
    functions.sigmoidDerivative = { $0.map { sigmoid($0) * sigmoid(-$0) } }
    functions.softplusDerivative = { $0.map(sigmoid) }
  }

  private func plugLosses(_ functions: inout SwiftFunctions<Scalar>) {
    functions.entropy = { p in sum(p.map { -Textbook.product($0, logarithmOf: $0) }) }
    functions.klDivergence = { p, q in
      sum(zip(p, q).map { $0 == 0 ? 0 : $0 * ($0.logarithm - $1.logarithm) })
    }
    functions.binaryCrossEntropy = { Textbook.binaryCrossEntropy($0, $1, summation) }
    functions.categoricalCrossEntropy = { Textbook.categoricalCrossEntropy($0, $1, summation) }
    functions.binaryCrossEntropyWithLogits = { targets, logits in
      sum(zip(targets, logits).map(binaryCrossEntropy))
    }
    functions.categoricalCrossEntropyWithLogits = { targets, logits in
      categoricalCrossEntropy(targets, logits)
    }
    functions.binaryCrossEntropyWithLogitsGradient = { targets, logits in
      zip(targets, logits).map { sigmoid($1) - $0 }
    }
    functions.categoricalCrossEntropyWithLogitsGradient = { targets, logits in
      zip(targets, logits).map { categoricalCrossEntropyGradient($0, $1) }
    }
  }

  /// `max(z, 0) − zt + log1p(e^{−|z|})`, one term of binary cross-entropy.
  func binaryCrossEntropy(_ target: Scalar, _ z: Scalar) -> Scalar {
    (max(z, 0) - z * target) + logarithmOfOnePlus(exponential(-abs(z)))
  }

  /// `−Σ_n Σ_k t logSoftmax(z)`, without the terms whose target is zero.
  func categoricalCrossEntropy(_ targets: [[Scalar]], _ logits: [[Scalar]]) -> Scalar {
    sum(
      zip(targets, logits).flatMap { targets, logits in
        zip(targets, logSoftmax(logits)).map { $0 == 0 ? 0 : -$0 * $1 }
      })
  }

  /// `softmax(z) Σt − t`.
  func categoricalCrossEntropyGradient(_ targets: [Scalar], _ logits: [Scalar]) -> [Scalar] {
    let mass = summation.sum(targets)
    return zip(targets, softmax(logits)).map { $1 * mass - $0 }
  }

  private func plugDerivatives(_ functions: inout SwiftFunctions<Scalar>) {
    functions.softmaxVectorJacobianProduct = { vectorProduct($0, $1) }
    functions.softmaxJacobianVectorProduct = { vectorProduct($0, $1) }
    functions.logSoftmaxVectorJacobianProduct = { x, v in
      let total = summation.sum(v)
      return zip(softmax(x), v).map { $1 - $0 * total }
    }
    functions.softmaxJacobian = { x, scale in
      jacobian(softmax(x.map { scale * $0 }), scale, columns: 0)
    }
    functions.reducedSoftmaxJacobian = { eta, scale in
      jacobian(softmax([0] + eta.map { scale * $0 }), scale, columns: 1)
    }
  }

  private func plugSecondDerivatives(_ functions: inout SwiftFunctions<Scalar>) {
    functions.softmaxHessian = { x, scale in
      let g = softmax(x.map { scale * $0 })
      return Textbook.hessian(g, scale, free: g.indices)
    }
    functions.reducedSoftmaxHessian = { eta, scale in
      let p = softmax([0] + eta.map { scale * $0 })
      return Textbook.hessian(p, scale, free: 1..<p.count)
    }
    functions.categoricalCrossEntropyWithLogitsHessian = { targets, logits in
      jacobian(softmax(logits), summation.sum(targets), columns: 0)
    }
  }

  /// `g ⊙ (v − ⟨g, v⟩)`.
  func vectorProduct(_ x: [Scalar], _ v: [Scalar]) -> [Scalar] {
    let g = softmax(x)
    let mean = summation.dot(g, v)
    return zip(g, v).map { $0 * ($1 - mean) }
  }

  /// `λ g_i (δ_ij − g_j)`, from the column of the given number on.
  func jacobian(_ g: [Scalar], _ scale: Scalar, columns first: Int) -> [[Scalar]] {
    g.indices.map { i in
      g.indices.dropFirst(first).map { j in
        let other: Scalar = (i == j ? 1 : 0) - g[j]
        return scale * (g[i] * other)
      }
    }
  }
}
