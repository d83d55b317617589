import Arithmetic
import SoftmaxFamily

/// The answers that laws of special values allow at zero, ±∞, NaN and outside a logit's domain.
struct SpecialAnswers: Sendable {
  let function: ElementwiseFunction
  let contract: Contract

  /// The numbers allowed at an input, or `nil` where the error theorem judges it like any other.
  ///
  /// Any number is allowed where the list is empty: where a claim is missing, a subnormal number may have
  /// become zero, on the other side of a logit's domain.
  func allowed(at x: Double) -> [Double]? {
    if x.isNaN { return [.nan] }
    if function == .logit { return logit(x) }
    if x == 0 { return isSigmoid ? [0.5] : nil }
    guard x.isInfinite else { return nil }
    let isUpper = (x > 0) != function.isMirrored
    switch function {
    case .sigmoid, .softplusDerivative: return [isUpper ? 1 : 0]
    case .sigmoidDerivative: return [0]
    case .softplus: return [isUpper ? .infinity : 0]
    case .logSigmoid: return [isUpper ? -.infinity : 0]
    case .lossOfZero, .lossOfOne:
      // NaN, 0·∞, unless the extended real numbers are claimed.
      let limit = isUpper ? Double.infinity : 0
      return contract.claims.extendedReals == true ? [limit] : [limit, .nan]
    case .logit: return nil
    }
  }

  /// Whether an answer is one of those allowed.
  func allows(_ answer: Double, among allowed: [Double]) -> Bool {
    allowed.isEmpty || allowed.contains { $0 == answer || ($0.isNaN && answer.isNaN) }
  }

  private var isSigmoid: Bool { function == .sigmoid || function == .softplusDerivative }

  private func logit(_ p: Double) -> [Double]? {
    if p == 0 { return [-.infinity] }
    if p == 1 { return [.infinity] }
    guard p < 0 || p > 1 else { return nil }
    let mayVanish =
      contract.claims.subnormals != .gradual && abs(p) < contract.working.leastNormal
    return mayVanish ? [] : [.nan]
  }
}
