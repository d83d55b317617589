import Arithmetic
import SoftmaxFamily

/// Chapter 1A, fourth part: what softmax becomes as the scale goes to its limits.
extension Law {
  /// A great scale leaves the uniform distribution over the greatest entries.
  ///
  /// With `k` of them and a gap `γ` to the next, the others have `r = (n − k)e^{−λγ}` at most, and
  /// `k` is as much as the greatest have together. Equality if all the others are tied.
  public static let softmaxTieLimit = Law(
    "softmax-tie-limit", "‖softmax_λ(x) − uniform(argmax x)‖_1 ≤ 2r/(k + r), r = (n − k)e^{−λγ}",
    source: "Bishop p. 198, the smoothed maximum",
    of: .scaledSoftmax,
    forAll: .logits, .scale
  ) { scaledSoftmax, x, scale in
    let greatest = x.indicesOfGreatest
    let ties = Ball(Double(greatest.count))
    let limit = Tensor(
      x.elements.indices.map { greatest.contains($0) ? 1 / ties : 0 })
    let others = x.selecting(x.elements.indices.filter { !greatest.contains($0) })
    let gap = x.max - others.max
    let rest = others.count == 0 ? 0 : Tensor(Double(others.count)) * (-scale * gap).exp
    return .atMost(
      (try scaledSoftmax(x, scale) - limit).sumNorm, 2 * rest / (Tensor(ties) + rest))
  }

  /// A greater scale gives a distribution that majorises that of a smaller one.
  public static let majorizationInLambda = Law(
    "majorization-in-lambda", "λ < 2λ ⇒ the k greatest of softmax_2λ(x) sum to more, for every k",
    source: "Marshall–Olkin–Arnold 5.B",
    of: .scaledSoftmax,
    forAll: .logits, .scale
  ) { scaledSoftmax, x, scale in
    let order = x.descendingOrder
    let flatter = try scaledSoftmax(x, scale).selecting(order)
    let steeper = try scaledSoftmax(x, 2 * scale).selecting(order)
    return .atMost(flatter.partialSums, steeper.partialSums)
  }

  /// Softmax of the negated logits, softmin, is inversely proportional to softmax.
  public static let softmin = Law(
    "softmin", "softmax(x)_i softmax(−x)_i is the same for every i", source: "e^x e^{−x} = 1",
    of: .softmax,
    forAll: .tameLogits
  ) { softmax, x in
    let products = try softmax(x) * softmax(-x)
    return .equal(products, Tensor(products[0]))
  }

  /// The shortfall of the smooth maximum is as great as it can be where all others are tied.
  ///
  /// With the others at a distance `d`, `λ = 1`, it is `f(d) = (n − 1)d e^{−d}/(1 + (n − 1)e^{−d})`, greatest
  /// at `d = 1 + W`, where it is `W`. As `f″ = −2G(1 − G) + dG(1 − G)(1 − 2G)` for the share `G` of the
  /// others, `|f″| ≤ ½ + d/10 ≤ 2` for `d ≤ 15`, and `f(d) ≥ W − (d − 1 − W)²`.
  public static let smoothmaxGapAttained = Law(
    "smoothmax-gap-attained", "W − (d − 1 − W)² ≤ max x − ⟨softmax(x), x⟩ for x = (0, −d, …, −d)",
    source: "λ(max x − ⟨g, x⟩) ≤ W(λ), sharp",
    of: .softmax,
    forAll: .worstMeanGap
  ) { softmax, x in
    let greatest = Tensor(Ball.greatestMeanGap(of: x.count))
    let off = -Tensor(x[1]) - 1 - greatest
    return .atMost(greatest - off * off, (try softmax(x)).dot(x.max - x))
  }
}

extension Ball {
  /// The greatest mean gap `W = W₀((n − 1)/e)` of a row of `n` logits, the root of `w e^{w+1} = n − 1`.
  ///
  /// Newton's method in balls. The left side is convex with a derivative of at least `e`, so that a
  /// midpoint is within its residue of the root.
  static func greatestMeanGap(of count: Int) -> Ball {
    let target = Ball(Double(count - 1))
    guard count > 1 else { return 0 }
    var w = (1 + target).logarithm().midpoint
    for _ in 0..<8 {
      let power = (w + 1).exponential()
      w = (w - (w * power - target) / ((1 + w) * power)).midpoint
    }
    return w.widened(by: w * (w + 1).exponential() - target)
  }
}
