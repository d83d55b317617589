import Arithmetic

extension Contract {
  /// T5: the error of the logistic sigmoid.
  ///
  /// With `t = e^{−|x|}(1 ± E)`, both branches, `1/(1 + t)` and `t/(1 + t)`, and the single branch
  /// `1/(1 + e^{−x})` have the relative error `E(1 − σ)` and two roundings. The single branch
  /// overflows for `x < −log Ω` and returns zero for a value below `1/Ω`. The form
  /// `(1 + tanh(x/2))/2` is only accurate absolutely, to half of tanh's error, taken as that of
  /// exp, and one rounding.
  func sigmoid(_ x: Double) -> ErrorBound {
    if claims.sigmoid == .tanh {
      return stored(ErrorBound(absolute: exponentialError / 2 + u * (1 + exponentialError)))
    }
    let complement = sigmoidValue(-x)
    let relative = Upper.exponentialMinusOne(
      Upper.minusLogOfOneMinus(exponentialError * complement) + 2 * Upper.minusLogOfOneMinus(u))
    let overflow = claims.sigmoid == .twoBranch ? 0 : 1 / working.greatestFinite
    return stored(ErrorBound(relative: relative, absolute: exponentialTiny + overflow))
  }

  /// An upper bound of `σ(x)`, within `2^-38` of itself: slopes are taken there.
  func sigmoidValue(_ x: Double) -> Double {
    let t = Upper.exponential(-abs(x))
    return (x < 0 ? t : 1) / (1 + t) * (1 + 0x1p-39)
  }

  /// T6: the error of `max(x, 0) + log1p(e^{−|x|})`: relative `(1 + E)(1 + L)(1 + u) − 1`.
  ///
  /// `log1p(t(1 + E))` is at most `log1p(t)(1 + E)`; both terms are non-negative.
  func softplus() -> ErrorBound {
    let relative = Upper.exponentialMinusOne(
      Upper.minusLogOfOneMinus(exponentialError) + Upper.minusLogOfOneMinus(logarithmError)
        + Upper.minusLogOfOneMinus(u))
    return stored(ErrorBound(relative: relative, absolute: exponentialTiny + logarithmTiny))
  }

  /// The error of the sigmoid's derivative `σ(1 − σ)` formed from a computed `σ`.
  ///
  /// With `B` the absolute error of `σ`: `|s(1 − s) − σ(1 − σ)| ≤ B(|1 − 2σ| + B)`, and three
  /// roundings of quantities of at most `σ`. Relative accuracy is lost as `σ → 1`.
  func sigmoidDerivative(_ x: Double) -> ErrorBound {
    let value = sigmoidValue(x)
    let error = workingSigmoid(x).bound(of: value)
    let slope = abs(1 - 2 * value) + 0x1p-30
    let absolute = error * (slope + error) + 3 * u * (value + error) * (1 + u)
    return stored(ErrorBound(absolute: absolute + tiny))
  }

  /// The error of the sigmoid before it is rounded to the storage format.
  func workingSigmoid(_ x: Double) -> ErrorBound { unrounded.sigmoid(x) }

  /// The contract of the operations between arguments and result.
  var unrounded: Contract {
    guard working != format else { return self }
    var inner = claims
    inner.arithmetic[working] = nil
    inner.accumulator[working] = claims.accumulator[format]
    return Contract(inner, in: working)
  }

  /// The error of the logit, `log p − log(1 − p)` or the logarithm of the odds.
  ///
  /// `1 − p` is rounded, which moves its logarithm by `u/(1 − u)`; the odds by two such
  /// roundings. Relative accuracy is lost near `½`, where the two logarithms cancel.
  func logit(_ p: Double) -> ErrorBound {
    guard p > 0, p < 1 else { return ErrorBound() }
    guard flushed(p) == 0 else { return .infinite }
    let logarithms = Upper.minusLogarithm(p) + Upper.minusLogOfOneMinus(p)
    let absolute =
      (logarithmError * logarithms + 2 * Upper.minusLogOfOneMinus(u)) * (1 + u)
    return stored(ErrorBound(relative: u, absolute: absolute + tiny))
  }
}
