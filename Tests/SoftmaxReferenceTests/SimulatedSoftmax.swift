import SoftmaxFamily

/// Softmax and what follows from it, in every form that the error theorems cover.
extension SimulatedArithmetic {
  /// The exponents `λ(x − m)`, with the scale before or after the shift.
  private mutating func exponents(_ x: [Double], scale: Double) -> [Double] {
    let isScaledFirst = coin()
    let scaleFirst = scale != 1 && isScaledFirst
    let scaled = scaleFirst ? x.map { multiply(scale, $0) } : x
    let top = scaled.max() ?? 0
    let shifted = scaled.map { subtract($0, top) }
    return scaleFirst || scale == 1 ? shifted : shifted.map { multiply(scale, $0) }
  }

  mutating func softmax(_ x: [Double], scale: Double = 1) -> [Double] {
    switch contract.claims.algorithm {
    case .expOfXMinusLSE: return divisionFree(x, scale: scale)
    case .unshifted: return quotients(x.map { multiply(scale, $0) }, byReciprocal: false)
    case .shiftRecip: return quotients(exponents(x, scale: scale), byReciprocal: true)
    case .shiftDiv: return quotients(exponents(x, scale: scale), byReciprocal: false)
    case nil:
      return coin()
        ? divisionFree(x, scale: scale)
        : quotients(exponents(x, scale: scale), byReciprocal: coin())
    }
  }

  private mutating func quotients(_ exponents: [Double], byReciprocal: Bool) -> [Double] {
    let weights = exponents.map { exp($0) }
    let isOnline = mayRunOnline && coin()
    let sum = isOnline ? onlineSum(exponents) : sum(weights)
    guard byReciprocal else { return weights.map { divide($0, sum) } }
    let reciprocal = divide(1, sum)
    return weights.map { multiply($0, reciprocal) }
  }

  /// Whether no claim speaks against a running maximum and a sequential sum.
  private var mayRunOnline: Bool {
    let summation = contract.claims.summation ?? .unknown
    return contract.claims.algorithm == nil && (summation == .unknown || summation == .sequential)
  }

  /// `ŝ` with a running maximum: the sum so far is rescaled each time it rises.
  private mutating func onlineSum(_ x: [Double]) -> Double {
    var top = -Double.infinity
    var sum = 0.0
    for entry in coin() ? x : x.reversed() where entry > -.infinity {
      if entry > top {
        sum = sum == 0 ? 0 : multiply(sum, exp(subtract(top, entry)))
        top = entry
        sum = add(sum, exp(0))
      } else {
        sum = add(sum, exp(subtract(entry, top)))
      }
    }
    return sum
  }

  private mutating func divisionFree(_ x: [Double], scale: Double) -> [Double] {
    let scaled = scale == 1 ? x : x.map { multiply(scale, $0) }
    let whole = logSumExp(scaled)
    return scaled.map { exp(subtract($0, whole)) }
  }

  /// `log ŝ` of a row, by a plain logarithm or by log1p of what the greatest entry leaves.
  private mutating func logOfSum(_ x: [Double]) -> Double {
    let top = x.max() ?? 0
    if mayRunOnline, contract.claims.logSumExp != .log1p, coin() {
      return log(onlineSum(x))
    }
    let weights = x.map { exp(subtract($0, top)) }
    guard contract.claims.logSumExp == .log1p, let pivot = x.firstIndex(of: top) else {
      return log(sum(weights))
    }
    return log1p(sum(weights.enumerated().filter { $0.offset != pivot }.map(\.element)))
  }

  mutating func logSumExp(_ x: [Double]) -> Double {
    if x.max() == -.infinity { return -.infinity }
    if contract.claims.algorithm == .unshifted { return log(sum(x.map { exp($0) })) }
    return add(x.max() ?? 0, logOfSum(x))
  }

  mutating func logSoftmax(_ x: [Double]) -> [Double] {
    let direct = contract.claims.algorithm.map { $0 == .expOfXMinusLSE } ?? coin()
    if direct {
      let whole = logSumExp(x)
      return x.map { subtract($0, whole) }
    }
    let logOfSum = logOfSum(x)
    return exponents(x, scale: 1).map { subtract($0, logOfSum) }
  }

  mutating func softmaxJacobian(_ g: [Double], scale: Double, columns: Range<Int>) -> [Double] {
    let asProducts = coin()
    return g.indices.flatMap { i in
      columns.map { j in
        let entry =
          i != j
          ? -multiply(g[i], g[j])
          : asProducts ? multiply(g[i], subtract(1, g[i])) : subtract(g[i], multiply(g[i], g[i]))
        return scale == 1 ? entry : multiply(scale, entry)
      }
    }
  }

  mutating func vectorProduct(_ x: [Double], _ v: [Double]) -> [Double] {
    let g = softmax(x)
    if coin() {
      let jacobian = softmaxJacobian(g, scale: 1, columns: g.indices)
      return g.indices.map { i in
        sum(v.indices.map { multiply(jacobian[i * v.count + $0], v[$0]) })
      }
    }
    let mean = sum(zip(g, v).map { multiply($0, $1) })
    let isFactored = coin()
    return zip(g, v).map { g, v in
      isFactored
        ? multiply(g, subtract(v, mean)) : subtract(multiply(g, v), multiply(g, mean))
    }
  }

  mutating func logSoftmaxVectorProduct(_ x: [Double], _ v: [Double]) -> [Double] {
    let g = softmax(x)
    let total = sum(v)
    return zip(v, g).map { subtract($0, multiply($1, total)) }
  }
}
