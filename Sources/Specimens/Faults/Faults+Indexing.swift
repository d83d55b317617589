import SoftmaxFamily

/// C. Wrong index, tail or block.
extension Faults {
  static var ofIndexing: [Fault<Scalar>] {
    [
      loopFromOne, paddingIsZero, inactiveLanes, maximumOfFirstBlock, missingTile,
      blockNormalisation, targetsTransposed, lanesDiffer,
    ]
  }

  private static var loopFromOne: Fault<Scalar> {
    Fault(
      FaultDescription(
        "C07", "loop-from-one", in: .softmax, or: [.logSumExp],
        "a loop over the row begins at the second entry",
        advice: "look at the first index of the loops that add and divide",
        from: "minerva#40, minerva#41",
        seenBy: "softmax-sum-one"), with: [0, 1, 2, 1, 2]
    ) { kernels, loop in
      if loop == 0 {
        kernels.sum = { $0.dropFirst().reduce(0, +) }
        return
      }
      kernels.normalization = { kernels, weights in
        let sum = kernels.sum(weights)
        let first = loop == 1 ? weights[0] : 0
        return [first] + weights.dropFirst().map { $0 / sum }
      }
    }
  }

  private static var paddingIsZero: Fault<Scalar> {
    Fault(
      FaultDescription(
        "C09", "padding-is-zero", in: .softmax, or: [.logSumExp, .logSoftmax],
        "the row is padded with zeros, which count as logits",
        advice: "pad with −∞, or mask the lanes beyond the end",
        from: "tt-metal#20008, vllm#55009", seenBy: "softmax-sum-one"), with: [4, 8, 16]
    ) { kernels, width in
      let (maximum, sum) = (kernels.maximum, kernels.sum)
      kernels.maximum = { max(maximum($0), $0.count % Int(width) == 0 ? -.infinity : 0) }
      let softmax: Kernels<Scalar>.RowFunction<[Scalar]> = { kernels, x in
        let padding = [Scalar](repeating: 0, count: -x.count & (Int(width) - 1))
        let maximum = kernels.maximum(x)
        let total = sum(kernels.weights(x + padding, less: maximum))
        return kernels.weights(x, less: maximum).map { $0 / total }
      }
      kernels.softmaxOfRow = softmax
      kernels.logSumExpOfRow = { kernels, x in
        let padding = [Scalar](repeating: 0, count: -x.count & (Int(width) - 1))
        let maximum = kernels.maximum(x)
        return maximum + kernels.logarithm(sum(kernels.weights(x + padding, less: maximum)))
      }
      kernels.logSoftmaxOfRow = { kernels, x in
        let logSumExp = kernels.logSumExp(x)
        return x.map { $0 - logSumExp }
      }
    }
  }

  private static var inactiveLanes: Fault<Scalar> {
    Fault(
      FaultDescription(
        "C10", "idle-lanes-in-max", in: .softmax, or: [.logSumExp],
        "lanes without an entry bring a zero into the maximum of short rows",
        advice: "idle lanes contribute −∞ to the maximum", from: "rvllm#1",
        seenBy: "softmax-oracle"), with: [32, 16, 64]
    ) { kernels, lanes in
      let maximum = kernels.maximum
      kernels.maximum = { $0.count < Int(lanes) ? max(maximum($0), 0) : maximum($0) }
    }
  }

  private static var maximumOfFirstBlock: Fault<Scalar> {
    Fault(
      FaultDescription(
        "C13", "max-of-first-block", in: .softmax, or: [.logSumExp],
        "the maximum of a long row is that of its first block",
        advice: "look at the second stage of the reduction of the maximum", from: "warp-ctc#30",
        seenBy: "softmax-oracle"), with: [128, 64, 256]
    ) { kernels, size in
      let maximum = kernels.maximum
      kernels.maximum = { maximum(Array($0.prefix(Int(size)))) }
    }
  }

  private static var missingTile: Fault<Scalar> {
    Fault(
      FaultDescription(
        "C13b", "tile-missing-in-sum", in: .softmax, or: [.logSumExp],
        "the sum of a row of several tiles lacks those between the first and the last",
        advice: "look at the partial sums of all tiles, and the barrier before they are read",
        from: "TensorRT#1096, LeetCUDA#251", seenBy: "softmax-sum-one"), with: [128, 64, 100]
    ) { kernels, size in
      let sum = kernels.sum
      kernels.sum = { weights in
        let blocks = weights.blocks(of: Int(size))
        guard blocks.count > 2 else { return sum(weights) }
        return sum(Array(blocks[0])) + sum(Array(blocks[blocks.count - 1]))
      }
    }
  }

  private static var blockNormalisation: Fault<Scalar> {
    Fault(
      FaultDescription(
        "C14", "normalised-by-block", in: .softmax, or: [.scaledSoftmax],
        "each block is divided by its own sum",
        advice: "add the sums of the blocks before dividing", from: "LeetCUDA#251",
        seenBy: "softmax-sum-one"), with: [4, 8, 32]
    ) { kernels, size in
      kernels.normalization = { kernels, weights in
        weights.blocks(of: Int(size)).flatMap { block in
          let sum = kernels.sum(Array(block))
          return block.map { $0 / sum }
        }
      }
    }
  }

  private static var targetsTransposed: Fault<Scalar> {
    Fault(
      FaultDescription(
        "C18", "targets-read-by-columns", in: .categoricalCrossEntropyWithLogits,
        or: [.categoricalCrossEntropy],
        "targets that are not contiguous are read in storage order",
        advice: "look at the strides of the targets", from: "pytorch#72120", seenBy: "cce-oracle")
    ) { functions, kernels, _ in
      functions.categoricalCrossEntropyWithLogits = { targets, logits in
        kernels.categoricalCrossEntropy(targets.readByColumns, logits)
      }
      functions.categoricalCrossEntropy = { targets, probabilities in
        Textbook.categoricalCrossEntropy(targets.readByColumns, probabilities)
      }
    }
  }

  private static var lanesDiffer: Fault<Scalar> {
    Fault(
      FaultDescription(
        "B20", "lanes-differ", in: .sigmoid, or: [.softplus],
        "an element's value depends on the length: the vector body has another domain than the tail",
        advice: "look at the vector path at the arguments at which the scalar path is right",
        from: "pytorch#121588", seenBy: "sigmoid-oracle"), with: [4, 2, 8]
    ) { functions, kernels, width in
      let limit: Scalar = 12
      functions.sigmoid = { x in
        let body = x.count / Int(width) * Int(width)
        return x.enumerated().map {
          kernels.sigmoid($0.offset < body ? min(max($0.element, -limit), limit) : $0.element)
        }
      }
      functions.softplus = { x in
        let body = x.count / Int(width) * Int(width)
        return x.enumerated().map {
          kernels.softplus($0.offset < body ? min(max($0.element, -limit), limit) : $0.element)
        }
      }
    }
  }
}
