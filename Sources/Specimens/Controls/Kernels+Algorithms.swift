import Foundation

/// Algorithms that are right, and built otherwise than the textbook's.
extension Kernels {
  /// The product with the reciprocal of the sum.
  static var reciprocal: Kernels {
    var kernels = Kernels()
    kernels.normalization = { kernels, weights in
      let reciprocal = 1 / kernels.sum(weights)
      return weights.map { $0 * reciprocal }
    }
    return kernels
  }

  /// `e^{x − logSumExp(x)}`, and `x − logSumExp(x)`.
  static var divisionFree: Kernels {
    var kernels = Kernels()
    kernels.softmaxOfRow = { kernels, x in
      let logSumExp = kernels.logSumExp(x)
      return x.map { kernels.exponential($0 - logSumExp) }
    }
    kernels.logSoftmaxOfRow = { kernels, x in
      let logSumExp = kernels.logSumExp(x)
      return x.map { $0 - logSumExp }
    }
    return kernels
  }

  /// A running maximum and a running sum, chunk by chunk, rescaled as the maximum rises.
  static func online(chunk: Int) -> Kernels {
    var kernels = Kernels()
    kernels.softmaxOfRow = { kernels, x in
      let (maximum, sum) = kernels.onlineSum(x, chunk: chunk)
      return kernels.weights(x, less: maximum).map { $0 / sum }
    }
    kernels.logSumExpOfRow = { kernels, x in
      let (maximum, sum) = kernels.onlineSum(x, chunk: chunk)
      return maximum.isFinite ? maximum + kernels.logarithm(sum) : maximum
    }
    kernels.logSoftmaxOfRow = { kernels, x in
      let (maximum, sum) = kernels.onlineSum(x, chunk: chunk)
      return x.map { ($0 - maximum) - kernels.logarithm(sum) }
    }
    return kernels
  }

  private func onlineSum(_ x: [Scalar], chunk: Int) -> (maximum: Scalar, sum: Scalar) {
    var maximum = -Scalar.infinity
    var sum: Scalar = 0
    for block in x.blocks(of: chunk) {
      // A comparison would lose NaN.
      let greatest = self.maximum(Array(block))
      let next = maximum.isNaN || greatest.isNaN ? .nan : max(maximum, greatest)
      // Before the first finite entry there is nothing to rescale, and −∞ − (−∞) is NaN.
      guard next != -.infinity else { continue }
      sum = sum * exponential(maximum - next) + weights(Array(block), less: next).reduce(0, +)
      maximum = next
    }
    return maximum == -.infinity ? (maximum, .nan) : (maximum, sum)
  }

  /// Another sum of the exponentials.
  static func summing(by sum: @escaping Reduction) -> Kernels {
    var kernels = Kernels()
    kernels.sum = sum
    kernels.summation = .adding(by: sum)
    return kernels
  }

  /// `e^x = 2^{x log₂ e}` with the rounding error of the product put right.
  static var powersOfTwo: Kernels {
    var kernels = Kernels()
    kernels.exponential = { $0.exponentialByPowersOfTwo }
    return kernels
  }

  /// `log1p` of the sum without the greatest term.
  static var logOfOnePlus: Kernels {
    var kernels = Kernels()
    kernels.logSumExpOfRow = { kernels, x in
      let maximum = kernels.maximum(x)
      return maximum.isFinite ? maximum + kernels.logOfRest(x, maximum) : maximum
    }
    kernels.logSoftmaxOfRow = { kernels, x in
      let maximum = kernels.maximum(x)
      let logarithm = kernels.logOfRest(x, maximum)
      return x.map { ($0 - maximum) - logarithm }
    }
    return kernels
  }

  private func logOfRest(_ x: [Scalar], _ maximum: Scalar) -> Scalar {
    var rest = x
    if let index = rest.firstIndex(of: maximum) { rest.remove(at: index) }
    return logarithmOfOnePlus(sum(weights(rest, less: maximum)))
  }

  /// `1/(1 + e^{−x})`, whose exponential overflows harmlessly.
  static var oneBranch: Kernels {
    var kernels = Kernels()
    kernels.sigmoidOfNumber = { kernels, x in 1 / (1 + kernels.exponential(-x)) }
    return kernels
  }

  /// `(1 + tanh(x/2))/2`.
  static var hyperbolic: Kernels {
    var kernels = Kernels()
    kernels.sigmoidOfNumber = { _, x in (1 + (x / 2).through(tanh)) / 2 }
    return kernels
  }

  /// Blocks of eight with another exp and eight partial sums, and the rest one by one.
  static var vectorized: Kernels {
    var kernels = Kernels()
    kernels.softmaxOfRow = { kernels, x in
      let maximum = kernels.maximum(x)
      let body = x.count / 8 * 8
      let weights = x.indices.map { index in
        let difference = x[index] - maximum
        return index < body ? difference.exponentialByPowersOfTwo : difference.exponential
      }
      return kernels.normalized(weights)
    }
    kernels.sum = { $0.sumInLanes(8) }
    return kernels
  }

  /// The maximum rounded up to a whole number subtracted: any shift will do that is near it.
  static var wholeShift: Kernels {
    var kernels = Kernels()
    kernels.softmaxOfRow = { kernels, x in
      let maximum = kernels.maximum(x)
      let shift = abs(maximum) < 0x1p10 ? maximum.rounded(.up) : maximum
      return kernels.normalized(kernels.weights(x, less: shift))
    }
    return kernels
  }

  /// A common factor of all exponentials, which the quotient cancels.
  static var constantFactor: Kernels {
    var kernels = Kernels()
    kernels.softmaxOfRow = { kernels, x in
      kernels.normalized(kernels.weights(x, less: kernels.maximum(x)).map { 4 * $0 })
    }
    return kernels
  }
}
