import Arithmetic
import SoftmaxFamily

/// F. Clipping, epsilons, thresholds.
extension Faults {
  static var ofClipping: [Fault<Scalar>] {
    [
      clippedBelowResolution, epsilonInLogarithm, clippedGradient, thresholdOnOutput,
      clampedLogits, flooredSoftmax, lossOfRoundedSigmoid, clampedSigmoid, linearSoftplus,
      smallSumFloored,
    ]
  }

  private static var clippedBelowResolution: Fault<Scalar> {
    Fault(
      FaultDescription(
        "F01", "clip-below-resolution", in: .binaryCrossEntropy,
        "probabilities are clipped by an epsilon, which the upper limit cannot hold",
        advice: "look at the epsilon beside the unit roundoff of the format",
        from: "keras#377, scikit-learn#24315", showsIn: [.bfloat16, .binary32, .binary64],
        seenBy: "bce-prob-oracle"), with: [1e-9, 1e-15, 1e-7]
    ) { functions, kernels, epsilon in
      functions.binaryCrossEntropy = { targets, probabilities in
        zip(targets, probabilities).reduce(0) { sum, pair in
          let y = min(max(pair.1, Scalar(epsilon)), 1 - Scalar(epsilon))
          return sum - pair.0 * kernels.logarithm(y)
            - (1 - pair.0) * kernels.logarithmOfOnePlus(-y)
        }
      }
    }
  }

  private static var epsilonInLogarithm: Fault<Scalar> {
    Fault(
      FaultDescription(
        "F03", "epsilon-in-log", in: .categoricalCrossEntropy, or: [.binaryCrossEntropy, .entropy],
        "log(p + ε), which is positive at one", advice: "leave out the epsilon",
        from: "pytorch#8147, pytorch#4867", seenBy: "cce-prob-oracle"),
      with: [1e-3, 1e-2, 1e-4]
    ) { functions, kernels, epsilon in
      let logarithm: @Sendable (Scalar) -> Scalar = { kernels.logarithm($0 + Scalar(epsilon)) }
      functions.categoricalCrossEntropy = { targets, probabilities in
        zip(targets, probabilities).reduce(0) { sum, rows in
          zip(rows.0, rows.1).reduce(sum) { $0 - $1.0 * logarithm($1.1) }
        }
      }
      functions.binaryCrossEntropy = { targets, probabilities in
        zip(targets, probabilities).reduce(0) {
          $0 - $1.0 * logarithm($1.1) - (1 - $1.0) * logarithm(1 - $1.1)
        }
      }
      functions.entropy = { $0.reduce(0) { $0 - $1 * logarithm($1) } }
    }
  }

  private static var clippedGradient: Fault<Scalar> {
    Fault(
      FaultDescription(
        "F04", "clip-kills-gradient", in: .binaryCrossEntropyWithLogitsGradient,
        "no gradient passes where a clip is active", advice: "differentiate the loss of the logits",
        from: "keras#9664, addons#693, pytorch#103316", seenBy: "bce-gradient"),
      with: [16.118, 10, 30]
    ) { functions, kernels, limit in
      functions.binaryCrossEntropyWithLogitsGradient = { targets, logits in
        zip(targets, logits).map { abs($1) > Scalar(limit) ? 0 : kernels.sigmoid($1) - $0 }
      }
    }
  }

  private static var thresholdOnOutput: Fault<Scalar> {
    Fault(
      FaultDescription(
        "F07", "threshold-on-output", in: .softplusDerivative,
        "the threshold for the linear part is compared with the output in the backward pass",
        advice: "compare the same quantity with the threshold forwards and backwards",
        from: "pytorch#55587, pytorch#61568", seenBy: "softplus-derivative"), with: [1, 3, 8]
    ) { functions, kernels, threshold in
      functions.softplusDerivative = { x in
        x.map { kernels.softplus($0) > Scalar(threshold) ? 1 : kernels.sigmoid($0) }
      }
    }
  }

  private static var clampedLogits: Fault<Scalar> {
    Fault(
      FaultDescription(
        "F09", "logits-clamped", in: .binaryCrossEntropyWithLogits, or: [.softplus],
        "logits are clamped", advice: "the stable form needs no clamp",
        from: "pytorch#163975", seenBy: "bce-hard-labels"), with: [100, 50, 30]
    ) { functions, kernels, limit in
      let clamped: @Sendable (Scalar) -> Scalar = { min(max($0, -Scalar(limit)), Scalar(limit)) }
      functions.binaryCrossEntropyWithLogits = { targets, logits in
        zip(targets, logits).reduce(0) { $0 + kernels.binaryCrossEntropy($1.0, clamped($1.1)) }
      }
      functions.softplus = { $0.map { kernels.softplus(clamped($0)) } }
    }
  }

  private static var flooredSoftmax: Fault<Scalar> {
    Fault(
      FaultDescription(
        "F10", "max-and-sum-floored", in: .softmax, or: [.scaledSoftmax],
        "the maximum is floored at a finite number and the sum at an epsilon, against NaN",
        advice: "treat a row that is all masked apart", from: "burn#4697",
        seenBy: "softmax-oracle"), with: [-10_000, -1_000, -100]
    ) { kernels, floor in
      let maximum = kernels.maximum
      kernels.maximum = { max(maximum($0), Scalar(floor)) }
      kernels.normalization = { kernels, weights in
        let sum = max(kernels.sum(weights), 1e-6)
        return weights.map { $0 / sum }
      }
    }
  }

  private static var lossOfRoundedSigmoid: Fault<Scalar> {
    Fault(
      FaultDescription(
        "F11", "loss-of-rounded-sigmoid", in: .binaryCrossEntropyWithLogits,
        "the loss is formed from a computed sigmoid, which rounds to one, with or without an epsilon",
        advice: "form the loss from the logits", from: "dynet#1217", seenBy: "bce-oracle"),
      with: [0, 1e-6, 1e-4]
    ) { functions, kernels, epsilon in
      functions.binaryCrossEntropyWithLogits = { targets, logits in
        zip(targets, logits).reduce(0) { sum, pair in
          let y = kernels.sigmoid(pair.1)
          let (yes, no) = (y + Scalar(epsilon), (1 - y) + Scalar(epsilon))
          return sum - pair.0 * kernels.logarithm(yes) - (1 - pair.0) * kernels.logarithm(no)
        }
      }
    }
  }

  private static var clampedSigmoid: Fault<Scalar> {
    Fault(
      FaultDescription(
        "F09b", "sigmoid-clamped", in: .sigmoid, or: [.softplusDerivative],
        "the argument of the sigmoid is clamped", advice: "the sigmoid needs no clamp",
        from: "pytorch#163975", seenBy: "sigmoid-tail"), with: [16, 12, 30]
    ) { kernels, limit in
      let sigmoid = kernels.sigmoidOfNumber
      kernels.sigmoidOfNumber = { sigmoid($0, min(max($1, -Scalar(limit)), Scalar(limit))) }
    }
  }

  private static var linearSoftplus: Fault<Scalar> {
    Fault(
      FaultDescription(
        "F07b", "softplus-linear-early", in: .softplus, or: [.logSigmoid],
        "the identity above a threshold at which it is not yet accurate",
        advice: "look at the threshold beside the unit roundoff of the format",
        from: "pytorch#31110, pytorch#55587", showsIn: [.binary32, .binary64],
        seenBy: "softplus-oracle"), with: [8, 5, 10]
    ) { kernels, threshold in
      let softplus = kernels.softplusOfNumber
      kernels.softplusOfNumber = { $1 > Scalar(threshold) ? $1 : softplus($0, $1) }
    }
  }

  private static var smallSumFloored: Fault<Scalar> {
    Fault(
      FaultDescription(
        "F03b", "epsilon-in-sum", in: .softmax, or: [.scaledSoftmax, .logSumExp],
        "an epsilon is added to the sum of the exponentials",
        advice: "the shifted sum is at least one and needs no epsilon",
        from: "pytorch#8147", seenBy: "softmax-sum-one"), with: [1e-2, 1e-3, 5e-3]
    ) { kernels, epsilon in
      let sum = kernels.sum
      kernels.sum = { sum($0) + Scalar(epsilon) }
    }
  }
}
