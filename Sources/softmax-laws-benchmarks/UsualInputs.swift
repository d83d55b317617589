import Arithmetic
import Randomness
import SoftmaxFamily

/// Arguments such as the tests of libraries draw them: modest random numbers, and nothing special.
///
/// Logits, weights and directions are nearly normal or uniform in `[−10, 10]`, in turn; probabilities
/// are the softmax of normal numbers; targets are zeros and ones, or one-hot; what a covariance, a
/// rate or a prior has to be, they are. Rows have up to a hundred entries, matrices up to eight a side.
/// One call in eight of softmax and its logarithm is 10,000 larger, as ONNX's test of large numbers is.
struct UsualInputs {
  private let operation: Operation
  private var random: Xoshiro256StarStar
  private var lengths: [String: Int] = [:]
  private var isUniform = false
  private var offset = 0.0

  /// The inputs of an operation, which depend on the seed and its name.
  init(of operation: Operation, seed: UInt64) {
    self.operation = operation
    random = Xoshiro256StarStar(seed: CaseSeeds(seed: seed, property: operation.rawValue)[0])
  }

  /// The rows of the next call, all of one shape.
  mutating func call(_ number: Int, rows: Int) -> [[Tensor]] {
    let signature = operation.signature
    let hasMatrices =
      signature.result.count > 1 || signature.parameters.contains { $0.dimensions.count > 1 }
    lengths = [:]
    for name in signature.parameters.flatMap(\.dimensions).map(\.name) where lengths[name] == nil {
      lengths[name] = name == "m" ? 1 + number % 2 : random.integer(in: 2...(hasMatrices ? 8 : 100))
    }
    isUniform = number % 2 == 1
    let isLarge = number % 8 == 7 && [.softmax, .logSoftmax].contains(operation)
    offset = isLarge ? 10_000 : 0
    return (0..<rows).map { _ in signature.parameters.map { argument($0) } }
  }

  private mutating func argument(_ parameter: Signature.Parameter) -> Tensor {
    let shape = parameter.dimensions.map { (lengths[$0.name] ?? 1) + $0.excess }
    let (count, width) = (shape.reduce(1, *), shape.last ?? 1)
    let values: [Double]
    switch (parameter.name, operation) {
    case ("axis", _): values = [Double(random.index(below: 2))]
    case ("scale", _): values = [random.real(from: 0.5, to: 2)]
    case ("alpha", _): values = [random.real(from: 1.25, to: 2)]
    case ("tau", _): values = [random.real(from: -1, to: 1)]
    case ("p", .logit), ("probabilities", .binaryCrossEntropy), ("means", .bernoulliPosterior):
      values = (0..<count).map { _ in random.real(from: 0.01, to: 0.99) }
    case ("p", _), ("q", _), ("priors", _), ("probabilities", _):
      values = (0..<count / width).flatMap { _ in distribution(width) }
    case ("x", .bernoulliPosterior): values = bits(count)
    case ("x", .poissonPosterior): values = (0..<count).map { _ in Double(random.index(below: 10)) }
    case ("x", .exponentialPosterior), ("rates", _):
      values = (0..<count).map { _ in random.real(from: 0.5, to: 5) }
    case ("covariance", _), ("covariances", _):
      values = (0..<count / (width * width)).flatMap { _ in covariance(width) }
    case ("targets", .binaryCrossEntropy), ("targets", .binaryCrossEntropyWithLogits),
      ("targets", .binaryCrossEntropyWithLogitsGradient), ("targets", .denseClassifierLoss),
      ("targets", .denseClassifierGradient):
      values = bits(count)
    case ("targets", _): values = (0..<count / width).flatMap { _ in oneHot(width) }
    default: values = (0..<count).map { _ in offset + logit() }
    }
    return Tensor(shape: shape, exact: values[...])
  }

  private mutating func logit() -> Double {
    isUniform ? random.real(from: -10, to: 10) : normal()
  }

  /// The sum of twelve uniform numbers, less six, whose variance is one.
  private mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + random.unit() } }

  private mutating func bits(_ count: Int) -> [Double] {
    (0..<count).map { _ in Double(random.index(below: 2)) }
  }

  private mutating func oneHot(_ count: Int) -> [Double] {
    let place = random.index(below: count)
    return (0..<count).map { $0 == place ? 1 : 0 }
  }

  /// Positive numbers with the sum one, but for rounding.
  private mutating func distribution(_ count: Int) -> [Double] {
    let weights = (0..<count).map { _ in Ball(normal()).exponential().value }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  /// `I + AAᵀ` for a matrix of normal numbers.
  private mutating func covariance(_ count: Int) -> [Double] {
    let factor = (0..<count).map { _ in (0..<count).map { _ in normal() } }
    return factor.indices.flatMap { i in
      factor.indices.map { j in
        zip(factor[i], factor[j]).reduce(i == j ? 1 : 0) { $0 + $1.0 * $1.1 }
      }
    }
  }
}
