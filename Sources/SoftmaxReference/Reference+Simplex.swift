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
  ///
  /// Where terms of both signs cancel, as `Σ q f(p/q − 1) + (Σp − Σq)` with
  /// `f(t) = (1 + t) log(1 + t) − t ≥ 0`, in which nothing cancels for distributions of the same mass; that mass is
  /// added exactly. What is left is a difference of masses that outweighs the divergence, and the radius
  /// is then relative to the larger.
  static func klDivergence(_ p: [Ball], _ q: [Ball]) -> Ball {
    let sum = zip(p, q).reduce(0) { $0 + product($1.0, logarithmOfQuotient($1.0, $1.1)) }
    guard sum.isReal, !sum.isSharp(bits: 95) else { return sum }
    let divergence = zip(p, q).reduce(0) { $0 + divergenceTerm($1.0, $1.1) }
    let excess = Ball.sum(of: p + q.map { -$0 })
    let isDominant = (divergence - 2 * excess.magnitude).isPositive || excess.isZero
    return isDominant ? divergence + excess : sum
  }

  /// `q f(p/q − 1) = p log(p/q) − p + q`.
  ///
  /// For `p` close to `q`, with `s = (p − q)/(p + q)`, `f(2s/(1 − s)) = 2(s² + (1 + s)(artanh s − s))/(1 − s)`, in which
  /// the second term is the lesser by far.
  private static func divergenceTerm(_ p: Ball, _ q: Ball) -> Ball {
    let difference = p - q
    if difference.isZero { return 0 }
    let s = difference / (p + q)
    guard s.magnitudeBound < 0x1p-3 else {
      return product(p, logarithmOfQuotient(p, q)) - difference
    }
    let square = s * s
    return 2 * q * (square + (1 + s) * (s * square) * areaTail(square)) / (1 - s)
  }

  /// `(artanh s − s)/s³ = 1/3 + s²/5 + s⁴/7 + …` for `|s| < 1/8`, given the square.
  ///
  /// What follows the term of degree 34 is less than `(1/64)^18 · 64/63/39 < 2^-113`.
  private static func areaTail(_ square: Ball) -> Ball {
    var tail: Ball = 0
    for divisor in stride(from: 37.0, through: 3, by: -2) {
      tail = tail * square + 1 / Ball(divisor)
    }
    return tail.widened(by: 0x1p-112)
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
