import SoftmaxFamily

/// The faults that shipped, by the sections of the list of them.
enum Faults<Scalar: ElementaryScalar> {}

/// A. Overflow and underflow.
extension Faults {
  static var ofOverflow: [Fault<Scalar>] {
    [
      noShift, maximumFloored, maximumSkipsFirst, logOfSum, maximumNotAddedBack,
      exponentialQuotient, logOfSigmoid, logOfOnePlusExponential, unstablePath,
      infinityTimesZero, squaredDenominator, hyperbolicQuotient,
    ]
  }

  private static var noShift: Fault<Scalar> {
    Fault(
      FaultDescription(
        "A01", "no-max-shift", in: .softmax, or: [.scaledSoftmax, .logSumExpGradient],
        "exp is taken of the logits themselves",
        advice: "subtract the maximum of the row before exp",
        from: "deeplearning4j#6039, llama.cpp#2665, pytorch_geometric#53",
        seenBy: "softmax-oracle"), with: [0, 5, -5]
    ) { kernels, shift in
      kernels.softmaxOfRow = { kernels, x in
        kernels.normalized(kernels.weights(x, less: Scalar(shift)))
      }
    }
  }

  private static var maximumFloored: Fault<Scalar> {
    Fault(
      FaultDescription(
        "A02", "max-floored", in: .softmax, or: [.logSumExp, .scaledSoftmax],
        "the maximum starts at a finite number instead of −∞",
        advice: "start the running maximum at −∞, or at the first entry",
        from: "NNlib.jl#43, uTensor#176", seenBy: "softmax-oracle"), with: [0, 8, -4]
    ) { kernels, floor in
      kernels.maximum = { max($0.max() ?? -.infinity, Scalar(floor)) }
    }
  }

  private static var maximumSkipsFirst: Fault<Scalar> {
    Fault(
      FaultDescription(
        "A04", "max-skips-first", in: .logSoftmax, or: [.softmax, .logSumExp],
        "the maximum skips the first entry",
        advice: "look at the first index of the loop for the maximum",
        from: "pytorch#3240, pytorch#3244", seenBy: "logsoftmax-oracle"), with: [1, 2]
    ) { kernels, skipped in
      kernels.maximum = { $0.dropFirst(Int(skipped)).max() ?? -.infinity }
    }
  }

  private static var logOfSum: Fault<Scalar> {
    Fault(
      FaultDescription(
        "A06", "log-of-plain-sum", in: .logSumExp, "log Σ e^x without a shift",
        advice: "subtract the maximum before exp, and add it to the logarithm",
        from: "coremltools#2727, orion#389", seenBy: "lse-oracle"), with: [0, 3, -3]
    ) { kernels, shift in
      kernels.logSumExpOfRow = { kernels, x in
        Scalar(shift) + kernels.logarithm(kernels.sum(kernels.weights(x, less: Scalar(shift))))
      }
    }
  }

  private static var maximumNotAddedBack: Fault<Scalar> {
    Fault(
      FaultDescription(
        "A07", "max-not-added-back", in: .logSumExp,
        "the maximum is subtracted and never added back",
        advice: "add the maximum to the logarithm of the shifted sum", from: "perses#1239",
        seenBy: "lse-shift-equivariance"), with: [0, -1, 0.5, 0]
    ) { kernels, share in
      kernels.logSumExpOfRow = { kernels, x in
        let maximum = kernels.maximum(x)
        guard maximum.isFinite else { return maximum }
        let logarithm = kernels.logarithm(kernels.sum(kernels.weights(x, less: maximum)))
        return Scalar(share) * maximum + logarithm
      }
    }
  }

  private static var exponentialQuotient: Fault<Scalar> {
    Fault(
      FaultDescription(
        "A09", "exp-over-one-plus-exp", in: .sigmoid,
        or: [.sigmoidDerivative, .binaryCrossEntropyWithLogitsGradient],
        "e^x/(1 + e^x) for every x", advice: "use 1/(1 + e^−x) for positive x",
        from: "FATE#65, onnxruntime#24685", seenBy: "sigmoid-oracle")
    ) { kernels, _ in
      kernels.sigmoidOfNumber = { kernels, x in
        let exponential = kernels.exponential(x)
        return exponential / (1 + exponential)
      }
    }
  }

  private static var logOfSigmoid: Fault<Scalar> {
    Fault(
      FaultDescription(
        "A10", "log-of-sigmoid", in: .logSigmoid, "the logarithm of a computed sigmoid",
        advice: "use −softplus(−x), in the form with log1p", from: "pytorch#2211",
        seenBy: "logsigmoid-softplus"), with: [0, 1]
    ) { functions, kernels, form in
      functions.logSigmoid = { x in
        x.map {
          form == 0
            ? kernels.logarithm(kernels.sigmoid($0))
            : -kernels.logarithm(1 + kernels.exponential(-$0))
        }
      }
    }
  }

  private static var logOfOnePlusExponential: Fault<Scalar> {
    Fault(
      FaultDescription(
        "A11", "log-of-one-plus-exp", in: .softplus, or: [.logSigmoid], "log(1 + e^x) as printed",
        advice: "use max(x, 0) + log1p(e^−|x|)",
        from: "spark#3915, onnxruntime#10576, pytorch#92145", seenBy: "softplus-oracle"),
      with: [0, 1]
    ) { kernels, form in
      kernels.softplusOfNumber = { kernels, x in
        let exponential = kernels.exponential(x)
        return form == 0
          ? kernels.logarithm(1 + exponential) : kernels.logarithmOfOnePlus(exponential)
      }
    }
  }

  private static var unstablePath: Fault<Scalar> {
    Fault(
      FaultDescription(
        "A13", "weighted-path-unstable", in: .binaryCrossEntropyWithLogits,
        "one path of the loss, for weights or soft targets, bypasses the stable form",
        advice: "use the same stable log-sigmoid on every path", from: "pytorch#13773",
        seenBy: "bce-oracle"), with: [0, 1, 2]
    ) { functions, kernels, path in
      functions.binaryCrossEntropyWithLogits = { targets, logits in
        zip(targets, logits).reduce(0) { sum, pair in
          let (t, z) = pair
          let isBypassed = path == 0 ? t != 0 && t != 1 : path == 1 ? t == 1 : t != 0
          guard isBypassed else { return sum + kernels.binaryCrossEntropy(t, z) }
          return sum + ((1 - t) * z + kernels.logarithm(1 + kernels.exponential(-z)))
        }
      }
    }
  }

  private static var infinityTimesZero: Fault<Scalar> {
    Fault(
      FaultDescription(
        "A15", "exp-times-reciprocal", in: .softplusDerivative, or: [.sigmoid],
        "e^x · 1/(1 + e^x), which is ∞ · 0", advice: "use 1/(1 + e^−x) for positive x",
        from: "tt-metal#56397", seenBy: "softplus-derivative")
    ) { kernels, _ in
      kernels.sigmoidOfNumber = { kernels, x in
        let exponential = kernels.exponential(x)
        return exponential * (1 / (1 + exponential))
      }
    }
  }

  private static var squaredDenominator: Fault<Scalar> {
    Fault(
      FaultDescription(
        "A16", "overflow-in-second-order", in: .sigmoidDerivative,
        "the derivative of 1/(1 + e^−x) as e^−x/(1 + e^−x)², which is ∞/∞",
        advice: "form the derivative from σ(x) and σ(−x)", from: "pytorch#196787",
        seenBy: "sigmoid-derivative"), with: [-1, 1, -2, 2]
    ) { functions, kernels, form in
      functions.sigmoidDerivative = { x in
        x.map {
          let exponential = kernels.exponential(form < 0 ? -$0 : $0)
          let sum = 1 + exponential
          guard abs(form) == 1 else { return exponential * (1 / sum) * (1 / sum) }
          return exponential / (sum * sum)
        }
      }
    }
  }

  private static var hyperbolicQuotient: Fault<Scalar> {
    Fault(
      FaultDescription(
        "A19", "tanh-by-exp-quotient", in: .sigmoid,
        "tanh as (e^2x − 1)/(e^2x + 1), and the sigmoid through it",
        advice: "use tanh itself, or exp of −|x|", from: "caffe#1455, dynet#761",
        seenBy: "sigmoid-oracle", claiming: { $0.sigmoid = .tanh })
    ) { kernels, _ in
      kernels.sigmoidOfNumber = { kernels, x in
        let exponential = kernels.exponential(x)
        return (1 + (exponential - 1) / (exponential + 1)) / 2
      }
    }
  }
}
