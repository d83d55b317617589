import Arithmetic

/// The Fenchel–Young losses of the sparse maps, and their gradients.
extension Reference {
  /// `⟨p − y, z⟩ + H(p) − H(y)` with the Tsallis entropy `H(p) = (1 − Σp^α)/(α(α − 1))`.
  ///
  /// With the gaps `g = m − z` and the threshold `t`, `p_i^{α−1} = 1 − (α − 1)(c + g_i)` on the support,
  /// where `c = 1/(α − 1) − t`. So `H(p) = (c + ⟨p, g⟩)/α`, and the loss is
  /// `m(1 − Σy) + ⟨y, g⟩ + c/α − (1 − 1/α)⟨p, g⟩ − H(y)`: an offset of all logits cancels before
  /// anything is rounded, and nothing is divided by a small `α − 1`. A mask of weight zero adds nothing. The
  /// radius is relative to the largest term, which a small loss is not.
  static func entmaxLoss(_ targets: [Ball], _ z: [Ball], alpha: Ball) -> Ball {
    guard !z.isEmpty else { return 0 }
    let row = CertifiedSparseRow(z, alpha: alpha)
    guard row.maximum.isReal, alpha.isReal, (alpha - 1).isPositive else { return Ball(.nan) }
    let share = (alpha - 1) / alpha
    var sum = product(1 - targets.reduce(0, +), row.maximum) + row.shortfall / alpha
    for (y, (p, gap)) in zip(targets, zip(row.probabilities, row.gaps)) {
      sum = sum + product(y, gap) - share * product(p, gap) - tsallisTerm(y, alpha) / alpha
    }
    return sum - (1 - targets.reduce(0, +)) / (alpha * (alpha - 1))
  }

  /// `Σ ((p − y)(z − τ/(α − 1)) + (y^α − p^α)/(α(α − 1)))`, no term of which is negative.
  ///
  /// With the base `x = (α − 1)z − τ` a term is `(px − yx + y(y^{α−1} − x)/(α − 1))/α`, in which
  /// the powers of `p` have cancelled. The radius is relative to the largest summand of a term.
  static func alphaReLULoss(_ targets: [Ball], _ z: [Ball], _ parameters: AlphaReLU) -> Ball {
    let (alpha, a) = (parameters.alpha, parameters.a)
    let terms = zip(targets, z).map { y, z in
      let x = parameters.base(z)
      if x.isNaN { return x }
      let p = alphaReLU(z, parameters)
      return product(p, x) + product(y, (y.power(a) - x) / a - x)
    }
    return terms.reduce(0, +) / alpha
  }

  /// `y(1 − y^{α−1})/(α − 1)`, zero for `y = 0`.
  private static func tsallisTerm(_ y: Ball, _ alpha: Ball) -> Ball {
    let isCertain = y.isZero || (y - 1).isZero
    return isCertain ? 0 : y * -powerLessOne(y, alpha - 1) / (alpha - 1)
  }

  /// `y^a − 1`, by the series of `e^x − 1` where `a log y` is small: `x(1 + x/2(1 + x/3(1 + …)))`.
  ///
  /// For `|x| < 2^-6` what follows `x^16/16!` in the series of `(e^x − 1)/x` is less than `2^-140`.
  private static func powerLessOne(_ y: Ball, _ a: Ball) -> Ball {
    guard y.isPositive else { return y.power(a) - 1 }
    let x = a * y.logarithm()
    guard x.magnitudeBound < 0x1p-6 else { return y.power(a) - 1 }
    var series: Ball = 1
    for k in stride(from: 16, through: 2, by: -1) { series = 1 + x / Ball(Double(k)) * series }
    return x * series.widened(by: 0x1p-140)
  }
}
