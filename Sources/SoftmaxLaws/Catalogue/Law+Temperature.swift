import Arithmetic
import SoftmaxFamily

/// Chapter 1A, third part: softmax with a scale, the inverse temperature.
extension Law {
  /// Scaling inside is scaling the logits.
  public static let softmaxScale = Law(
    "softmax-scale", "softmax_λ(x) = softmax(λx)", source: "definition",
    of: .scaledSoftmax, .softmax,
    forAll: .logitsToScale, .exactScale
  ) { scaledSoftmax, softmax, x, scale in
    .equal(try scaledSoftmax(x, scale), try softmax(x * scale))
  }

  /// A scale is a power of the probabilities, normalised.
  public static let softmaxPowerTemperature = Law(
    "softmax-power-temperature", "softmax_λ(x) ∝ softmax(x)^λ", source: "e^{λx} = (e^x)^λ",
    of: .scaledSoftmax, .softmax,
    forAll: .tameLogits, .scale
  ) { scaledSoftmax, softmax, x, scale in
    let logarithm = try softmax(x).log * scale
    let power = (logarithm - Tensor(logarithm.max.scalar.midpoint)).exp
    return .equal(try scaledSoftmax(x, scale), power / power.sum)
  }

  /// Probabilities differ by at most half of what the scaled logits differ by.
  public static let softmaxCoordinateHalf = Law(
    "softmax-coordinate-half", "x_i ≥ x_j ⇒ 0 ≤ g_i − g_j ≤ λ(x_i − x_j)/2",
    source: "Martins–Astudillo Prop. 2",
    of: .scaledSoftmax,
    forAll: .logits, .scale
  ) { scaledSoftmax, x, scale in
    let p = try scaledSoftmax(x, scale)
    let top = x.indexOfGreatest
    let differences = Tensor(p[top]) - p
    return .all(
      .atMost(0, differences), .atMost(differences, (Tensor(x[top]) - x) * scale * 0.5))
  }

  /// A small scale makes the distribution uniform.
  public static let softmaxUniformLimit = Law(
    "softmax-uniform-limit", "|softmax_λ(x) − 1/n| ≤ λ(max x − min x)/4",
    source: "∂g/∂λ = g(x − ⟨g, x⟩)",
    of: .scaledSoftmax,
    forAll: .logits, .scale
  ) { scaledSoftmax, x, scale in
    let uniform = Tensor(1 / Ball(Double(x.count)))
    return .atMost(
      (try scaledSoftmax(x, scale) - uniform).magnitudes, scale * (x.max - x.min) * 0.25)
  }

  /// A greater scale favours the greatest entry and disfavours the least.
  public static let softmaxMaxMonotoneLambda = Law(
    "softmax-max-monotone-lambda", "λ < 2λ ⇒ g_argmax grows, g_argmin shrinks",
    source: "∂g/∂λ = g(x − ⟨g, x⟩)",
    of: .scaledSoftmax,
    forAll: .logits, .scale
  ) { scaledSoftmax, x, scale in
    let p = try scaledSoftmax(x, scale)
    let q = try scaledSoftmax(x, 2 * scale)
    let (greatest, least) = (x.indexOfGreatest, (-x).indexOfGreatest)
    return .all(
      .atMost(Tensor(p[greatest]), Tensor(q[greatest])),
      .atMost(Tensor(q[least]), Tensor(p[least])))
  }

  /// Softmax is a smooth maximum: its mean of the entries falls short by at most `W/λ`.
  ///
  /// The mean gap `f = Σ gΔ` is stationary where `g_i(1 − Δ_i + f) = 0`: all gaps but the greatest's are
  /// `1 + f`, and `f = W`, the root of `w e^{w+1} = n − 1`. It is less than `log n`.
  public static let smoothmaxGap = Law(
    "smoothmax-gap", "0 ≤ max x − ⟨softmax_λ(x), x⟩ ≤ W/λ, W e^{W+1} = n − 1",
    source: "Bishop p. 198",
    of: .scaledSoftmax,
    forAll: .logits, .scale
  ) { scaledSoftmax, x, scale in
    let gaps = x.max - x
    let gap = try scaledSoftmax(x, scale).dot(gaps)
    return .all(.atMost(0, gap), .atMost(gap, Tensor(Ball.greatestMeanGap(of: x.count)) / scale))
  }
}
