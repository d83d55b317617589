import SoftmaxFamily

/// G. Gradients.
extension Faults {
  static var ofGradients: [Fault<Scalar>] {
    [
      diagonalOnly, missingCrossTerms, meanBackwards, upstreamIgnored, derivativeOfOutput,
      scaleMissing, destinationAliases, wrongFactor, nanAtMasked, doubledDiagonal,
      massTakenForOne, signFlipped, secondDerivativeZero,
    ]
  }

  private static var diagonalOnly: Fault<Scalar> {
    Fault(
      FaultDescription(
        "G01", "diagonal-only", in: .softmaxVectorJacobianProduct,
        or: [.softmaxJacobianVectorProduct, .softmaxJacobian],
        "the Jacobian is taken for diagonal: g(1 − g)",
        advice: "look at the terms −g_i g_j off the diagonal", from: "libnd4j#440",
        seenBy: "vjp-formula")
    ) { functions, kernels, _ in
      let product: SwiftFunctions<Scalar>.PairFunction = { x, v in
        zip(kernels.softmax(x), v).map { $1 * ($0 * (1 - $0)) }
      }
      functions.softmaxVectorJacobianProduct = product
      functions.softmaxJacobianVectorProduct = product
      functions.softmaxJacobian = { x, scale in
        let g = kernels.softmax(x.map { scale * $0 })
        return g.indices.map { i in
          g.indices.map { j in i == j ? scale * (g[i] * (1 - g[i])) : 0 }
        }
      }
    }
  }

  private static var missingCrossTerms: Fault<Scalar> {
    Fault(
      FaultDescription(
        "G03", "cross-terms-missing", in: .softmaxJacobianVectorProduct,
        or: [.softmaxVectorJacobianProduct],
        "g ⊙ v without the mean ⟨g, v⟩", advice: "subtract the inner product ⟨g, v⟩",
        from: "cTensor#31", seenBy: "jvp-formula")
    ) { functions, kernels, _ in
      let product: SwiftFunctions<Scalar>.PairFunction = { x, v in
        zip(kernels.softmax(x), v).map { $0 * $1 }
      }
      functions.softmaxVectorJacobianProduct = product
      functions.softmaxJacobianVectorProduct = product
    }
  }

  private static var meanBackwards: Fault<Scalar> {
    Fault(
      FaultDescription(
        "G04", "gradient-of-mean", in: .categoricalCrossEntropyWithLogitsGradient,
        or: [.binaryCrossEntropyWithLogitsGradient, .categoricalCrossEntropyGradient],
        "the gradient is that of the mean where the loss is a sum, or the other way round",
        advice: "look at the factor 1/N in both passes", from: "swift-apis#42, ledger#1580",
        seenBy: "cce-gradient-mass")
    ) { functions, kernels, _ in
      functions.categoricalCrossEntropyWithLogitsGradient = { targets, logits in
        zip(targets, logits).map {
          kernels.categoricalCrossEntropyGradient($0, $1).map { $0 / Scalar(targets.count) }
        }
      }
      functions.binaryCrossEntropyWithLogitsGradient = { targets, logits in
        zip(targets, logits).map { (kernels.sigmoid($1) - $0) / Scalar(targets.count) }
      }
      functions.categoricalCrossEntropyGradient = { targets, probabilities in
        zip(targets, probabilities).map {
          zip($0, $1).map { -$0 / $1 / Scalar(targets.count) }
        }
      }
    }
  }

  private static var upstreamIgnored: Fault<Scalar> {
    Fault(
      FaultDescription(
        "G05", "upstream-ignored", in: .softmaxVectorJacobianProduct,
        or: [.logSoftmaxVectorJacobianProduct],
        "only the first upstream gradient is used, for all entries",
        advice: "look at the index of the upstream gradient", from: "aprender#2182, pytorch#289",
        seenBy: "vjp-formula"), with: [0, 1]
    ) { functions, kernels, form in
      let used: @Sendable ([Scalar]) -> [Scalar] = { v in
        v.map { _ in form == 0 ? v.first ?? 0 : 1 }
      }
      functions.softmaxVectorJacobianProduct = { kernels.vectorProduct($0, used($1)) }
      functions.logSoftmaxVectorJacobianProduct = { x, v in
        let upstream = used(v)
        let sum = upstream.reduce(0, +)
        return zip(kernels.softmax(x), upstream).map { $1 - $0 * sum }
      }
    }
  }

  private static var derivativeOfOutput: Fault<Scalar> {
    Fault(
      FaultDescription(
        "G07", "derivative-of-input", in: .sigmoidDerivative,
        "x(1 − x) with the input where the output belongs",
        advice: "check which tensor the backward pass has saved",
        from: "swift-apis#341, swift-models#180", seenBy: "sigmoid-derivative")
    ) { functions, _, _ in
      functions.sigmoidDerivative = { $0.map { $0 * (1 - $0) } }
    }
  }

  private static var scaleMissing: Fault<Scalar> {
    Fault(
      FaultDescription(
        "G11", "scale-missing", in: .softmaxJacobian, or: [.reducedSoftmaxJacobian],
        "the factor λ of the inner derivative is missing", advice: "look at the chain rule for λx",
        from: "mxnet#11466", seenBy: "softmax-jacobian-formula"), with: [0, 2, 0, 2]
    ) { functions, kernels, power in
      let factor: @Sendable (Scalar) -> Scalar = { power == 0 ? 1 : $0 * $0 }
      functions.softmaxJacobian = { x, scale in
        kernels.jacobian(kernels.softmax(x.map { scale * $0 }), factor(scale), columns: 0)
      }
      functions.reducedSoftmaxJacobian = { eta, scale in
        kernels.jacobian(kernels.softmax([0] + eta.map { scale * $0 }), factor(scale), columns: 1)
      }
    }
  }

  private static var destinationAliases: Fault<Scalar> {
    Fault(
      FaultDescription(
        "G13", "destination-aliases-output", in: .softmaxVectorJacobianProduct,
        or: [.softmaxJacobianVectorProduct],
        "the destination shares memory with the saved output, which is overwritten too early",
        advice: "check whether the buffers of gradient and output may be the same",
        from: "ggml#1521", seenBy: "vjp-formula"), with: [0, 1]
    ) { functions, kernels, early in
      let product: SwiftFunctions<Scalar>.PairFunction = { x, v in
        let g = early == 0 ? kernels.softmax(x) : v
        let mean = zip(g, v).reduce(0) { $0 + $1.0 * $1.1 }
        return v.map { $0 * ($0 - mean) }
      }
      functions.softmaxVectorJacobianProduct = product
      functions.softmaxJacobianVectorProduct = product
    }
  }

  private static var wrongFactor: Fault<Scalar> {
    Fault(
      FaultDescription(
        "G14", "factor-of-two", in: .softmaxJacobian,
        or: [.softmaxVectorJacobianProduct, .softmaxJacobianVectorProduct],
        "every entry of the derivative has a constant factor too much",
        advice: "look for factors from a square or a mean", from: "fromscratchtoml#65",
        seenBy: "softmax-jacobian-formula"), with: [2, 0.5, 4]
    ) { functions, kernels, factor in
      functions.softmaxJacobian = { x, scale in
        kernels.jacobian(
          kernels.softmax(x.map { scale * $0 }), Scalar(factor) * scale, columns: 0)
      }
      let product: SwiftFunctions<Scalar>.PairFunction = { x, v in
        kernels.vectorProduct(x, v).map { Scalar(factor) * $0 }
      }
      functions.softmaxVectorJacobianProduct = product
      functions.softmaxJacobianVectorProduct = product
    }
  }

  private static var nanAtMasked: Fault<Scalar> {
    Fault(
      FaultDescription(
        "G15", "nan-at-masked", in: .softmaxVectorJacobianProduct,
        or: [.logSumExpGradient],
        "0 · (−∞) leaks from the branch that is not selected",
        advice: "make both branches of the select safe at −∞",
        from: "optax#1762, jax#40598", seenBy: "vjp-masked-zero")
    ) { functions, kernels, _ in
      functions.softmaxVectorJacobianProduct = { x, v in
        zip(x, kernels.vectorProduct(x, v)).map { 0 * $0 + $1 }
      }
      functions.logSumExpGradient = { x in zip(x, kernels.softmax(x)).map { 0 * $0 + $1 } }
    }
  }

  private static var doubledDiagonal: Fault<Scalar> {
    Fault(
      FaultDescription(
        "G17", "diagonal-doubled", in: .categoricalCrossEntropyWithLogitsHessian,
        or: [.softmaxJacobian, .reducedSoftmaxJacobian],
        "the diagonal is 2p(1 − p)", advice: "look at the factor of the diagonal terms",
        from: "xgboost#5769, xgboost#10258, LightGBM#1154", seenBy: "cce-hessian-formula"),
      with: [2, 0.5, 1.5]
    ) { functions, kernels, factor in
      let changed: @Sendable ([[Scalar]], Int) -> [[Scalar]] = { matrix, first in
        matrix.enumerated().map { row in
          row.element.enumerated().map { column in
            let isDiagonal = row.offset == column.offset + first
            return isDiagonal ? Scalar(factor) * column.element : column.element
          }
        }
      }
      functions.categoricalCrossEntropyWithLogitsHessian = { targets, logits in
        changed(kernels.jacobian(kernels.softmax(logits), targets.reduce(0, +), columns: 0), 0)
      }
      functions.softmaxJacobian = { x, scale in
        changed(kernels.jacobian(kernels.softmax(x.map { scale * $0 }), scale, columns: 0), 0)
      }
      functions.reducedSoftmaxJacobian = { eta, scale in
        changed(
          kernels.jacobian(kernels.softmax([0] + eta.map { scale * $0 }), scale, columns: 1), 1)
      }
    }
  }

  private static var massTakenForOne: Fault<Scalar> {
    Fault(
      FaultDescription(
        "G14c", "target-mass-taken-for-one", in: .categoricalCrossEntropyWithLogitsGradient,
        "softmax − t, right only for targets that sum to one",
        advice: "multiply softmax by the sum of the targets", from: "tensorflow#1234",
        seenBy: "cce-gradient-mass")
    ) { functions, kernels, _ in
      functions.categoricalCrossEntropyWithLogitsGradient = { targets, logits in
        zip(targets, logits).map { zip($0, kernels.softmax($1)).map { $1 - $0 } }
      }
    }
  }

  private static var signFlipped: Fault<Scalar> {
    Fault(
      FaultDescription(
        "G14b", "target-minus-prediction", in: .categoricalCrossEntropyWithLogitsGradient,
        or: [.binaryCrossEntropyWithLogitsGradient],
        "target minus prediction", advice: "look at the sign of the gradient",
        from: "ML-From-Scratch#71", seenBy: "cce-gradient")
    ) { functions, kernels, _ in
      functions.categoricalCrossEntropyWithLogitsGradient = { targets, logits in
        zip(targets, logits).map { kernels.categoricalCrossEntropyGradient($0, $1).map { -$0 } }
      }
      functions.binaryCrossEntropyWithLogitsGradient = { targets, logits in
        zip(targets, logits).map { $0 - kernels.sigmoid($1) }
      }
    }
  }

  private static var secondDerivativeZero: Fault<Scalar> {
    Fault(
      FaultDescription(
        "G10", "second-derivative-zero", in: .categoricalCrossEntropyWithLogitsHessian,
        or: [.softmaxHessian, .reducedSoftmaxHessian],
        "the gradient is saved as a constant, so that its derivative is zero",
        advice: "make the gradient itself differentiable, or refuse",
        from: "tensorflow#5876, tensorflow#7403, tensorflow#14641", seenBy: "cce-hessian-formula")
    ) { functions, _, _ in
      functions.categoricalCrossEntropyWithLogitsHessian = { targets, _ in
        targets.map { _ in targets.map { _ in 0 } }
      }
      functions.softmaxHessian = { x, _ in x.map { _ in x.map { _ in x.map { _ in 0 } } } }
      functions.reducedSoftmaxHessian = { eta, _ in
        ([0] + eta).map { _ in eta.map { _ in eta.map { _ in 0 } } }
      }
    }
  }
}
