import Arithmetic
import PropertyEngine
import SoftmaxFamily

extension Domain<Tensor> {
  /// Two to five logits, for laws about lists of matrices: half of them of every shape, half so
  /// close together that no second derivative underflows.
  public static let veryFewLogits = vector("x", "two to five logits of every shape", count: 2...5) {
    format, counts in
    Generator { source throws(Discard) in
      let isTame = source.flag(oneIn: 2)
      let vectors =
        isTame
        ? Vectors.moderate(format, count: counts, magnitude: 4)
        : Vectors.logits(format, count: counts)
      return try vectors.draw(from: &source)
    }
  }

  /// Two logits on a dyadic grid, so close together that the sigmoid of their difference has a slope.
  public static let twoTameLogits = vector("z", "two logits on a dyadic grid", count: 2...2) {
    Vectors.grid($0, count: $1, magnitude: 4)
  }

  /// One to four logits of moderate size.
  public static let veryFewModerateLogits = vector(
    "x", "one to four logits between −4 and 4", count: 1...4
  ) { Vectors.moderate($0, count: $1, magnitude: 4) }

  /// One number of moderate size.
  public static let oneModerateNumber = vector("x", "a number between −8 and 8", count: 1...1) {
    Vectors.moderate($0, count: $1, magnitude: 8)
  }

  /// A vector of steps so small that Taylor's polynomial of the second degree is close.
  public static let smallVector = vector("h", "numbers up to 1/4 or 1/64", count: 1...4) {
    format, counts in
    Generator { source throws(Discard) in
      let reach = source.flag(oneIn: 2) ? 0x1p-6 : 0.25
      return try Vectors.moderate(format, count: counts, magnitude: reach).draw(from: &source)
    }
  }

  /// A step of a central difference: a negative power of two.
  public static let smallStep = Domain("h", "2^-1 to 2^-8") { source, _ throws(Discard) in
    Tensor(powerOfTwo(-1 - source.index(below: 8)))
  }

  /// A scale that is a small power of two.
  public static let moderateScale = Domain("λ", "½, 1 or 2") { source, _ throws(Discard) in
    Tensor(source.choose([(1, 1.0), (1, 2.0), (1, 0.5)]))
  }

  /// Few probabilities without zeros, the pivot's first.
  public static let fewProbabilities = vector("p", "two to five probabilities", count: 2...5) {
    Vectors.simplex($0, count: $1, isInterior: true)
  }

  /// A point of the simplex without zeros, with an entry more than the vector before it.
  public static let pivotedInterior = Domain(
    "q", "a probability vector without zeros, with an entry for the pivot"
  ) { source, frame throws(Discard) in
    let count = (frame.count ?? 1) + 1
    let generator = Vectors.simplex(frame.format, count: count...count, isInterior: true)
    return Tensor(try generator.draw(from: &source))
  }

  /// Few reduced logits in the domain of the round trip (G15); `roundTripScale` follows.
  public static let fewRoundTripLogits = joint("η", "logits of normal probability", count: 1...4) {
    Vectors.reducedRoundTrip($0, count: $1).map { ($0.eta, [Tensor($0.lambda)]) }
  }

  /// A matrix whose rows are logits of every shape, each of its own.
  public static let logitMatrix = Domain("X", "rows of logits of every shape") {
    source, frame throws(Discard) in
    let rows = 1 + source.index(below: 6)
    let columns = 1 + source.index(below: 9)
    let generator = Vectors.logits(frame.format, count: columns...columns)
    var matrix: [Tensor] = []
    for _ in 0..<rows { matrix.append(Tensor(try generator.draw(from: &source))) }
    return Tensor(rows: matrix)
  }

  /// The axis of a matrix: 0 for its columns, 1 for its rows.
  public static let axis = Domain("a", "0 or 1") { source, _ throws(Discard) in
    Tensor(Double(source.index(below: 2)))
  }
}
