import Arithmetic
import SoftmaxFamily

/// What the equations of the laws are written with, beside the arithmetic of tensors.
extension Tensor {
  /// The unit vector of a class.
  static func unit(_ index: Int, of count: Int) -> Tensor {
    Tensor((0..<count).map { $0 == index ? 1.0 : 0 })
  }

  /// One number, so many times.
  static func repeating(_ value: Ball, count: Int) -> Tensor {
    Tensor(Array(repeating: value, count: count))
  }

  /// The uniform distribution.
  static func uniform(_ count: Int) -> Tensor {
    .repeating(1 / Ball(Double(count)), count: count)
  }

  /// The diagonal of a square matrix.
  var diagonal: Tensor { Tensor((0..<rows).map { self[$0, $0] }) }

  /// The sum of the squares.
  var squaredNorm: Tensor { dot(self) }

  /// The sum of the magnitudes.
  var sumNorm: Tensor { magnitudes.sum }

  /// The distance between the greatest and the least entry.
  var oscillation: Tensor { max - min }

  /// The variance of numbers under a distribution, `Σ g (v − v̄)²`.
  func variance(under g: Tensor) -> Tensor {
    let centred = self - g.dot(self)
    return g.dot(centred * centred)
  }

  /// The logarithm of one plus every element.
  var logOfOnePlus: Tensor { map { $0.logarithmOfOnePlus() } }

  /// `max(0, x)`.
  var rectified: Tensor { map { $0.isPositive ? $0 : 0 } }

  /// The sums of the first one, two, … elements, up to all but the last.
  var partialSums: Tensor {
    var sum: Ball = 0
    return Tensor(
      elements.dropLast().map {
        sum = sum + $0
        return sum
      })
  }

  /// Every element enlarged by a share of its own magnitude.
  func widened(relatively shares: [Double]) -> Tensor {
    Tensor(
      shape: shape,
      zip(elements, shares).map { $0.widened(by: $0.magnitude * Ball($1)) })
  }

  /// The position of a greatest element, the first of them.
  var indexOfGreatest: Int { elements.indices.reduce(0) { self[$0].precedes(self[$1]) ? $1 : $0 } }

  /// The positions of all elements equal to the greatest.
  var indicesOfGreatest: [Int] {
    let greatest = values.max() ?? 0
    return values.indices.filter { values[$0] == greatest }
  }

  /// The positions of the elements, greatest first.
  var descendingOrder: [Int] {
    elements.indices.sorted { ($0 != $1) && (values[$0], $1) > (values[$1], $0) }
  }

  /// The vector of one element.
  func entry(_ index: Int) -> Tensor { Tensor([self[index]]) }
}
