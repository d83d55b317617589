import Arithmetic
import SoftmaxFamily

/// Chapter 1C, third part: derivatives of log-sum-exp, its scales, and where it is hard to compute.
extension Law {
  /// The product of the Hessian of log-sum-exp and a vector is the Jacobian-vector product of softmax.
  public static let lseHvp = Law(
    "lse-hvp", "∇² logSumExp(x) v = softmaxJacobianVectorProduct(x, v)", source: "definition",
    of: .softmaxJacobian, .softmaxJacobianVectorProduct,
    forAll: .fewLogits, .cotangent
  ) { softmaxJacobian, product, x, v in
    .equal(try softmaxJacobian(x, 1).applied(to: v), try product(x, v))
  }

  /// Along a line, log-sum-exp has the cumulants of the direction for its derivatives.
  ///
  /// The Taylor polynomial of the third order has the mean, the variance and the third central moment
  /// of `d` under `g`; what is left is at most `osc(d)⁴/192`, as the fourth cumulant of numbers
  /// with a spread of `o` is between `−o⁴/8` and `o⁴/12`.
  public static let lseThirdDerivativeTaylor = Law(
    "lse-third-derivative-taylor",
    "|logSumExp(x + d) − logSumExp(x) − κ_1 − κ_2/2 − κ_3/6| ≤ osc(d)⁴/192, κ the cumulants of d",
    source: "cumulant generating function",
    of: .logSumExp, .softmax,
    forAll: .pairedTameLogits, .sameGrid.named("d")
  ) { logSumExp, softmax, x, d in
    let g = try softmax(x)
    let mean = g.dot(d)
    let centred = d - mean
    let square = centred * centred
    let polynomial = mean + g.dot(square) * 0.5 + g.dot(square * centred) / 6
    let remainder = try logSumExp(x + d) - logSumExp(x) - polynomial
    let spread = d.oscillation * d.oscillation
    return .atMost(remainder.magnitudes, spread * spread / 192)
  }

  /// Log-sum-exp with a scale is a smooth maximum, the closer the greater the scale.
  public static let lseLambdaFamily = Law(
    "lse-lambda-family",
    "max x ≤ logSumExp(2λx)/2λ ≤ logSumExp(λx)/λ ≤ max x + log(n)/λ",
    source: "Bishop p. 198",
    of: .logSumExp,
    forAll: .logitsToScale, .exactScale
  ) { logSumExp, x, scale in
    let once = try logSumExp(x * scale) / scale
    let twice = try logSumExp(x * scale * 2) / (2 * scale)
    return .all(
      .atMost(x.max, twice), .atMost(twice, once),
      .atMost(once, x.max + Tensor(Double(x.count)).log / scale))
  }

  /// Where one entry dominates, what log-sum-exp exceeds it by is the sum of the odds of the others.
  ///
  /// A plain logarithm loses them in the sum, and the law says nothing then; log1p does not.
  public static let lseLog1pTail = Law(
    "lse-log1p-tail", "t − t²/2 ≤ logSumExp(0, −Δ) ≤ t = Σ e^{−Δ_i}",
    source: "Blanchard–Higham–Higham 4.2; T3b",
    of: .logSumExp,
    forAll: .dominatedByZero
  ) { logSumExp, x in
    let t = x.dropFirst.exp.sum
    let y = try logSumExp(x)
    return .all(.atMost(t - t * t * 0.5, y), .atMost(y, t))
  }

  /// Where log-sum-exp passes through zero it is accurate absolutely, and no more can be asked.
  ///
  /// Equal entries `−log n` make it zero; rounded, they leave `n` times the rounding error.
  public static let lseNearZero = Law(
    "lse-near-zero", "|logSumExp(−log n, …, −log n)| ≤ the rounding of log n and T3",
    source: "the condition number ‖x‖/|y|; T3",
    of: .logSumExp,
    forAll: .zeros
  ) { logSumExp, x in
    let level = -Tensor(Double(x.count)).log.scalar
    return .equal(try logSumExp(.repeating(level, count: x.count)), 0, beside: Tensor(1))
  }
}
