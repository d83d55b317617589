import FixtureSupport
import SoftmaxFamily

/// The logistic family, the simplex and the losses, in every form that the error theorems cover.
extension SimulatedArithmetic {
  mutating func sigmoid(_ x: Double) -> Double {
    switch contract.claims.sigmoid {
    case .tanh: return multiply(0.5, add(1, tanh(multiply(0.5, x))))
    case .oneBranch, nil: return divide(1, add(1, exp(-x)))
    case .twoBranch:
      let t = exp(-abs(x))
      return divide(x < 0 ? t : 1, add(1, t))
    }
  }

  mutating func sigmoidDerivative(_ x: Double) -> Double {
    let value = sigmoid(x)
    return multiply(value, subtract(1, value))
  }

  mutating func softplus(_ x: Double) -> Double { add(max(x, 0), log1p(exp(-abs(x)))) }

  /// The sigmoid, or the softmax of `x` and zero in its form without a division.
  mutating func softplusDerivative(_ x: Double) -> Double {
    let isOpen =
      contract.claims.sigmoid == nil
      && [nil, .expOfXMinusLSE].contains(contract.claims.algorithm)
    return isOpen && coin() ? exp(subtract(x, softplus(x))) : sigmoid(x)
  }

  mutating func logit(_ p: Double) -> Double {
    let complement = subtract(1, p)
    return coin() ? log(divide(p, complement)) : subtract(log(p), log(complement))
  }

  /// `p log q`, zero where `p` is.
  private mutating func product(_ p: Double, _ q: Double) -> Double {
    p == 0 ? 0 : multiply(p, log(q))
  }

  mutating func entropy(_ p: [Double]) -> Double { -sum(p.map { product($0, $0) }) }

  mutating func klDivergence(_ p: [Double], _ q: [Double]) -> Double {
    let terms = zip(p, q).filter { $0.0 != 0 }
    switch random.integer(in: 0...2) {
    case 0: return sum(terms.map { multiply($0, log(divide($0, $1))) })
    case 1: return sum(terms.map { multiply($0, subtract(log($0), log($1))) })
    default:
      return subtract(
        sum(terms.map { product($0.0, $0.0) }), sum(terms.map { product($0.0, $0.1) }))
    }
  }

  mutating func binaryCrossEntropy(_ targets: [Double], _ probabilities: [Double]) -> Double {
    -sum(
      zip(targets, probabilities).map { t, y in
        add(product(t, y), product(subtract(1, t), subtract(1, y)))
      })
  }

  mutating func binaryCrossEntropyWithLogits(_ targets: [Double], _ logits: [Double]) -> Double {
    let asSoftplus = coin()
    return sum(
      zip(targets, logits).map { t, z in
        asSoftplus
          ? add(multiply(t, softplus(-z)), multiply(subtract(1, t), softplus(z)))
          : add(subtract(max(z, 0), multiply(z, t)), log1p(exp(-abs(z))))
      })
  }

  mutating func categoricalCrossEntropy(_ targets: [Double], _ probabilities: [Double]) -> Double {
    -sum(zip(targets, probabilities).map { product($0, $1) })
  }

  mutating func categoricalCrossEntropyWithLogits(
    _ targets: [[Double]], _ logits: [[Double]]
  ) -> Double {
    if contract.claims.algorithm == nil, coin() {
      return sum(zip(targets, logits).map { logSumExpLoss($0, $1) })
    }
    return -sum(
      zip(targets, logits).flatMap { targets, logits in
        zip(targets, logSoftmax(logits)).map { $0 == 0 ? 0 : multiply($0, $1) }
      })
  }

  /// `Σt·logSumExp(z) − ⟨t, z⟩`, which cancels.
  private mutating func logSumExpLoss(_ targets: [Double], _ logits: [Double]) -> Double {
    let whole = multiply(sum(targets), logSumExp(logits))
    return subtract(whole, sum(zip(targets, logits).map { $0 == 0 ? 0 : multiply($0, $1) }))
  }

  mutating func binaryCrossEntropyGradient(_ target: Double, _ logit: Double) -> Double {
    guard contract.claims.sigmoid == nil, contract.claims.algorithm == nil, coin() else {
      return subtract(sigmoid(logit), target)
    }
    let failure = multiply(subtract(1, target), softplusDerivative(logit))
    return subtract(failure, multiply(target, softplusDerivative(-logit)))
  }

  mutating func categoricalCrossEntropyGradient(_ target: Double, _ p: Double) -> Double {
    coin() ? -divide(target, p) : -multiply(target, divide(1, p))
  }

  mutating func categoricalCrossEntropyWithLogitsGradient(
    _ targets: [Double], _ logits: [Double]
  ) -> [Double] {
    let g = softmax(logits)
    let mass = sum(targets)
    return zip(targets, g).map { subtract(multiply($1, mass), $0) }
  }

  mutating func inverseReducedSoftmax(_ p: [Double], scale: Double) -> [Double] {
    let asQuotient = coin()
    return p.dropFirst().map {
      let difference =
        asQuotient ? log(divide($0, p[0])) : subtract(log($0), log(p[0]))
      return divide(difference, scale)
    }
  }

  mutating func inverseReducedSoftmaxJacobian(_ p: [Double], scale: Double) -> [Double] {
    let scaleFirst = coin()
    func entry(_ p: Double) -> Double {
      scaleFirst ? divide(1, multiply(scale, p)) : divide(divide(1, p), scale)
    }
    return (1..<p.count).flatMap { k in
      p.indices.map { $0 == 0 ? -entry(p[0]) : $0 == k ? entry(p[k]) : 0 }
    }
  }
}
