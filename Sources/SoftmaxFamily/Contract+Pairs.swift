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
      claims.subnormals == .gradual
    else { return nil }
    return stored(ErrorBound())
  }
}
