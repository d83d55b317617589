import Arithmetic
import PropertyEngine
import SoftmaxFamily

/// Draws of small integers and fractions, with which what a law equates is exact.
extension ChoiceSource {
  /// A tensor of integers of a range, times a step.
  mutating func integers(
    _ shape: [Int], in range: ClosedRange<Int>, step: Double = 1
  ) -> Tensor {
    let count = shape.reduce(1, *)
    return Tensor(
      shape: shape, (0..<count).map { _ in Ball(Double(integer(in: range)) * step) })
  }

  /// Positive multiples of an eighth with the sum one, at most eight of them.
  mutating func eighths(_ count: Int) -> Tensor {
    var parts = Array(repeating: 1, count: count)
    for _ in count..<8 { parts[index(below: count)] += 1 }
    return Tensor(parts.map { Double($0) / 8 })
  }

  /// A unit lower triangular matrix whose other entries are −1, 0 and 1.
  mutating func unitLower(_ d: Int) -> Tensor {
    let entries = integers([d, d], in: -1...1)
    return Tensor(rows: d, columns: d) { i, j in i == j ? 1 : i > j ? entries[i, j] : 0 }
  }

  /// A covariance `L D Lᵀ` of integers whose inverse is exact: `L` unit lower triangular, `D`
  /// powers of two (G13).
  mutating func exactCovariance(_ d: Int) -> Tensor {
    let lower = unitLower(d)
    let scales = (0..<d).map { _ in powerOfTwo(integer(in: 0...3)) }
    let scaled = Tensor(rows: d, columns: d) { lower[$0, $1] * Ball(scales[$1]) }
    return scaled.times(lower.transposed)
  }

  /// A matrix of integers with an inverse of integers, the rows of a triangular one rearranged.
  mutating func unimodular(_ d: Int) throws(Discard) -> Tensor {
    let order = try Permutations.of(count: d).draw(from: &self)
    let lower = unitLower(d)
    return Tensor(rows: order.map(lower.row))
  }

  /// How far an integer may be from zero: mostly a little, now and then far beyond the others.
  mutating func reach(far: Int) -> Int { choose([(4, 2), (3, 4), (1, far)]) }

  /// Rows with a single one each.
  mutating func labels(_ rows: Int, _ columns: Int) -> Tensor {
    let places = (0..<rows).map { _ in index(below: columns) }
    return Tensor(rows: rows, columns: columns) { places[$0] == $1 ? 1 : 0 }
  }
}
