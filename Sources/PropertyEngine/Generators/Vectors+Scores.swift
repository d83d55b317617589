import Arithmetic
import Randomness

extension Vectors {
  /// Scores of which a sparse map keeps several, few or one.
  ///
  /// One in three is a row of logits; the others lie as close together as the maps resolve: within a
  /// sixteenth up to four of each other, with ties, in equal steps, or a whole or half unit
  /// apart, where an entry is exactly at the border of the support; with or without an offset.
  public static func scores(
    _ format: Format, count: ClosedRange<Int> = usualCounts
  ) -> Generator<[Double]> {
    shaped(format, count, specialsUpTo: 4) { random, count, _ in
      let shapes = Shape.allCases.filter { $0 != .overflowEdge }
      return random.oneIn(3)
        ? random.vector(shapes[random.index(below: shapes.count)], of: format, count: count)
        : random.scores(of: format, count: count)
    }
  }
}

extension Xoshiro256StarStar {
  fileprivate mutating func scores(of format: Format, count: Int) -> [Double] {
    let reach = powerOfTwo(integer(in: -4...2))
    let top = oneIn(2) ? 0 : Double(integer(in: -16...16))
    let kind = index(below: 5)
    let levels = (0...index(below: 3)).map { _ in real(from: -reach, to: reach) }
    var scores = (0..<count).map { place in
      switch kind {
      case 0: levels[index(below: levels.count)]
      case 1: -reach * Double(place) / Double(count)
      case 2: -Double(index(below: 3)) / 2 * powerOfTwo(index(below: 3))
      default: real(from: -reach, to: reach)
      }
    }
    if oneIn(4) { shuffle(&scores) }
    return scores.map { format.finite($0 + top) }
  }
}
