import Arithmetic
import PropertyEngine
import SoftmaxFamily

extension Domain<Tensor> {
  /// Makes the domain of a vector that sets the length, or has it from the inputs before.
  static func vector(
    _ name: String, _ description: String, count: ClosedRange<Int>,
    _ generator: @escaping @Sendable (Format, ClosedRange<Int>) -> Generator<[Double]>
  ) -> Domain {
    Domain(name, description) { source, frame throws(Discard) in
      let x = try generator(frame.format, frame.counts(count)).draw(from: &source)
      frame.note(x)
      return Tensor(x)
    }
  }

  /// Makes the domain of a vector drawn jointly with numbers for the inputs after it.
  static func joint(
    _ name: String, _ description: String, count: ClosedRange<Int>,
    _ generator:
      @escaping @Sendable (Format, ClosedRange<Int>) -> Generator<(x: [Double], rest: [Tensor])>
  ) -> Domain {
    Domain(name, description) { source, frame throws(Discard) in
      let (x, rest) = try generator(frame.format, frame.counts(count)).draw(from: &source)
      frame.note(x)
      frame.companions = rest
      return Tensor(x)
    }
  }

  /// Makes the domain of a number drawn together with the input before it.
  static func companion(_ name: String, _ description: String) -> Domain {
    Domain(name, description) { _, frame throws(Discard) in
      precondition(!frame.companions.isEmpty, "a companion follows the input it is drawn with")
      return frame.companions.removeFirst()
    }
  }

  /// Logits of every shape: moderate, ties, one dominant, ladders, ramps, huge offsets.
  public static let logits = vector("x", "logits of every shape", count: 2...130) {
    Vectors.logits($0, count: $1)
  }.reaching(.everyShape, [.farBelowZero, .subnormalEntry, .long])

  /// Logits of every shape, some rows so long that a blocked or narrow sum shows.
  public static let longLogits = vector("x", "logits of every shape, up to 1025", count: 2...1025) {
    Vectors.logits($0, count: $1)
  }.reaching(.everyShape, [.farBelowZero, .subnormalEntry, .long])

  /// Logits of every shape up to the greatest finite number, whose differences overflow.
  public static let extremeLogits = vector("x", "logits up to ±Ω", count: 2...1025) {
    Vectors.logits($0, count: $1, overflowEdge: true)
  }.reaching(.everyShape, [.farBelowZero, .overflowingDifference, .long])

  /// Logits of every shape, as many as there are targets.
  public static let moderateLogits = vector("z", "logits of every shape", count: 2...16) {
    Vectors.logits($0, count: $1)
  }.reaching(.everyShape)

  /// Few logits of every shape, for laws about matrices.
  public static let fewLogits = vector("x", "two to eight logits of every shape", count: 2...8) {
    Vectors.logits($0, count: $1)
  }.reaching(.everyShape, [.farBelowZero])

  /// A zero, and others below it by a gap around the cliffs of the format (G8).
  public static let dominatedByZero = vector("x", "(0, −Δ_1, …), Δ large", count: 2...130) {
    format, counts in
    Generator { source throws(Discard) in
      let share = source.choose([(2, 1.0), (1, 0.25), (1, 0.0625)])
      let x = try Vectors.dominant(format, count: counts).draw(from: &source)
      let top = x.max() ?? 0
      let others = x.indices.filter { $0 != x.firstIndex(of: top) }
      return [0] + others.map { min(0, format.rounded(share * (x[$0] - top))) }
    }
  }.reaching([.absorbed, .subnormal, .vanishing, .vectorWidth, .long])

  /// Logits so close together that every probability is a normal number, with room.
  ///
  /// Entries of at most `(log 1/N − log n − 2)/2` leave `g ≥ e^2·N`.
  public static let tameLogits = vector("x", "logits of normal probability", count: 2...16) {
    Vectors.moderate($0, count: $1, magnitude: $0 == .binary16 ? 2.25 : 32)
  }.reaching(.closeTogether)

  /// Logits of normal probability, some rows long: entries of at most `(log 1/N − log n − 2)/2`.
  public static let manyTameLogits = vector("x", "logits of normal probability", count: 2...130) {
    Vectors.moderate($0, count: $1, magnitude: $0 == .binary16 ? 1.25 : 32)
  }.reaching(.closeTogether, [.long])

  /// Two to eight logits so close together that every probability is a normal number.
  public static let fewTameLogits = vector("x", "few logits of normal probability", count: 2...8) {
    Vectors.moderate($0, count: $1, magnitude: $0 == .binary16 ? 2.25 : 32)
  }.reaching(.closeTogether)

  /// One to three logits so close together that every probability is a normal number.
  public static let threeTameLogits = vector("x", "few logits of normal probability", count: 1...3)
  {
    Vectors.moderate($0, count: $1, magnitude: $0 == .binary16 ? 1 : 4)
  }

  /// One logit.
  public static let oneLogit = vector("x", "one finite logit", count: 1...1) {
    Vectors.finite($0, count: $1)
  }.reaching(.everySize, [.hugeOffset])

  /// Equal logits, as their common value and, by the length, how many.
  public static let zeros = vector("x", "a vector of zeros", count: 1...130) { _, counts in
    Generator { source throws(Discard) in
      Array(repeating: 0, count: source.flag(oneIn: 8) ? 1 : source.integer(in: counts))
    }
  }.reaching([.singleton, .vectorWidth, .long])

  /// Logits with masked entries `−∞`, at least one, and at least one finite (G10).
  public static let maskedLogits = vector("x", "logits, some of them −∞", count: 2...130) {
    Vectors.masked($0, count: $1).map { x in
      x.contains(-.infinity) ? x : x.dropLast() + [-.infinity]
    }
  }.reaching([.masked, .ties, .absorbed, .vanishing, .overflowing, .vectorWidth, .long])

  /// Logits on a dyadic grid, where differences are exact (G1).
  public static let gridLogits = vector("x", "logits on a dyadic grid", count: 2...34) {
    Vectors.grid($0, count: $1, magnitude: 0x1p14)
  }.reaching(.everyShapeOfGrid)

  /// Two logits on a dyadic grid, where their difference is exact (G1).
  public static let twoGridLogits = vector("x", "two logits on a dyadic grid", count: 2...2) {
    Vectors.grid($0, count: $1, magnitude: 0x1p14)
  }.reaching([.ties, .absorbed, .vanishing, .negative, .greatestFirst, .greatestLast])

  /// One to three logits on a dyadic grid, where their sums are exact (G1).
  public static let threeGridLogits = vector(
    "z", "up to three logits on a dyadic grid", count: 1...3
  ) {
    Vectors.grid($0, count: $1, magnitude: 16)
  }

  /// Logits of every shape, as many as a power of two.
  public static let powerOfTwoLogits = vector("z", "2, 4, 8 or 16 logits", count: 2...16) {
    format, _ in
    Generator { source throws(Discard) in
      let count = 2 << source.index(below: 4)
      return try Vectors.logits(format, count: count...count).draw(from: &source)
    }
  }.reaching(.everyShape)

  /// Equal logits of any size.
  public static let equalLogits = vector("x", "equal logits of any size", count: 1...130) {
    format, counts in
    Generator { source throws(Discard) in
      let count = source.count(in: counts)
      let value = try Vectors.logits(format, count: 1...1, overflowEdge: true).draw(from: &source)
      return Array(repeating: value[0], count: count)
    }
  }.reaching([.singleton, .ties, .hugeOffset, .farBelowZero, .overflowing, .vectorWidth, .long])

  /// Logits on a dyadic grid, drawn with a shift that is exact (G1); `exactShift` follows.
  public static let logitsToShift = joint("x", "logits on a dyadic grid", count: 2...34) {
    Vectors.shifted($0, count: $1, magnitude: 0x1p14).map { ($0.x, [Tensor($0.shift)]) }
  }.reaching(.everyShapeOfGrid)

  /// The shift drawn with the logits before it.
  public static let exactShift = companion("c", "a shift on the same grid")

  /// Logits on a dyadic grid, drawn with another row of it (G1); `sameGrid` follows.
  public static let pairedLogits = joint("x", "logits on a dyadic grid", count: 2...16) {
    Vectors.grid($0, rows: 2, count: $1, magnitude: 0x1p10).map { ($0[0], [Tensor($0[1])]) }
  }.reaching(.everyShapeOfGrid)

  /// Two rows of one grid so close together that every probability is a normal number.
  public static let pairedTameLogits = joint("x", "logits of normal probability", count: 2...8) {
    Vectors.grid($0, rows: 2, count: $1, magnitude: 2).map { ($0[0], [Tensor($0[1])]) }
  }

  /// The row drawn with the one before it.
  public static let sameGrid = companion("y", "a row on the same grid")

  /// Logits drawn with a scale whose product with them is exact (G2); `exactScale` follows.
  public static let logitsToScale = joint("x", "logits", count: 2...34) {
    Vectors.scaled($0, count: $1, magnitude: 64).map { ($0.x, [Tensor($0.lambda)]) }
  }.reaching([.ties, .absorbed, .negative, .zero, .vectorWidth])

  /// The scale drawn with the logits before it.
  public static let exactScale = companion("λ", "a scale that multiplies them exactly")

  /// A positive scale of few digits, twice which does not take the logits beyond `Ω`.
  ///
  /// Whether an implementation scales first or shifts first is its own choice, and the products
  /// `λx` must be numbers for the former.
  public static let scale = Domain("λ", "a positive scale, λx finite") {
    source, frame throws(Discard) in
    let power = powerOfTwo(source.integer(in: -3...5))
    let factor = source.choose([(4, 1.0), (1, 1.5), (1, 0.75), (1, 1.25)])
    let scale = frame.format.rounded(power * factor)
    guard 2 * scale * (frame.magnitude / frame.format.greatestFinite) <= 1 else { throw Discard() }
    return Tensor(scale)
  }

  /// A power of two that takes the logits before it nowhere near `Ω`.
  public static let dyadicScale = Domain("λ", "a power of two, λx finite") {
    source, frame throws(Discard) in
    let scale = powerOfTwo(source.integer(in: -3...3))
    guard scale * (frame.magnitude / frame.format.greatestFinite) <= 0.5 else { throw Discard() }
    return Tensor(scale)
  }

  /// A number of copies of an entry.
  public static let copies = Domain("k", "a number of copies") { source, _ throws(Discard) in
    Tensor(Double(source.integer(in: 1...8)))
  }

  /// Rows `(0, −d, …, −d)` with the greatest mean gap (G6), as nearly as the format has it.
  public static let worstMeanGap = vector("x", "(0, −d, …, −d), d ≈ 1 + W", count: 2...130) {
    format, counts in
    Generator { source throws(Discard) in
      let count = source.count(in: counts)
      let distance = format.rounded(1 + Ball.greatestMeanGap(of: count))
      return [0] + Array(repeating: -distance, count: count - 1)
    }
  }

  /// Reduced logits in the domain of the round trip (G15); `roundTripScale` follows.
  public static let roundTripLogits = joint("η", "logits of normal probability", count: 1...8) {
    Vectors.reducedRoundTrip($0, count: $1).map { ($0.eta, [Tensor($0.lambda)]) }
  }

  /// The scale drawn with the reduced logits before it.
  public static let roundTripScale = companion("λ", "a scale that multiplies them exactly")

  /// Integers to multiply a Jacobian with.
  public static let integers = vector("v", "integers", count: 2...8) { _, counts in
    Generator { source throws(Discard) in
      (0..<source.integer(in: counts)).map { _ in Double(source.integer(in: -8...8)) }
    }
  }

  /// A vector to multiply a Jacobian with.
  public static let cotangent = vector("v", "a vector", count: 2...8) {
    Vectors.moderate($0, count: $1)
  }
}

extension Domain<[Int]> {
  /// A permutation of the entries of the vector before it.
  public static let permutation = Domain("π", "a permutation") { source, frame throws(Discard) in
    try Permutations.of(count: frame.count ?? 0).draw(from: &source)
  }
}
