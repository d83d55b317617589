import Arithmetic

extension Reference {
  /// A product in which an exact zero makes zero, whatever the other factor: the limit.
  static func product(_ weight: Ball, _ value: @autoclosure () -> Ball) -> Ball {
    weight.isZero ? 0 : weight * value()
  }

  /// `−Σ p log p`.
  static func entropy(_ p: [Ball]) -> Ball {
    p.reduce(0) { $0 - product($1, $1.logarithm()) }
  }

  /// `Σ p log(p/q)`.
  static func klDivergence(_ p: [Ball], _ q: [Ball]) -> Ball {
    zip(p, q).reduce(0) { $0 + product($1.0, logarithmOfQuotient($1.0, $1.1)) }
  }

  /// `(log p_i − log p_0)/λ`.
  static func inverseReducedSoftmax(_ p: [Ball], scale: Ball) -> [Ball] {
    p.dropFirst().map { logarithmOfQuotient($0, p[0]) / scale }
  }

  /// `(δ_ki/p_i − δ_0i/p_0)/λ`.
  static func inverseReducedSoftmaxJacobian(_ p: [Ball], scale: Ball) -> [Ball] {
    (1..<p.count).flatMap { k in
      p.indices.map { i in
        if i == 0 { return -1 / (scale * p[0]) }
        return i == k ? 1 / (scale * p[k]) : 0
      }
    }
  }
}
