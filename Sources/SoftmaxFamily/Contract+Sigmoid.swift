import Arithmetic

extension Contract {
  /// T5: the error of the logistic sigmoid.
  ///
  /// With `t = e^{−|x|}(1 ± E)`, both branches, `1/(1 + t)` and `t/(1 + t)`, and the single branch
  /// `1/(1 + e^{−x})` have the relative error `E(1 − σ)` and two roundings. That of `1 + t` is at most
  /// `t`, as one is representable; in the single branch for `x < 0` it is `1 + 1/t`, relative to
  /// which the other term is `t`. If `t < u` the sum is one, and the quotient by it exact. Who claims no
  /// form may also take `e^x/(1 + e^x)`, in which the sum may be rounded by `u` and the quotient again,
  /// and which is one where `e^x` overflows. The
  /// single branch overflows for `x < −log Ω` and returns zero for a value below `1/Ω`. The
  /// form `(1 + tanh(x/2))/2` is only accurate absolutely, to half of tanh's error, taken as that of
  /// exp, and one rounding.
  func sigmoid(_ x: Double) -> ErrorBound {
    if claims.sigmoid == .tanh {
      return stored(ErrorBound(absolute: exponentialError / 2 + u * (1 + exponentialError)))
    }
    let tail = Upper.exponential(-abs(x)) * (1 + exponentialError) + exponentialTiny
    let isAbsorbed = tail < u
    if isAbsorbed, x < 0, claims.sigmoid == .twoBranch { return exposedExponential(x, tail) }
    let isOpen = claims.sigmoid == nil
    let quotient = isAbsorbed && x >= 0 && !isOpen ? 0 : Upper.minusLogOfOneMinus(u)
    let relative = Upper.exponentialMinusOne(
      Upper.minusLogOfOneMinus(exponentialError * sigmoidValue(-x))
        + Upper.minusLogOfOneMinus(isOpen ? u : min(u, tail)) + quotient)
    let overflow = claims.sigmoid == .twoBranch ? 0 : 1 / working.greatestFinite
    return stored(ErrorBound(relative: relative, absolute: exponentialTiny + overflow))
  }

  /// T5 for `t/(1 + t)` with `1 + t = 1`: the result is what exp returned, to its units in the last place.
  private func exposedExponential(_ x: Double, _ tail: Double) -> ErrorBound {
    let size = Upper.exponential(x)
    return stored(ErrorBound(relative: tail, absolute: exponentialUnits(of: size)))
  }

  /// An upper bound of `σ(x)`, within `2^-38` of itself: slopes are taken there.
  func sigmoidValue(_ x: Double) -> Double {
    let t = Upper.exponential(-abs(x))
    return (x < 0 ? t : 1) / (1 + t) * (1 + 0x1p-39)
  }

  /// T6: the error of `max(x, 0) + log1p(e^{−|x|})` or of `log1p(e^x)`, at a number.
  ///
  /// With `e = −log(1 − E)`, an exponential off by `e^{±e}` moves the logarithm by at most
  /// `e·σ(x + e) ≤ e·e^e·σ(x)`, where `x` may stand for `−|x|`; log1p adds `L` of its result, and the
  /// sum a rounding for `x > 0`, while adding to zero is exact.
  func softplus(at x: Double) -> ErrorBound {
    let e = Upper.minusLogOfOneMinus(exponentialError)
    let spread = e * Upper.exponential(e) * sigmoidValue(x)
    let relative = Upper.compound(logarithmError, x > 0 ? u : 0)
    let absolute = spread * (1 + relative) + exponentialTiny + logarithmTiny
    return stored(ErrorBound(relative: relative, absolute: absolute))
  }

  /// T6 for any number: relative `(1 + E)(1 + L)(1 + u) − 1`.
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
