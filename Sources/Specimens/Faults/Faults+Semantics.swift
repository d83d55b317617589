import Arithmetic
import SoftmaxFamily

/// H and J. Reductions, labels, and what an operation means.
extension Faults {
  static var ofReductions: [Fault<Scalar>] {
    [
      ignoredRowsCount, classesFromWrongAxis, meanOverElements, dividedTwice, zeroInDivergence,
      complementOfMargin, notNormalised,
    ]
  }

  static var ofSemantics: [Fault<Scalar>] {
    [
      softmaxTwice, logarithmReturned, inverseWithoutReference, anotherReference, pivotMissing,
      pivotIsOne, reducedWithoutShift, clippedLogit,
    ]
  }

  private static var ignoredRowsCount: Fault<Scalar> {
    Fault(
      FaultDescription(
        "H02", "ignored-rows-count", in: .categoricalCrossEntropyWithLogits,
        "a row whose targets are all zero has uniform ones instead",
        advice: "mask the smoothing term of the rows that are ignored",
        from: "pytorch#73205, tinygrad#3570", seenBy: "cce-oracle")
    ) { functions, kernels, _ in
      functions.categoricalCrossEntropyWithLogits = { targets, logits in
        let used = targets.map { row in
          let isIgnored = row.allSatisfy { $0 == 0 }
          return isIgnored ? row.map { _ in 1 / Scalar(row.count) } : row
        }
        return kernels.categoricalCrossEntropy(used, logits)
      }
    }
  }

  private static var classesFromWrongAxis: Fault<Scalar> {
    Fault(
      FaultDescription(
        "H04", "classes-from-wrong-axis", in: .categoricalCrossEntropyWithLogits,
        or: [.categoricalCrossEntropyWithLogitsGradient],
        "the number of classes is taken from the axis of the rows",
        advice: "look at the axis that softmax is taken along",
        from: "tensorflow#32231, tensorflow#122716",
        seenBy: "cce-oracle")
    ) { functions, kernels, _ in
      functions.categoricalCrossEntropyWithLogits = { targets, logits in
        kernels.categoricalCrossEntropy(targets.reshaped, logits.reshaped)
      }
      functions.categoricalCrossEntropyWithLogitsGradient = { targets, logits in
        let rows = zip(targets.reshaped, logits.reshaped)
        return rows.map { kernels.categoricalCrossEntropyGradient($0, $1) }.reshaped
      }
    }
  }

  private static var meanOverElements: Fault<Scalar> {
    Fault(
      FaultDescription(
        "H06", "mean-instead-of-sum", in: .binaryCrossEntropyWithLogits,
        or: [.categoricalCrossEntropyWithLogits, .binaryCrossEntropy],
        "the loss is a mean", advice: "look at the reduction over the batch and over the classes",
        from: "swift-apis#51, Pretrained-Language-Model#144", seenBy: "bce-oracle")
    ) { functions, kernels, _ in
      functions.divideLosses(kernels) { 1 / $0 }
    }
  }

  private static var dividedTwice: Fault<Scalar> {
    Fault(
      FaultDescription(
        "H07", "divided-twice", in: .binaryCrossEntropyWithLogits,
        or: [.categoricalCrossEntropyWithLogits, .binaryCrossEntropy],
        "the loss is divided by the count, twice",
        advice: "check where the valid count is already in",
        from: "mxnet#2231, caffe#1654", seenBy: "bce-oracle")
    ) { functions, kernels, _ in
      functions.divideLosses(kernels) { 1 / ($0 * $0) }
    }
  }

  private static var zeroInDivergence: Fault<Scalar> {
    Fault(
      FaultDescription(
        "H09", "zero-times-log-zero-in-kl", in: .klDivergence, "0 · log 0 is NaN",
        advice: "leave out the terms whose probability is zero",
        from: "optax#473, optax#1786, pytorch#89558", seenBy: "kl-oracle"), with: [0, 1]
    ) { functions, kernels, form in
      functions.klDivergence = { p, q in
        zip(p, q).reduce(0) { sum, pair in
          let (p, q) = pair
          return form == 0
            ? sum + p * kernels.logarithm(p / q)
            : sum + p * (kernels.logarithm(p) - kernels.logarithm(q))
        }
      }
    }
  }

  private static var complementOfMargin: Fault<Scalar> {
    Fault(
      FaultDescription(
        "H12", "complement-of-margin", in: .binaryCrossEntropyWithLogits,
        "the other class has the margin 1 − z instead of −z",
        advice: "check whether margins or probabilities are complemented", from: "xgboost#11373",
        seenBy: "bce-oracle"), with: [1, 2]
    ) { functions, kernels, one in
      functions.binaryCrossEntropyWithLogits = { targets, logits in
        zip(targets, logits).reduce(0) { sum, pair in
          let (t, z) = pair
          let yes = t * kernels.softplus(-z)
          let no = (1 - t) * kernels.softplus(-(Scalar(one) - z))
          return sum + (yes + no)
        }
      }
    }
  }

  private static var notNormalised: Fault<Scalar> {
    Fault(
      FaultDescription(
        "H15", "not-normalised", in: .softmax, or: [.scaledSoftmax, .reducedSoftmax],
        "the weights are returned without division by their sum", advice: "look at the last step",
        from: "NaiveBayes.jl#40", seenBy: "softmax-sum-one")
    ) { kernels, _ in
      kernels.normalization = { $1 }
    }
  }

  private static var softmaxTwice: Fault<Scalar> {
    Fault(
      FaultDescription(
        "J01", "softmax-twice", in: .softmax,
        or: [.categoricalCrossEntropyWithLogits, .scaledSoftmax],
        "softmax of probabilities that are taken for logits",
        advice: "check whether the argument is logits or probabilities",
        from: "keras#6143, keras#15271", seenBy: "softmax-odds-ratio")
    ) { kernels, _ in
      let (softmax, logSoftmax) = (kernels.softmaxOfRow, kernels.logSoftmaxOfRow)
      kernels.softmaxOfRow = { softmax($0, softmax($0, $1)) }
      kernels.logSoftmaxOfRow = { logSoftmax($0, softmax($0, $1)) }
    }
  }

  private static var logarithmReturned: Fault<Scalar> {
    Fault(
      FaultDescription(
        "J02", "log-flag-crossed", in: .softmax, or: [.scaledSoftmax, .logSumExpGradient],
        "log-softmax is returned", advice: "look at the flag that chooses the logarithm",
        from: "tensorflow#2315", seenBy: "softmax-nonneg-le-one")
    ) { kernels, _ in
      kernels.softmaxOfRow = { $0.logSoftmax($1) }
    }
  }

  private static var inverseWithoutReference: Fault<Scalar> {
    Fault(
      FaultDescription(
        "J04", "inverse-without-reference", in: .inverseReducedSoftmax,
        "log p_i without the pivot's log p_0", advice: "subtract the logarithm of the pivot",
        from: "Bijectors.jl#283, pymc#747", seenBy: "invsoft-left-inverse")
    ) { functions, kernels, _ in
      functions.inverseReducedSoftmax = { p, scale in
        p.dropFirst().map { kernels.logarithm($0) / scale }
      }
    }
  }

  private static var anotherReference: Fault<Scalar> {
    Fault(
      FaultDescription(
        "J04b", "another-pivot", in: .inverseReducedSoftmax, or: [.reducedSoftmax],
        "the pivot is the last class instead of the first",
        advice: "check which class is the reference", from: "stan#266",
        seenBy: "invsoft-left-inverse")
    ) { functions, kernels, _ in
      functions.inverseReducedSoftmax = { p, scale in
        let reference = kernels.logarithm(p[p.count - 1])
        return p.dropLast().map { (kernels.logarithm($0) - reference) / scale }
      }
      functions.reducedSoftmax = { eta, scale in
        kernels.softmax(eta.map { scale * $0 } + [0])
      }
    }
  }

  private static var pivotMissing: Fault<Scalar> {
    Fault(
      FaultDescription(
        "J04c", "pivot-not-in-sum", in: .reducedSoftmax,
        "the pivot's one is missing in the sum", advice: "add e^0 to the sum",
        from: "Bijectors.jl#283", seenBy: "soft-definition")
    ) { functions, kernels, _ in
      functions.reducedSoftmax = { eta, scale in
        let x = [0] + eta.map { scale * $0 }
        let weights = kernels.weights(x, less: kernels.maximum(x))
        let sum = kernels.sum(Array(weights.dropFirst()))
        return weights.map { $0 / sum }
      }
    }
  }

  private static var pivotIsOne: Fault<Scalar> {
    Fault(
      FaultDescription(
        "J04d", "pivot-is-one", in: .reducedSoftmax, "the pivot's logit is one instead of zero",
        advice: "the reference logit is zero, its exponential one", from: "stan#266",
        seenBy: "soft-definition"), with: [1, -1, 0.5, 2, -0.5]
    ) { functions, kernels, pivot in
      functions.reducedSoftmax = { eta, scale in
        kernels.softmax([Scalar(pivot)] + eta.map { scale * $0 })
      }
    }
  }

  private static var reducedWithoutShift: Fault<Scalar> {
    Fault(
      FaultDescription(
        "J07", "reduced-without-shift", in: .reducedSoftmax,
        "1 + Σ e^λη is formed without a shift", advice: "subtract the greatest of 0 and λη",
        from: "scikit-bio#1861", seenBy: "soft-no-overflow")
    ) { functions, kernels, _ in
      functions.reducedSoftmax = { eta, scale in
        let weights = [1] + eta.map { kernels.exponential(scale * $0) }
        return kernels.normalized(weights)
      }
    }
  }

  private static var clippedLogit: Fault<Scalar> {
    Fault(
      FaultDescription(
        "J08", "logit-clipped", in: .logit, "probabilities are clipped before the logarithms",
        advice: "look at the epsilon of the clip", from: "pytorch#41062",
        showsIn: [.binary32, .binary64], seenBy: "logit-oracle"), with: [1e-6, 1e-5, 1e-4]
    ) { functions, _, epsilon in
      functions.logit = { p in
        p.map { Textbook.logit(min(max($0, Scalar(epsilon)), 1 - Scalar(epsilon))) }
      }
    }
  }
}

extension SwiftFunctions where Scalar: ElementaryScalar {
  /// Multiplies the losses by a function of the number of rows or elements.
  fileprivate mutating func divideLosses(
    _ kernels: Kernels<Scalar>, factor: @escaping @Sendable (Scalar) -> Scalar
  ) {
    let (binary, categorical) = (binaryCrossEntropyWithLogits, categoricalCrossEntropyWithLogits)
    let plain = binaryCrossEntropy
    binaryCrossEntropyWithLogits = { factor(Scalar($0.count)) * (binary?($0, $1) ?? 0) }
    categoricalCrossEntropyWithLogits = {
      factor(Scalar($0.count)) * (categorical?($0, $1) ?? 0)
    }
    binaryCrossEntropy = { factor(Scalar($0.count)) * (plain?($0, $1) ?? 0) }
  }
}
