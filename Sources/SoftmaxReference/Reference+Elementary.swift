import Arithmetic

extension Reference {
  /// `1/(1 + e^{−x})`, by the branch in which the exponential is at most one.
  static func sigmoid(_ x: Ball) -> Ball {
    if x.isNegative {
      let t = x.exponential()
      return t / (1 + t)
    }
    return 1 / (1 + (-x).exponential())
  }

  /// `log(1 + e^x)` as `max(x, 0) + log1p(e^{−|x|})`.
  static func softplus(_ x: Ball) -> Ball {
    if x.isNegative { return x.exponential().logarithmOfOnePlus() }
    return x + (-x).exponential().logarithmOfOnePlus()
  }

  /// `log p − log(1 − p)`, accurate relative to itself near `½` too.
  static func logit(_ p: Ball) -> Ball {
    if p.isZero || (p - 1).isZero { return logarithmOfQuotient(p, 1 - p) }
    let isCentral = (p - 0.25).isPositive && (0.75 - p).isPositive
    return isCentral ? logarithmOfQuotient(p, 1 - p) : p.logarithm() - (-p).logarithmOfOnePlus()
  }

  /// `log(a/b)`, accurate relative to itself where the two are close.
  static func logarithmOfQuotient(_ a: Ball, _ b: Ball) -> Ball {
    let isClose = (2 * a - b).isPositive && (2 * b - a).isPositive && b.isPositive
    return isClose ? ((a - b) / b).logarithmOfOnePlus() : (a / b).logarithm()
  }
}
