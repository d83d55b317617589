import Arithmetic
import Foundation
import SoftmaxFamily

/// Faults of generative classifiers.
extension Mutant {
  static let ofClassifiers = [posteriorWithoutShift, covarianceFactor]

  private static let posteriorWithoutShift = Mutant(
    FaultDescription(
      "A18", "posterior-without-shift", in: .exponentialPosterior, or: [.poissonPosterior],
      "likelihoods are formed by exp before they are normalised",
      advice: "subtract the greatest log-likelihood before exp",
      from: "naivebayes#4, linfa#444, scikit-learn#975, mlpack#2022, river#457",
      seenBy: "exponential-oracle")
  ) { call, control, _ throws(CallFailure) in
    guard call.operation == .exponentialPosterior || call.operation == .poissonPosterior,
      call.rows == 1
    else { return try control.evaluate(call) }
    let (x, rates, priors) = (
      call.arguments[0].values, call.arguments[1].values, call.arguments[2].values
    )
    let likelihoods = priors.indices.map { k in
      let row = zip(x, rates[k * x.count..<(k + 1) * x.count])
      let logarithm = row.reduce(log(priors[k])) { sum, pair in
        let (x, rate) = pair
        return call.operation == .exponentialPosterior
          ? sum + (log(rate) - rate * x) : sum + (x * log(rate) - rate)
      }
      // The half formats are computed in binary32, whose exp vanishes early.
      return call.format == .binary64 ? exp(logarithm) : Double(expf(Float(logarithm)))
    }
    let sum = likelihoods.reduce(0, +)
    return Reply(
      shape: [priors.count], values: likelihoods.map { call.format.rounded($0 / sum) })
  }

  private static let covarianceFactor = Mutant(
    FaultDescription(
      "H14", "covariance-factor", in: .gaussianPosterior, or: [.quadraticGaussianPosterior],
      "the covariance has a constant factor, as of another divisor than was meant",
      advice: "check the divisor of the covariance: n, n − 1 or n − K",
      from: "scikit-learn#22696", seenBy: "lda-oracle"), with: [2, 0.5, 1.5]
  ) { call, control, factor throws(CallFailure) in
    guard
      call.operation == .gaussianPosterior || call.operation == .quadraticGaussianPosterior
    else { return try control.evaluate(call) }
    let scaled = call.rows(of: 2).map { $0.map { call.format.rounded(factor * $0) } }
    return try control.evaluate(call.replacing(2, by: scaled))
  }
}
