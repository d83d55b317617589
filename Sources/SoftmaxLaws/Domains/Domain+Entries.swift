import Arithmetic
import PropertyEngine
import SoftmaxFamily

extension Domain<Tensor> {
  /// Arguments of functions that work element by element: any finite numbers.
  ///
  /// Half of them are of the sizes at which exponentials are absorbed, subnormal or zero; the
  /// other half are spread over all exponents of the format.
  public static let numbers = vector("x", "finite numbers", count: 1...6) { format, counts in
    Generator { source throws(Discard) in
      let isSpread = source.flag(oneIn: 2)
      let vectors =
        isSpread ? Vectors.finite(format, count: counts) : Vectors.logits(format, count: counts)
      return try vectors.draw(from: &source)
    }
  }.reaching(.everySize)

  /// Numbers of ordinary size around zero.
  public static let moderateNumbers = vector("x", "numbers of moderate size", count: 1...6) {
    Vectors.logits($0, count: $1)
  }.reaching([.singleton, .zero, .negative, .overflowing, .farBelowZero])

  /// Numbers between −4 and 4.
  public static let smallNumbers = vector("x", "numbers between −4 and 4", count: 1...6) {
    Vectors.moderate($0, count: $1, magnitude: 4)
  }.reaching([.singleton, .zero, .negative])

  /// Numbers at which the sigmoid must be less than one: at most `(p − 1) log 2`.
  public static let numbersBelowSaturation = vector(
    "x", "numbers up to (p − 1) log 2", count: 1...6
  ) {
    format, counts in between(-1, Double(format.precision - 1) * log2, in: format, counts)
  }

  /// Numbers at which the sigmoid is not zero: at least `log η + 1`.
  public static let numbersAboveVanishing = vector("x", "numbers from log η + 1", count: 1...6) {
    format, counts in
    let least = Double(format.leastExponent - format.precision + 1) * log2 + 1
    return between(least, 4, in: format, counts)
  }

  /// Numbers at which the sigmoid can be undone: at most `p log 2 − 2` in magnitude.
  public static let reversibleNumbers = vector("x", "numbers up to ±(p log 2 − 2)", count: 1...6) {
    format, counts in
    let most = Double(format.precision) * log2 - 2
    return between(-most, most, in: format, counts)
  }

  /// Numbers of an interval, half of them next to one of its ends.
  private static func between(
    _ least: Double, _ most: Double, in format: Format, _ counts: ClosedRange<Int>
  ) -> Generator<[Double]> {
    Generator { source throws(Discard) in
      var x: [Double] = []
      for _ in 0..<source.integer(in: counts) {
        let share = Double(source.integer(in: 0...1 << 20)) * 0x1p-20
        let near = source.flag(oneIn: 2) ? share * share * share * share : share
        let step = (most - least) * near
        let number = format.rounded(source.flag(oneIn: 2) ? most - step : least + step)
        let above = number < least ? format.successor(of: number) : number
        x.append(above > most ? format.predecessor(of: above) : above)
      }
      return x
    }
  }

  private static let log2 = 0x1.62e42fefa39efp-1

  /// Numbers up to four on a grid, in pairs; `sameGrid` follows.
  public static let pairedSmallNumbers = joint("x", "small numbers on a dyadic grid", count: 1...6)
  {
    Vectors.grid($0, rows: 2, count: $1, magnitude: 4).map { ($0[0], [Tensor($0[1])]) }
  }

  /// One number between −4 and 4.
  public static let oneSmallNumber = vector("x", "a number between −4 and 4", count: 1...1) {
    Vectors.moderate($0, count: $1, magnitude: 4)
  }

  /// Two numbers between −4 and 4.
  public static let twoSmallNumbers = vector("x", "two numbers between −4 and 4", count: 2...2) {
    Vectors.moderate($0, count: $1, magnitude: 4)
  }

  /// One probability strictly between zero and one, `a/2^g`.
  public static let oneProbability = vector("p", "a dyadic number in (0, 1)", count: 1...1) {
    fractions($0, $1, from: 1)
  }

  /// A positive weight, dyadic.
  public static let weight = Domain("w", "a dyadic weight") { source, _ throws(Discard) in
    Tensor(Double(source.integer(in: 1...32)) / 4)
  }

  /// A share of smoothing, a power of two.
  public static let smoothing = Domain("ε", "½, ¼, … or 1/16") { source, _ throws(Discard) in
    Tensor(powerOfTwo(-1 - source.index(below: 4)))
  }

  /// Pairs of numbers on a grid; `sameGrid` follows.
  public static let pairedNumbers = joint("x", "numbers on a dyadic grid", count: 1...6) {
    Vectors.grid($0, rows: 2, count: $1, magnitude: 0x1p10).map { ($0[0], [Tensor($0[1])]) }
  }.reaching([.singleton, .zero, .negative, .absorbed, .vanishing])

  /// Probabilities strictly between zero and one, `a/2^g`, so that `1 − p` is exact.
  public static let probabilities = vector("p", "dyadic numbers in (0, 1)", count: 1...6) {
    fractions($0, $1, from: 1)
  }.reaching([.singleton, .soft])

  /// Probabilities strictly between zero and one, many of them close to either end.
  ///
  /// Half of them are spread over all exponents of normal numbers, or over the distances from
  /// one; whether `1 − p` is exact is left open.
  public static let unitNumbers = vector("p", "numbers in (0, 1)", count: 1...6) { format, counts in
    Generator { source throws(Discard) in
      let count = source.integer(in: counts)
      let isNearOne = source.flag(oneIn: 3)
      let least = isNearOne ? format.precision : -format.leastExponent
      return try (0..<count).map { _ throws(Discard) in
        let power = source.integer(in: 1...least)
        let fraction = 1 + Double(source.integer(in: 0...7)) / 8
        let distance = powerOfTwo(-power) * fraction
        let number = format.rounded(isNearOne ? 1 - distance : distance)
        guard number > 0, number < 1 else { throw Discard() }
        return number
      }
    }
  }

  /// Targets between zero and one, `a/2^g`, so that `1 − t` is exact.
  public static let targets = vector("t", "dyadic numbers in [0, 1]", count: 1...6) {
    fractions($0, $1, from: 0)
  }.reaching([.singleton, .zero, .soft])

  /// One target between zero and one, whatever vectors are about.
  public static let oneTarget = Domain("t", "a dyadic number in [0, 1]") {
    source, frame throws(Discard) in
    let t = try fractions(frame.format, 1...1, from: 0).draw(from: &source)
    frame.count = frame.count ?? 1
    return Tensor(t)
  }

  /// One target that is zero or one; the vectors after it have one entry.
  public static let oneHardTarget = vector("t", "zero or one", count: 1...1) { _, counts in
    Generator { source throws(Discard) in
      (0..<counts.lowerBound).map { _ in Double(source.index(below: 2)) }
    }
  }

  /// Targets that are zero or one.
  public static let hardTargets = vector("t", "zeros and ones", count: 1...6) { _, counts in
    Generator { source throws(Discard) in
      let count = source.integer(in: counts)
      return (0..<count).map { _ in Double(source.index(below: 2)) }
    }
  }.reaching([.singleton, .zero, .allZero])

  private static func fractions(
    _ format: Format, _ counts: ClosedRange<Int>, from least: Int
  ) -> Generator<[Double]> {
    Generator { source throws(Discard) in
      let count = source.integer(in: counts)
      let bits = source.integer(in: 1...format.precision - 1)
      return (0..<count).map { _ in
        Double(source.integer(in: least...(1 << bits) - least)) * powerOfTwo(-bits)
      }
    }
  }

  /// Points of the simplex whose entries sum to exactly one (G3).
  public static let distribution = vector("p", "a probability vector", count: 2...16) {
    Vectors.simplex($0, count: $1)
  }.reaching([.zero, .soft, .ties, .uneven, .vectorWidth])

  /// Points of the simplex without zeros, whose entries sum to exactly one (G3).
  public static let interior = vector("q", "a probability vector without zeros", count: 2...16) {
    Vectors.simplex($0, count: $1, isInterior: true)
  }.reaching([.soft, .uneven, .vectorWidth])

  /// Numbers of classes for which the uniform distribution is dyadic.
  public static let powersOfTwo = Domain("n", "a power of two") { source, frame throws(Discard) in
    Tensor(powerOfTwo(source.integer(in: 0...min(frame.format.precision - 1, 10))))
  }

  /// One-hot vectors.
  public static let oneHot = vector("t", "a one-hot vector", count: 2...16) { _, counts in
    Generator { source throws(Discard) in
      let count = source.integer(in: counts)
      let label = source.index(below: count)
      return (0..<count).map { $0 == label ? 1 : 0 }
    }
  }.reaching([.zero, .greatestFirst, .greatestLast, .vectorWidth])

  /// Non-negative weights of any sum.
  public static let masses = vector("t", "non-negative weights", count: 2...16) { _, counts in
    Generator { source throws(Discard) in
      let count = source.integer(in: counts)
      let most = source.choose([(15, 8), (1, 0)])
      return (0..<count).map { _ in Double(source.integer(in: 0...most)) / 4 }
    }
  }.reaching([.zero, .soft, .ties, .unnormalised, .allZero])

  /// Two to eight non-negative weights of any sum.
  public static let fewMasses = vector("t", "few non-negative weights", count: 2...8) { _, counts in
    Generator { source throws(Discard) in
      let count = source.integer(in: counts)
      return (0..<count).map { _ in Double(source.integer(in: 0...8)) / 4 }
    }
  }.reaching([.zero, .soft, .ties, .unnormalised])

  /// One to three rows of weights, drawn with rows of logits; `logitRows` follows.
  public static let weightRows = rows("t", "rows of non-negative weights") {
    Vectors.logits($0, count: $1)
  }.reaching([.zero, .soft, .unnormalised])

  /// The rows of logits drawn with the weights before them.
  public static let logitRows = companion("z", "as many rows of logits")
    .reaching(.everyShape, [.farBelowZero])

  /// One to three rows of weights, drawn with rows of probabilities; `probabilityRows` follows.
  public static let weightRowsOfProbabilities = rows("t", "rows of non-negative weights") {
    Vectors.simplex($0, count: $1, isInterior: true)
  }.reaching([.zero, .soft, .unnormalised])

  /// The rows of probabilities drawn with the weights before them.
  public static let probabilityRows = companion("y", "as many rows of probabilities")
    .reaching([.soft, .uneven])

  private static func rows(
    _ name: String, _ description: String,
    _ generator: @escaping @Sendable (Format, ClosedRange<Int>) -> Generator<[Double]>
  ) -> Domain {
    Domain(name, description) { source, frame throws(Discard) in
      let rows = source.integer(in: 1...3)
      let columns = source.integer(in: 2...8)
      var weights: [Tensor] = []
      var others: [Tensor] = []
      for _ in 0..<rows {
        others.append(Tensor(try generator(frame.format, columns...columns).draw(from: &source)))
        let row = (0..<columns).map { _ in Double(source.integer(in: 0...8)) / 4 }
        weights.append(Tensor(row))
      }
      frame.companions = [Tensor(rows: others)]
      return Tensor(rows: weights)
    }
  }
}
