import Arithmetic

extension Contract {
  /// What every error theorem of softmax and log-sum-exp allows at least, at two finite numbers, where
  /// results of a wider format are rounded once; `nil` where that is not claimed or claims are too weak.
  ///
  /// The theorems end with `stored`, which is least for an exact result. Where this is not `nil`, exp and log are
  /// within 64 units of the last place of a format of 24 bits, so that `e = −log(1 − E) < 2^-16.9` and `L ≤ 2^-17`. For
  /// two finite numbers of binary16 or bfloat16 of at most `2^17` in magnitude the exponents are off by at most
  /// `2^-24·Δ`, and `Δe^{−Δ} ≤ 1/e`: the bounds of softmax are below `u + 2^-12` and that of log-sum-exp below
  /// `u|y| + 2^-14`, with `u` of the storage format, `η/2` or `N` included. So they mean something beside an entry of
  /// one half, and beside a log-sum-exp of at least `2^-10`, where `8(u|y| + 2^-14) < |y|` for 11 bits.
  public var leastBoundOfPairs: ErrorBound? {
    let ulps = max(claims.exponentialUlps ?? 3, claims.logarithmUlps ?? 2)
    guard format == .binary16, working.precision >= 24, claims.algorithm != .unshifted, ulps <= 64,
      !flushes
    else { return nil }
    return stored(ErrorBound())
  }

  /// What the theorem of log-sum-exp allows at most, at two finite numbers for which it is below `2^-10` in magnitude;
  /// `nil` where `leastBoundOfPairs` is.
  ///
  /// T3 is `u·max(|m + log s|, |m|) + (1 + u)e + η`, and here `|m| ≤ log 2 + 2^-10 < 1`. With `r` the error of the sum
  /// `e = L(log s + r) + r`, besides what underflows, and `log s ≤ log 2 < 0.7`. The parts of `r` are those of exp,
  /// `−log(1 − E)`; of the exponents, where `Δ ≤ 2^17` is off by `δ ≤ uΔ ≤ 2^-7`, so that
  /// `D ≤ e^{−Δ}(e^δ − 1) ≤ 1.01uΔe^{−Δ} ≤ 1.01u/e < u/2`, twice without a claimed algorithm; of the sum, `σ`; and of
  /// one rescaling, as the maximum of two numbers rises once at most. Let `R` be all of them together. No form of
  /// the theorem has more; that of log1p has `−log(1 − ω(e^R − 1) − D)` with `ω ≤ 1`, which exceeds `R` for `ω = 1`, and
  /// a sum that absorbs the lesser term is off by less than `u ≤ σ`.
  public var greatestBoundOfSmallLogSumExp: ErrorBound? {
    guard leastBoundOfPairs != nil else { return nil }
    let exponential = Upper.minusLogOfOneMinus(exponentialError)
    let drift = u / 2
    let sum = Upper.minusLogOfOneMinus(sumError(2) + 2 * exponentialTiny)
    let rescaling = exponential + Upper.minusLogOfOneMinus(u + exponentialTiny)
    let parts = exponential + 2 * Upper.minusLogOfOneMinus(drift) + sum + rescaling
    let r = Upper.minusLogOfOneMinus(
      Upper.exponentialMinusOne(parts) + drift + 2 * exponentialTiny)
    let logarithm = logarithmError * (0.7 + r) + r + logarithmTiny
    return stored(ErrorBound(absolute: (u + (1 + u) * logarithm + tiny) * (1 + 0x1p-30)))
  }
}
