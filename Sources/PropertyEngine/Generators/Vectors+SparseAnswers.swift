import Arithmetic

/// Scores whose α-entmax is known exactly, built from the answer.
extension Vectors {
  /// Scores, `α`, and α-entmax of the scores at that `α`.
  public typealias Answered = (z: [Double], alpha: Double, p: [Double])

  /// Scores whose sparsemax is a point of the simplex of few bits (G4).
  ///
  /// By the conditions of Karush, Kuhn and Tucker: `z = p + τ` on the support, `z ≤ τ` off it. All numbers
  /// are multiples of `2^(9−p)`, or of ¼ in short formats, so that sums of sixteen of them are exact
  /// in arithmetic of eleven bits or more.
  public static func sparsemaxAnswers(
    _ format: Format, count: ClosedRange<Int>
  ) -> Generator<Answered> {
    let bits = max(format.precision - 9, 2)
    return Generator { (source) throws(Discard) in
      let p = try simplex(format, count: count, bits: bits).draw(from: &source)
      let tau = Double(source.integer(in: -4...4)) / 4
      let z = p.map { p in
        p > 0 ? p + tau : tau - Double(source.integer(in: 0...2 << bits)) * powerOfTwo(-bits)
      }
      return (z, 2, p)
    }
  }

  /// Scores whose 1.5-entmax consists of squares of dyadic numbers (G5).
  ///
  /// Roots `q = a/2^g` with `Σa² = 4^g`, and `z = 2(q + τ)`; off the support `z ≤ 2τ`.
  public static func entmax15Answers() -> Generator<Answered> {
    let roots: [(weight: Int, value: (roots: [Double], bits: Int))] = [
      (1, ([1], 0)), (1, ([1, 1, 1, 1], 1)), (2, ([3, 2, 1, 1, 1], 2)),
      (2, ([5, 5, 3, 1, 1, 1, 1, 1], 3)), (2, ([13, 7, 4, 3, 2, 2, 2, 1], 4)),
      (2, ([28, 13, 5, 5, 2, 2, 2] + Array(repeating: 1, count: 9), 5)),
    ]
    return powers(roots, exponent: 2, alpha: 1.5)
  }

  /// Scores whose 1.25-entmax consists of fourth powers of dyadic numbers.
  ///
  /// Roots `q = a/2^g` with `Σa⁴ = 16^g`, and `z = 4(q + τ)`; off the support `z ≤ 4τ`.
  public static func entmax125Answers() -> Generator<Answered> {
    let roots: [(weight: Int, value: (roots: [Double], bits: Int))] = [
      (1, ([1], 0)), (1, (Array(repeating: 1, count: 16), 1)),
      (2, ([3, 3, 3] + Array(repeating: 1, count: 13), 2)),
    ]
    return powers(roots, exponent: 4, alpha: 1.25)
  }

  /// Scores whose 3-entmax is a point of the simplex of few bits: `z = (p² + τ)/2`.
  public static func entmax3Answers(
    _ format: Format, count: ClosedRange<Int>
  ) -> Generator<Answered> {
    Generator { (source) throws(Discard) in
      let bits = format.precision / 2 - 2
      let p = try simplex(format, count: count, bits: bits).draw(from: &source)
      let tau = Double(source.integer(in: -4...4)) / 4
      let z = p.map { p in
        p > 0 ? (p * p + tau) / 2 : (tau - Double(source.integer(in: 0...8)) / 4) / 2
      }
      return (z, 3, p)
    }
  }

  private static func powers(
    _ choices: [(weight: Int, value: (roots: [Double], bits: Int))], exponent: Int, alpha: Double
  ) -> Generator<Answered> {
    let scale = Double(exponent)
    return Generator { (source) throws(Discard) in
      let (roots, bits) = source.choose(choices)
      let tau = Double(source.integer(in: -4...4)) / 4
      let others = source.integer(in: 0...4)
      let permutation = try Permutations.of(count: roots.count + others).draw(from: &source)
      let q = roots.map { $0 * powerOfTwo(-bits) }
      let z =
        q.map { scale * ($0 + tau) }
        + (0..<others).map { _ in scale * tau - Double(source.integer(in: 0...8)) / 4 }
      let p =
        q.map { q in (1..<exponent).reduce(q) { power, _ in power * q } }
        + Array(repeating: 0, count: others)
      return (permutation.map { z[$0] }, alpha, permutation.map { p[$0] })
    }
  }

  /// Scores of which one has it all, by a gap of `1/(α − 1)` or more, for an `α` of few bits.
  ///
  /// The gap to one of the others is exactly that, so that it is at the threshold itself.
  public static func saturated(
    count: ClosedRange<Int>, alphas: [(weight: Int, value: Double)]
  ) -> Generator<Answered> {
    Generator { (source) throws(Discard) in
      let count = source.integer(in: count)
      let alpha = source.choose(alphas)
      let top = Double(source.integer(in: -8...8))
      let place = source.index(below: count)
      let z = (0..<count).map { i in
        let rest = Double(source.integer(in: 0...16)) / 4
        return i == place ? top : top - 1 / (alpha - 1) - (i == (place + 1) % count ? 0 : rest)
      }
      return (z, alpha, (0..<count).map { $0 == place ? 1 : 0 })
    }
  }
}
