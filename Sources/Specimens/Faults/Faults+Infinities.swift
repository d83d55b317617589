import SoftmaxFamily

/// B. NaN and infinities.
extension Faults {
  static var ofInfinities: [Fault<Scalar>] {
    [
      logSumExpOfNothing, maskedRowByLength, maskedRowIsNaN, maskedGradientIsNaN,
      maskByMultiplication,
      maskedAfterwards, finiteMask, blockMaximumReplaced, infiniteNothing,
      zeroTimesLogarithm, maskedSlotIsZero, massDivided,
    ]
  }

  private static var logSumExpOfNothing: Fault<Scalar> {
    Fault(
      FaultDescription(
        "B01", "lse-of-no-mass", in: .logSumExp, "−∞ − (−∞) where all entries are −∞",
        advice: "return the maximum itself where it is infinite",
        from: "StatsFuns.jl#22, matrixStats#84, jax#1624", seenBy: "lse-all-masked")
    ) { kernels, _ in
      kernels.logSumExpOfRow = { kernels, x in
        let maximum = kernels.maximum(x)
        return maximum + kernels.logarithm(kernels.sum(kernels.weights(x, less: maximum)))
      }
    }
  }

  private static var maskedAfterwards: Fault<Scalar> {
    Fault(
      FaultDescription(
        "B09", "masked-after-softmax", in: .softmax,
        "masked slots take part in maximum and sum, and the rest is normalised again",
        advice: "mask the logits with −∞ before softmax, not its result",
        from: "allennlp#437", seenBy: "softmax-masked"), with: [100, 400, 1000]
    ) { kernels, stale in
      kernels.softmaxOfRow = { kernels, x in
        let filled = x.map { $0 == -.infinity ? Scalar(stale) : $0 }
        let g = kernels.normalized(kernels.weights(filled, less: kernels.maximum(filled)))
        return kernels.normalized(zip(x, g).map { $0 == -.infinity ? 0 : $1 })
      }
    }
  }

  private static var finiteMask: Fault<Scalar> {
    Fault(
      FaultDescription(
        "B10", "finite-mask", in: .softmax, or: [.logSumExp],
        "masked entries are a finite number instead of −∞",
        advice: "mask with −∞, or with less than any logit",
        from: "flashinfer#4267, lattice#373", seenBy: "softmax-oracle"),
      with: [-10_000, -50_000, -1_000]
    ) { kernels, mask in
      let (softmax, logSumExp) = (kernels.softmaxOfRow, kernels.logSumExpOfRow)
      kernels.softmaxOfRow = { softmax($0, $1.map { max($0, Scalar(mask)) }) }
      kernels.logSumExpOfRow = { logSumExp($0, $1.map { $0 == -.infinity ? Scalar(mask) : $0 }) }
    }
  }

  private static var blockMaximumReplaced: Fault<Scalar> {
    Fault(
      FaultDescription(
        "B11", "masked-block-sets-max", in: .softmax, or: [.logSumExp],
        "the maximum of a block that is all −∞ is replaced by zero, and kept",
        advice: "use the replaced maximum for that block's differences only",
        from: "flash-attention#2082, flash-attention#2083", seenBy: "softmax-masked"),
      with: [1, 2, 4]
    ) { kernels, size in
      kernels.maximum = { x in
        x.blocks(of: Int(size)).reduce(-.infinity) { maximum, block in
          let next = max(maximum, block.max() ?? -.infinity)
          return next == -.infinity ? 0 : next
        }
      }
    }
  }

  private static var infiniteNothing: Fault<Scalar> {
    Fault(
      FaultDescription(
        "B17", "lse-of-no-mass-positive", in: .logSumExp,
        "+∞ for a row without mass, which poisons every merge",
        advice: "the log-sum-exp of a row that is all masked is −∞", from: "flash-attention#978",
        seenBy: "lse-all-masked")
    ) { kernels, _ in
      let logSumExp = kernels.logSumExpOfRow
      kernels.logSumExpOfRow = { kernels, x in
        x.max() == -.infinity ? .infinity : logSumExp(kernels, x)
      }
    }
  }

  private static var zeroTimesLogarithm: Fault<Scalar> {
    Fault(
      FaultDescription(
        "B19", "zero-times-log-zero", in: .entropy, or: [.binaryCrossEntropy], "0 · log 0 is NaN",
        advice: "leave out the terms whose factor is zero", from: "mlx#1280",
        seenBy: "entropy-oracle")
    ) { functions, kernels, _ in
      functions.binaryCrossEntropy = { targets, probabilities in
        zip(targets, probabilities).reduce(0) { sum, pair in
          let (t, y) = pair
          return sum - t * kernels.logarithm(y) - (1 - t) * kernels.logarithmOfOnePlus(-y)
        }
      }
      functions.categoricalCrossEntropy = { targets, probabilities in
        zip(targets, probabilities).reduce(0) { sum, rows in
          zip(rows.0, rows.1).reduce(sum) { $0 - $1.0 * kernels.logarithm($1.1) }
        }
      }
      functions.entropy = { $0.reduce(0) { $0 - $1 * kernels.logarithm($1) } }
    }
  }

  private static var maskedSlotIsZero: Fault<Scalar> {
    Fault(
      FaultDescription(
        "B21", "masked-log-is-zero", in: .logSoftmax,
        "log-softmax is a finite number at masked slots instead of −∞",
        advice: "the logarithm of a masked probability is −∞", from: "mxnet#19703, jax#16208",
        seenBy: "padded-logsoftmax"), with: [0, -1, -100]
    ) { kernels, value in
      let logSoftmax = kernels.logSoftmaxOfRow
      kernels.logSoftmaxOfRow = { kernels, x in
        zip(x, logSoftmax(kernels, x)).map { $0 == -.infinity ? Scalar(value) : $1 }
      }
    }
  }

  private static var massDivided: Fault<Scalar> {
    Fault(
      FaultDescription(
        "B15", "divided-by-target-mass", in: .categoricalCrossEntropyWithLogits,
        "the loss is divided by the mass of the targets, which may be zero",
        advice: "a sum over the rows is not divided; if it is, zero needs a convention",
        from: "caffe#2335, pytorch#70348", seenBy: "cce-oracle")
    ) { functions, kernels, _ in
      functions.categoricalCrossEntropyWithLogits = { targets, logits in
        let sum = kernels.categoricalCrossEntropy(targets, logits)
        return sum / targets.reduce(0) { $0 + $1.reduce(0, +) }
      }
    }
  }

  private static var maskedRowByLength: Fault<Scalar> {
    Fault(
      FaultDescription(
        "B03", "masked-row-depends-on-length", in: .softmax,
        "a row that is all masked is NaN in the vector path and zeros in the scalar one",
        advice: "let every path follow one convention", from: "mlx#1467, mlx#1470",
        seenBy: "softmax-fully-masked", claiming: { $0.fullyMasked = nil }), with: [4, 8, 3]
    ) { kernels, width in
      let softmax = kernels.softmaxOfRow
      kernels.softmaxOfRow = { kernels, x in
        let isZero = x.max() == -.infinity && x.count < Int(width)
        return isZero ? x.map { _ in 0 } : softmax(kernels, x)
      }
    }
  }

  private static var maskedRowIsNaN: Fault<Scalar> {
    Fault(
      FaultDescription(
        "B04", "masked-row-is-nan", in: .softmax,
        "a row that is all masked is NaN where zeros are promised",
        advice: "treat a row without mass apart, before −∞ − (−∞)",
        from: "burn#4697, pytorch#130014, mlx#2395, allennlp#890",
        seenBy: "softmax-fully-masked", claiming: { $0.fullyMasked = .zeros })
    ) { _, _ in
    }
  }

  private static var maskedGradientIsNaN: Fault<Scalar> {
    Fault(
      FaultDescription(
        "B06", "masked-gradient-is-nan", in: .logSumExpGradient,
        "the gradient of log-sum-exp without mass is NaN where zeros are promised",
        advice: "treat a row without mass apart in the backward pass too",
        from: "pytorch#31829, pytorch#49724, jax#6811", seenBy: "lse-gradient-fully-masked",
        claiming: { $0.fullyMaskedGradient = .zeros })
    ) { _, _ in
    }
  }

  private static var maskByMultiplication: Fault<Scalar> {
    Fault(
      FaultDescription(
        "B08", "mask-by-multiplication", in: .categoricalCrossEntropyWithLogits,
        "terms are masked by a factor of zero, and 0 · ∞ is NaN",
        advice: "select the terms that count instead of multiplying by zero",
        from: "tensorflow#11756, llama.cpp#5574", seenBy: "cce-masked",
        claiming: { $0.extendedReals = true })
    ) { functions, kernels, _ in
      functions.categoricalCrossEntropyWithLogits = { targets, logits in
        kernels.sum(
          zip(targets, logits).flatMap { targets, logits in
            zip(targets, kernels.logSoftmax(logits)).map { -$0 * $1 }
          })
      }
    }
  }
}
