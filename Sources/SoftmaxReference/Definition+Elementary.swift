import Arithmetic
import SoftmaxFamily

extension Definition {
  /// The sum of all.
  static func sum(_ terms: [WideBall]) -> WideBall { terms.reduce(0, +) }

  /// `Σ a b`.
  static func dot(_ a: [WideBall], _ b: [WideBall]) -> WideBall { sum(zip(a, b).map { $0 * $1 }) }

  /// A product in which an exact zero makes zero, whatever the other factor: the limit.
  static func product(_ weight: WideBall, _ value: @autoclosure () -> WideBall) -> WideBall {
    weight.isZero ? 0 : weight * value()
  }

  /// `e^x`, and 0 of `−∞`.
  static func exponential(_ x: Ball, _ bits: Int) -> WideBall {
    isNothing(x) ? 0 : WideBall(enclosing: x, precision: bits).exponential()
  }

  /// Whether a number is `−∞`.
  static func isNothing(_ x: Ball) -> Bool { x.isInfinite && x.isNegative }

  /// `1/(1 + e^{−x})`, with the exponential that is at most one.
  static func sigmoid(_ x: Ball, _ bits: Int) -> WideBall {
    let t = exponential(x.isNegative ? x : -x, bits)
    return x.isNegative ? t / (1 + t) : 1 / (1 + t)
  }

  /// `σ(x)(1 − σ(x)) = t/(1 + t)²`.
  static func sigmoidDerivative(_ x: Ball, _ bits: Int) -> WideBall {
    let t = exponential(x.isNegative ? x : -x, bits)
    return t / ((1 + t) * (1 + t))
  }

  /// `σ(z) − t`, over one denominator.
  static func sigmoidMinus(_ target: WideBall, _ z: Ball, _ bits: Int) -> WideBall {
    let t = exponential(z.isNegative ? z : -z, bits)
    let numerator =
      z.isNegative ? t * (1 - target) - target : (1 - target) - product(target, t)
    return numerator / (1 + t)
  }

  /// `log(1 + e^x)`.
  static func softplus(_ x: Ball, _ bits: Int) -> WideBall {
    let logarithm = exponential(x.isNegative ? x : -x, bits).logarithmOfOnePlus()
    return x.isNegative ? logarithm : WideBall(enclosing: x, precision: bits) + logarithm
  }

  /// `log(a/b)`: 0 where both are the same exact number.
  static func logarithmOfQuotient(_ a: WideBall, _ b: WideBall) -> WideBall {
    let difference = (a - b) / b
    return (difference + difference + 1).isPositive && (1 - difference).isPositive
      ? difference.logarithmOfOnePlus() : (a / b).logarithm()
  }

  /// `−Σ (t log y + (1 − t) log(1 − y))`.
  static func binaryCrossEntropy(_ targets: [WideBall], _ probabilities: [WideBall]) -> WideBall {
    -sum(
      zip(targets, probabilities).map { t, y in
        product(t, y.logarithm()) + product(1 - t, (-y).logarithmOfOnePlus())
      })
  }

  /// `−Σ (t log σ(z) + (1 − t) log σ(−z))`.
  static func binaryCrossEntropy(
    _ targets: [WideBall], logits: [Ball], _ bits: Int
  ) -> WideBall {
    sum(
      zip(targets, logits).map { t, z in
        product(t, softplus(-z, bits)) + product(1 - t, softplus(z, bits))
      })
  }

  /// `(δ_ki/p_i − δ_0i/p_0)/λ`.
  static func inverseJacobian(_ p: [WideBall], scale: WideBall) -> [WideBall] {
    (1..<p.count).flatMap { k in
      p.indices.map { i in
        i == 0 ? -1 / (scale * p[0]) : i == k ? 1 / (scale * p[k]) : 0
      }
    }
  }

  /// `δ_ij(δ_0i/p_0² − δ_ki/p_k²)/λ`.
  static func inverseHessian(_ p: [WideBall], scale: WideBall) -> [WideBall] {
    (1..<p.count).flatMap { k in
      p.indices.flatMap { i in
        p.indices.map { j in
          guard i == j, i == 0 || i == k else { return 0 }
          return (i == 0 ? 1 : -1) / (scale * p[i] * p[i])
        }
      }
    }
  }

  /// Softmax of each column, along axis 0, or of each row, along axis 1.
  static func softmax(of x: Tensor, along axis: Ball, _ bits: Int) -> [WideBall] {
    func softmax(_ x: Tensor) -> [WideBall] {
      ExponentialRow(x.elements, scale: 1, bits: bits).softmax
    }
    switch axis.value {
    case 0:
      let columns = (0..<x.columns).map { softmax(x.column($0)) }
      return (0..<x.rows).flatMap { row in columns.map { $0[row] } }
    case 1: return (0..<x.rows).flatMap { softmax(x.row($0)) }
    default: return x.elements.map { _ in .unknown }
    }
  }
}
