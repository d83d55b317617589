/// The stable algorithms that a good engineer writes with the C library's exp and log.
enum Textbook<Scalar: ElementaryScalar> {
  /// Subtracts the maximum, and divides by the sum.
  static func softmax(_ x: [Scalar]) -> [Scalar] {
    guard let maximum = x.max() else { return [] }
    let exponentials = x.map { ($0 - maximum).exponential }
    let sum = exponentials.reduce(0, +)
    return exponentials.map { $0 / sum }
  }

  /// `max + log Σ e^{x − max}`; the maximum where it is infinite, `−∞` for no mass at all.
  static func logSumExp(_ x: [Scalar]) -> Scalar {
    guard let maximum = x.max(), !x.contains(where: \.isNaN) else {
      return x.isEmpty ? -.infinity : .nan
    }
    guard maximum.isFinite else { return maximum }
    return maximum + x.reduce(0) { $0 + ($1 - maximum).exponential }.logarithm
  }

  /// `(x − max) − log Σ e^{x − max}`.
  static func logSoftmax(_ x: [Scalar]) -> [Scalar] {
    guard let maximum = x.max() else { return [] }
    let logarithm = x.reduce(0) { $0 + ($1 - maximum).exponential }.logarithm
    return x.map { ($0 - maximum) - logarithm }
  }

  /// The branch in which the exponential is at most one.
  static func sigmoid(_ x: Scalar) -> Scalar {
    let t = (-abs(x)).exponential
    return x < 0 ? t / (1 + t) : 1 / (1 + t)
  }

  /// `max(x, 0) + log1p(e^{−|x|})`.
  static func softplus(_ x: Scalar) -> Scalar {
    max(x, 0) + (-abs(x)).exponential.logarithmOfOnePlus
  }

  /// The difference of the logarithms of `p` and `1 − p`.
  static func logit(_ p: Scalar) -> Scalar { p.logarithm - (-p).logarithmOfOnePlus }

  /// `x log y`, zero where `x` is.
  static func product(_ x: Scalar, logarithmOf y: Scalar) -> Scalar {
    x == 0 ? 0 : x * y.logarithm
  }

  /// Softmax of the scaled logits with the pivot's zero before them.
  static func reducedSoftmax(_ eta: [Scalar], _ scale: Scalar) -> [Scalar] {
    softmax([0] + eta.map { scale * $0 })
  }

  /// `(log p_i − log p_0)/λ`.
  static func inverseReducedSoftmax(_ p: [Scalar], _ scale: Scalar) -> [Scalar] {
    p.dropFirst().map { ($0.logarithm - p[0].logarithm) / scale }
  }

  /// `Σ p (log p − log q)`, zero where `p` is.
  static func klDivergence(_ p: [Scalar], _ q: [Scalar]) -> Scalar {
    zip(p, q).reduce(0) { $0 + ($1.0 == 0 ? 0 : $1.0 * ($1.0.logarithm - $1.1.logarithm)) }
  }
}
