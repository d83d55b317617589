import Arithmetic
import Randomness

extension Vectors {
  /// Logits whose sparsemax is known exactly, by construction from the result (G4).
  ///
  /// `p` is a dyadic point of the simplex, with zeros, and `τ` a number of its grid:
  /// `zᵢ = pᵢ + τ` where `pᵢ > 0`, and `zᵢ = τ − dᵢ`, `dᵢ >= 0`, elsewhere. All of them are
  /// integers of less than `2^p` divided by `2^g`, so they and the conditions of Karush, Kuhn
  /// and Tucker, `pᵢ = max(zᵢ − τ, 0)` and `Σp = 1`, are exact.
  public static func sparsemax(
    _ format: Format, count: ClosedRange<Int> = 1...32
  ) -> Generator<(z: [Double], p: [Double])> {
    precondition(count.lowerBound > 0, "a point of the simplex has an entry")
    return Generator { (source) throws(Discard) in
      let count = source.count(in: count)
      let bits = source.index(below: format.precision - 2)
      let p = try source.composition(ofOneIn: bits, parts: count, least: 0)
      let last = 1 << (format.precision - 3)
      let threshold = source.integer(in: -last...last)
      let z = p.map { share in
        let steps = share > 0 ? Int(share * powerOfTwo(bits)) : -source.distance(upTo: last)
        return Double(threshold + steps) * powerOfTwo(-bits)
      }
      return (z, p)
    }
  }

  /// Logits whose 1.5-entmax is known exactly, by construction from the result (G5).
  ///
  /// `qᵢ = aᵢ/2^g` with integers of `Σaᵢ² = 4^g`: `zᵢ = 2(qᵢ + τ)` on the support, and
  /// `zⱼ = 2(τ − dⱼ)`, `dⱼ >= 0`, off it. Then `pᵢ = max(zᵢ/2 − τ, 0)² = qᵢ²` sums to one,
  /// and every number is exact.
  public static func entmax(
    _ format: Format, others: ClosedRange<Int> = 0...16
  ) -> Generator<(z: [Double], p: [Double])> {
    precondition(others.lowerBound >= 0, "a number of entries is not negative")
    let solutions = SumOfSquares.all.filter { 2 * $0.bits < format.precision }
    return Generator { (source) throws(Discard) in
      let solution = solutions[source.index(below: solutions.count)]
      let zeros = source.integer(in: others)
      let count = solution.roots.count + zeros
      let order = try Permutations.of(count: count).draw(from: &source)
      let roots = solution.roots + Array(repeating: 0, count: zeros)
      let last = 1 << (format.precision - 3)
      let threshold = source.integer(in: -last...last)
      let step = powerOfTwo(-solution.bits)
      let z = order.map { index in
        let root = roots[index] > 0 ? roots[index] : -source.distance(upTo: last)
        return 2 * Double(threshold + root) * step
      }
      let p = order.map { Double(roots[$0] * roots[$0]) * step * step }
      return (z, p)
    }
  }
}

/// Positive integers whose squares sum to `4^bits`.
private struct SumOfSquares: Sendable {
  let bits: Int
  let roots: [Int]

  /// Solutions with one, four, five, eight and sixteen integers.
  static let all = [
    SumOfSquares(bits: 0, roots: [1]), SumOfSquares(bits: 1, roots: [1, 1, 1, 1]),
    SumOfSquares(bits: 2, roots: [3, 2, 1, 1, 1]),
    SumOfSquares(bits: 3, roots: [5, 5, 3, 1, 1, 1, 1, 1]),
    SumOfSquares(bits: 4, roots: [13, 7, 4, 3, 2, 2, 2, 1]),
    SumOfSquares(bits: 5, roots: [28, 13, 5, 5, 2, 2, 2] + Array(repeating: 1, count: 9)),
  ]
}

extension ChoiceSource {
  /// A number of steps below a threshold: often none, mostly few.
  fileprivate mutating func distance(upTo last: Int) -> Int {
    integer(in: 0...last) { random in
      random.oneIn(2) ? random.index(below: min(4, last + 1)) : random.integer(in: 0...last)
    }
  }
}
