import Arithmetic
import SoftmaxFamily

/// I. Sparse alternatives.
extension Faults {
  static var ofSparseMaps: [Fault<Scalar>] {
    [sumOfCumulativeSums, fewHalvings, maskedSparseNaN, wrongSupportSize, wrongRadius]
  }

  private static var sumOfCumulativeSums: Fault<Scalar> {
    Fault(
      FaultDescription(
        "I01", "sum-of-cumulative-sums", in: .sparsemax,
        "the threshold is formed from the sum of the cumulative sums, right for a support of one",
        advice: "take the last cumulative sum within the support",
        from: "keras#23425, keras#23426, keras#23469", seenBy: "sparsemax-oracle")
    ) { functions, _, _ in
      functions.sparsemax = { z in
        guard let maximum = z.max() else { return [] }
        let sorted = z.map { $0 - maximum }.sorted(by: >)
        var (sum, sums, kept, count) = (0 as Scalar, 0 as Scalar, 0 as Scalar, 1 as Scalar)
        for (index, entry) in sorted.enumerated() where entry > -.infinity {
          sum += entry
          sums += sum
          guard 1 + Scalar(index + 1) * entry > sum else { continue }
          (kept, count) = (sums, Scalar(index + 1))
        }
        return z.map { max(($0 - maximum) - (kept - 1) / count, 0) }
      }
    }
  }

  private static var fewHalvings: Fault<Scalar> {
    Fault(
      FaultDescription(
        "I03", "threshold-not-converged", in: .entmax,
        "the bisection of the threshold stops early, and the result is not normalised",
        advice: "halve until the bracket does not change, and divide by the sum",
        from: "entmax#36", showsIn: [.binary32, .binary64], seenBy: "entmax-oracle"),
      with: [10, 8, 12]
    ) { functions, _, halvings in
      functions.entmax = { z, alpha in
        guard let maximum = z.max(), maximum.isFinite else { return z.map { _ in .nan } }
        let shifted = z.map { (alpha - 1) * ($0 - maximum) }
        var (low, high) = (-1 as Scalar, 0 as Scalar)
        for _ in 0..<Int(halvings) {
          let middle = low + (high - low) / 2
          let sum = shifted.reduce(0) { $0 + max($1 - middle, 0).power(1 / (alpha - 1)) }
          if sum >= 1 { low = middle } else { high = middle }
        }
        return shifted.map { max($0 - low, 0).power(1 / (alpha - 1)) }
      }
    }
  }

  private static var maskedSparseNaN: Fault<Scalar> {
    Fault(
      FaultDescription(
        "I05", "masked-score-is-nan", in: .sparsemax, or: [.entmax15],
        "entries off the support are multiplied by zero, and 0 · ∞ is NaN",
        advice: "select the support instead of multiplying by it",
        from: "tensorflow#15564, tensorflow#21183, entmax#17", seenBy: "sparsemax-masked")
    ) { functions, _, _ in
      let off: @Sendable ([Scalar], [Scalar]) -> [Scalar] = { z, p in
        zip(z, p).map { $1 == 0 ? $0 * 0 : $1 }
      }
      functions.sparsemax = { off($0, Textbook.sparsemax($0)) }
      functions.entmax15 = { off($0, Textbook.entmax15($0)) }
    }
  }

  private static var wrongSupportSize: Fault<Scalar> {
    Fault(
      FaultDescription(
        "I06", "support-size-is-length", in: .sparsemaxVectorJacobianProduct,
        or: [.entmax15VectorJacobianProduct],
        "the mean of the upstream gradient is taken over all entries, not over the support",
        advice: "divide by the size of the support, row by row",
        from: "entmax#13, entmax-jax#1, NNlib.jl#364", seenBy: "sparsemax-jacobian")
    ) { functions, _, _ in
      let product: @Sendable ([Scalar], [Scalar]) -> [Scalar] = { slopes, v in
        let mean = zip(slopes, v).reduce(0) { $0 + $1.0 * $1.1 } / Scalar(v.count)
        return zip(slopes, v).map { $0 * ($1 - mean) }
      }
      functions.sparsemaxVectorJacobianProduct = { z, v in
        product(Textbook.slopes(Textbook.sparsemax(z), 2), v)
      }
      functions.entmax15VectorJacobianProduct = { z, v in
        product(Textbook.slopes(Textbook.entmax15(z), 1.5), v)
      }
    }
  }

  private static var wrongRadius: Fault<Scalar> {
    Fault(
      FaultDescription(
        "I07", "projection-of-wrong-radius", in: .sparsemax, or: [.entmax15],
        "the scores are divided by another radius than the projection is multiplied with",
        advice: "scale the scores and the result by the same number", from: "jaxopt#298",
        seenBy: "sparsemax-oracle"), with: [2, 0.5, 1.5]
    ) { functions, _, radius in
      functions.sparsemax = { Textbook.sparsemax($0.map { $0 / Scalar(radius) }) }
      functions.entmax15 = { Textbook.entmax15($0.map { $0 / Scalar(radius) }) }
    }
  }
}
