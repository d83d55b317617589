import SoftmaxFamily

/// A way to add numbers up.
struct Summation<Scalar: ElementaryScalar>: Sendable {
  /// The sum of all.
  let sum: @Sendable ([Scalar]) -> Scalar
  /// The sums of the first, of the first two, and so on.
  let prefixSums: @Sendable ([Scalar]) -> [Scalar]

  /// One after the other, which makes all the sums of the first ones on the way.
  static var inOrder: Summation {
    Summation(
      sum: { $0.reduce(0, +) },
      prefixSums: { numbers in
        var sum: Scalar = 0
        return numbers.map { number in
          sum += number
          return sum
        }
      })
  }

  /// Another way to add all, by which the first ones are added anew each time.
  static func adding(by sum: @escaping @Sendable ([Scalar]) -> Scalar) -> Summation {
    Summation(
      sum: sum,
      prefixSums: { numbers in numbers.indices.map { sum(Array(numbers[...$0])) } })
  }

  /// `Σ a b`, each product rounded.
  func dot(_ a: [Scalar], _ b: [Scalar]) -> Scalar { sum(zip(a, b).map { $0 * $1 }) }
}
