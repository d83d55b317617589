import Arithmetic
import PropertyEngine
import SoftmaxFamily

/// Inputs of the sparse maps.
extension Domain<Tensor> {
  /// Scores of which several, few or one are in the support.
  public static let scores = vector("z", "scores close together or of every shape", count: 2...34) {
    Vectors.scores($0, count: $1)
  }

  /// `α` above one, at most two: there the maps are Lipschitz.
  public static let alpha = alpha(
    "1 < α ≤ 2", [(2, 1.5), (1, 2), (1, 1.25), (1, 1.75), (1, 4.0 / 3), (1, 1.1), (1, 1.0625)],
    sixtyFourths: 1...64)

  /// `α` above one, at most four.
  public static let anyAlpha = alpha(
    "1 < α ≤ 4",
    [(2, 1.5), (1, 2), (1, 1.25), (1, 1.75), (1, 1.0625), (1, 2.5), (1, 3), (1, 4)],
    sixtyFourths: 1...192)

  /// `α` between one and two, where the derivatives are continuous.
  public static let smoothAlpha = alpha(
    "1 < α < 2", [(2, 1.5), (1, 1.25), (1, 1.75), (1, 4.0 / 3), (1, 1.0625)], sixtyFourths: 1...63)

  /// `α` with which `(α − 1)z` is exact.
  public static let halvingAlpha = oneOf("α", "3/2 or 2", [(1, 1.5), (1, 2)])

  /// Scores of moderate size, whose powers do not overflow.
  public static let reluScores = vector("z", "scores of moderate size", count: 2...16) {
    Vectors.moderate($0, count: $1, magnitude: 4)
  }

  /// Scores drawn with a scale whose product with them is exact (G2); `exactScale` follows.
  public static let scoresToScale = joint("z", "scores", count: 2...16) {
    Vectors.scaled($0, count: $1, magnitude: 2).map { ($0.x, [Tensor($0.lambda)]) }
  }

  /// The threshold of α-ReLU.
  public static let tau = Domain("τ", "a number between −1 and 1") {
    source, frame throws(Discard) in
    Tensor(frame.format.rounded(Double(source.integer(in: -16...16)) / 16))
  }

  /// Scores on a grid so fine that several count (G1), drawn with a shift; `exactShift` follows.
  public static let scoresToShift = joint("z", "close scores on a dyadic grid", count: 2...16) {
    Vectors.shifted($0, count: $1, magnitude: 4).map { ($0.x, [Tensor($0.shift)]) }
  }

  /// Scores on a grid, drawn with another row of it (G1); `sameGrid` follows.
  public static let pairedScores = joint("z", "close scores on a dyadic grid", count: 2...16) {
    Vectors.grid($0, rows: 2, count: $1, magnitude: 2).map { ($0[0], [Tensor($0[1])]) }
  }

  /// Two scores on a grid (G1).
  public static let twoScores = vector("z", "two close scores on a dyadic grid", count: 2...2) {
    Vectors.grid($0, count: $1, magnitude: 2)
  }

  /// Scores so close together that all of them count: within `1/n` of each other.
  public static let narrowScores = vector("z", "scores within 1/n of each other", count: 2...16) {
    format, counts in
    Generator { source throws(Discard) in
      let count = source.integer(in: counts)
      let steps = 16
      let reach = powerOfTwo(-(Int.bitWidth - (count - 1).leadingZeroBitCount))
      return (0..<count).map { _ in
        reach * Double(source.integer(in: 0...steps)) / Double(steps)
      }
    }
  }

  /// Scores with masked entries `−∞`, at least one, and at least one finite (G10).
  public static let maskedScores = maskedLogits.named("z")

  /// Scores up to `±Ω`, the greatest of them alike and far above the others.
  public static let extremeScores = vector("z", "scores up to ±Ω", count: 2...8) {
    format, counts in
    let greatest = format.greatestFinite
    return Generator { source throws(Discard) in
      let count = source.integer(in: counts)
      let others = [0, 1, -greatest, -greatest / 2, greatest / 2]
      let place = source.index(below: count)
      return (0..<count).map { i in
        let other = others[source.index(below: others.count)]
        return i == place || source.flag(oneIn: 4) ? greatest : other
      }
    }
  }

  /// Scores whose sparsemax is known exactly (G4); `answer` follows.
  public static let sparsemaxAnswers = joint("z", "scores by construction", count: 2...16) {
    Vectors.sparsemaxAnswers($0, count: $1).map { ($0.z, [Tensor($0.p)]) }
  }

  /// Scores whose sparsemax is known exactly and has no entry at the threshold; `answer` follows.
  public static let sparsemaxInteriors = joint("z", "scores by construction", count: 2...8) {
    Vectors.sparsemaxAnswers($0, count: $1).map { answered in
      let z = zip(answered.z, answered.p).map { z, p in p > 0 ? z : z - 0.5 }
      return (z, [Tensor(answered.p)])
    }
  }

  /// Scores whose 1.5-entmax is known exactly (G5); `answer` follows.
  public static let entmax15Answers = joint("z", "scores by construction", count: 1...20) { _, _ in
    Vectors.entmax15Answers().map { ($0.z, [Tensor($0.p)]) }
  }

  /// Scores whose α-entmax is known exactly for an `α`; `answerAlpha` and `answer` follow.
  public static let entmaxAnswers = joint("z", "scores by construction", count: 2...8) {
    format, counts in
    Generator { source throws(Discard) in
      let answered =
        switch source.index(below: 4) {
        case 0: Vectors.entmax15Answers()
        case 1: Vectors.entmax125Answers()
        case 2: Vectors.entmax3Answers(format, count: counts)
        default: Vectors.sparsemaxAnswers(format, count: counts)
        }
      let (z, alpha, p) = try answered.draw(from: &source)
      return (z, [Tensor(alpha), Tensor(p)])
    }
  }

  /// The `α` of the answer.
  public static let answerAlpha = companion("α", "the α they are built for")

  /// The answer that the scores before it were built from.
  public static let answer = companion("p", "the answer they are built from")

  /// Scores of which one is above the others by exactly `1/(α − 1)`; `answerAlpha` and `answer` follow.
  public static let saturatedScores = saturated(
    "one score above the others by exactly 1/(α − 1)",
    [(2, 1.5), (2, 2), (1, 1.25), (1, 1.125), (1, 3)]
  ) { [Tensor($0.alpha), Tensor($0.p)] }

  /// Scores of which one is above the others by exactly one; `answer` follows.
  public static let unitGapScores = saturated("one score above the others by one", [(1, 2)]) {
    [Tensor($0.p)]
  }

  /// Scores of which one is above the others by exactly two; `answer` follows.
  public static let doubleGapScores = saturated("one score above the others by two", [(1, 1.5)]) {
    [Tensor($0.p)]
  }

  private static func saturated(
    _ description: String, _ alphas: [(weight: Int, value: Double)],
    _ companions: @escaping @Sendable (Vectors.Answered) -> [Tensor]
  ) -> Domain {
    joint("z", description, count: 2...8) { _, counts in
      Vectors.saturated(count: counts, alphas: alphas).map { ($0.z, companions($0)) }
    }
  }

  /// Makes a domain of `α`: usual numbers, the first the simplest, others between them, and some next
  /// to one and two, where programs go over to softmax and to sparsemax.
  private static func alpha(
    _ description: String, _ usual: [(weight: Int, value: Double)],
    sixtyFourths: ClosedRange<Int>
  ) -> Domain {
    Domain("α", description) { source, frame throws(Discard) in
      let finest = min(frame.format.precision - 1, 9)
      let alpha =
        switch source.choose([(5, 0), (3, 1), (1, 2), (1, 3)]) {
        case 0: source.choose(usual)
        case 1: 1 + Double(source.integer(in: sixtyFourths)) / 64
        case 2: 1 + powerOfTwo(-source.integer(in: 5...finest))
        default: 2 - powerOfTwo(-source.integer(in: 5...finest))
        }
      return Tensor(frame.format.rounded(alpha))
    }
  }

  /// Makes the domain of some numbers, the first the simplest.
  private static func oneOf(
    _ name: String, _ description: String, _ choices: [(weight: Int, value: Double)]
  ) -> Domain {
    Domain(name, description) { source, frame throws(Discard) in
      Tensor(frame.format.rounded(source.choose(choices)))
    }
  }
}
