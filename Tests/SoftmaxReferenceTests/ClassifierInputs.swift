import Arithmetic
import FixtureSupport
import SoftmaxFamily

/// Arguments of classifiers at which the error theorems are put to the test.
extension TrialInputs {
  private mutating func numbers(_ count: Int, in range: ClosedRange<Double>) -> [Double] {
    (0..<count).map { _ in format.rounded(random.double(in: range)) }
  }

  private mutating func matrix(_ rows: Int, _ columns: Int, in range: ClosedRange<Double>) -> Tensor
  {
    Tensor(shape: [rows, columns], numbers(rows * columns, in: range).map { Ball($0) })
  }

  /// A covariance of moderate condition: the unit matrix and a product `BᵀB`, of few digits.
  private mutating func covariance(_ d: Int) -> [Double] {
    let scale = powerOfTwo(random.integer(in: -2...2))
    let isDiagonal = random.integer(in: 0...2) == 0
    let b = (0..<d * d).map { _ in Double(random.integer(in: -2...2)) / 2 }
    return (0..<d * d).map { place in
      let (i, j) = place.quotientAndRemainder(dividingBy: d)
      guard i == j || !isDiagonal else { return 0 }
      let product = (0..<d).reduce(0) { $0 + b[$1 * d + i] * b[$1 * d + j] }
      return scale * (product + (i == j ? 1 : 0))
    }
  }

  /// An observation, parameters of classes, and priors.
  mutating func classes(of operation: Operation) -> [Tensor] {
    let (d, k) = (random.integer(in: 1...4), random.integer(in: 2...4))
    let priors = Tensor(numbers(k, in: 0.05...1))
    switch operation {
    case .gaussianPosterior, .quadraticGaussianPosterior:
      let reach = random.integer(in: 0...3) == 0 ? 20.0 : 2
      let x = Tensor(numbers(d, in: -reach...reach))
      let isShared = operation == .gaussianPosterior
      let matrices = isShared ? covariance(d) : (0..<k).flatMap { _ in covariance(d) }
      let shape = isShared ? [d, d] : [k, d, d]
      return [
        x, matrix(k, d, in: -2...2), Tensor(shape: shape, matrices.map { Ball($0) }), priors,
      ]
    case .bernoulliPosterior:
      let x = (0..<d).map { _ in Double(random.integer(in: 0...1)) }
      return [Tensor(x), matrix(k, d, in: 0.05...0.95), priors]
    case .poissonPosterior:
      let x = (0..<d).map { _ in Double(random.integer(in: 0...9)) }
      return [Tensor(x), matrix(k, d, in: 0.125...8), priors]
    default: return [Tensor(numbers(d, in: 0...4)), matrix(k, d, in: 0.125...8), priors]
    }
  }

  /// Weights, features and targets, of many digits or of few.
  mutating func regression() -> [Tensor] {
    let (n, d, k) = (
      random.integer(in: 1...4), random.integer(in: 1...3), random.integer(in: 2...3)
    )
    let isCoarse = random.integer(in: 0...1) == 0
    let weights = matrix(k, d, in: -2...2).map { isCoarse ? Ball(($0.value * 2).rounded()) : $0 }
    let features = matrix(n, d, in: -2...2).map { isCoarse ? Ball($0.value.rounded()) : $0 }
    let targets = Tensor(
      rows: (0..<n).map { _ in
        let label = random.integer(in: 0...k - 1)
        return Tensor((0..<k).map { $0 == label ? 1.0 : 0 })
      })
    return [weights, features, targets]
  }

  /// A small network and its rows.
  mutating func network() -> [Tensor] {
    let isCoarse = random.integer(in: 0...1) == 0
    let n = random.integer(in: 1...4)
    let widths = [random.integer(in: 1...3), 3, 2, random.integer(in: 1...2)]
    var arguments = [
      matrix(n, widths[0], in: -2...2),
      Tensor((0..<n).map { _ in Double(random.integer(in: 0...1)) }),
    ]
    for layer in 0..<3 {
      arguments.append(matrix(widths[layer], widths[layer + 1], in: -2...2))
      arguments.append(Tensor(numbers(widths[layer + 1], in: -1...2)))
    }
    guard isCoarse else { return arguments }
    return arguments.map { tensor in tensor.map { Ball(($0.value * 2).rounded() / 2) } }
  }
}
