import Arithmetic
import SoftmaxFamily

/// Special values, fourth part: losses of certain predictions, gradients at masks.
extension Law {
  /// The limit of the loss at infinite logits; or NaN, as `∞ − ∞` and `0·∞` have it.
  ///
  /// Frameworks differ from case to case, so each case has its own convention.
  public static let bceInfiniteLogits = Law(
    "bce-infinite-logits",
    "BCE(1, +∞) = BCE(0, −∞) = 0, BCE(t, ±∞) = +∞ else; NaN unless the extended reals are claimed",
    "limits; convention", of: [.binaryCrossEntropyWithLogits], forAll: .oneTarget
  ) { functions, t in
    let loss = functions.subject(.binaryCrossEntropyWithLogits)
    let isExtended = loss.contract.map { $0.claims.extendedReals ?? false } ?? true
    let nan = Convention.answering { _ in Tensor(.nan) }
    var findings: [Finding] = [
      .finite(try loss.returned(Tensor([t.scalar]), Tensor([0] as [Double])))
    ]
    for target in [0, 1, t.scalar.value] {
      for z in [Double.infinity, -.infinity] {
        let isRight = target == (z > 0 ? 1 : 0)
        let limit = Convention.answering { _ in Tensor(isRight ? 0 : .infinity) }
        let call = (function: loss, arguments: [Tensor([target]), Tensor([z])])
        findings.append(try .follows(isExtended ? [limit] : [limit, nan], [call]))
      }
    }
    return .worst(findings)
  }

  /// A class that the target gives nothing counts for nothing, though its logit is −∞.
  ///
  /// NaN, `0·∞`, is accepted unless the extended real numbers are claimed.
  public static let cceMasked = Law(
    "cce-masked", "CCE(t, z) is that of the other classes where t_k = 0 and z_k = −∞",
    "0·∞ = 0; convention", of: [.categoricalCrossEntropyWithLogits],
    forAll: .oneHot, .moderateLogits
  ) { functions, t, z in
    let loss = functions.subject(.categoricalCrossEntropyWithLogits)
    let masked = try loss.answer([
      t.appending(0).asRow, z.appending(Tensor(-.infinity)).asRow,
    ])
    let isExtended = loss.contract.map { $0.claims.extendedReals ?? false } ?? true
    let others = try loss.returned(t.asRow, z.asRow)
    if !isExtended, masked.returned.scalar.isNaN {
      return .all(.identical(masked.returned, Tensor(.nan)), .finite(others))
    }
    let truth = try functions.certified(loss.operation)(t.asRow, z.asRow)
    return .all(.equal(masked.enclosure, truth), .finite(others))
  }

  /// A class that the target wants and the logits exclude costs infinitely much.
  public static let cceImpossible = Law(
    "cce-impossible", "CCE(t, z) = +∞ where t_k > 0 and z_k = −∞", source: "−log 0 = +∞",
    of: .categoricalCrossEntropyWithLogits,
    forAll: .oneHot, .moderateLogits
  ) { loss, t, z in
    let excluded = Tensor(zip(t.elements, z.elements).map { $0.isZero ? $1 : Ball(-.infinity) })
    // Every other class is wanted too, so that nothing in the sum is 0·∞.
    let targets = t.map { $0.isZero ? 0.5 : $0 }
    return .identical(try loss.returned(targets.asRow, excluded.asRow), Tensor(.infinity))
  }

  /// A certain prediction that is right costs nothing, one that is wrong infinitely much.
  ///
  /// Where logarithms are cut, as is claimed or shows, it costs what the least logarithm makes of it.
  public static let bceCertain = Law(
    "bce-certain", "BCE(t, t) = 0 and BCE(1 − t, t) = +∞ for t = 0, 1, or one cut of the logarithm",
    "limits; convention", of: [.binaryCrossEntropy], forAll: .oneHardTarget
  ) { functions, t in
    let loss = functions.subject(.binaryCrossEntropy)
    let (right, wrong) = (try loss.returned(t, t), try loss.returned(t, 1 - t))
    let mirrored = try loss.returned(1 - t, t)
    return cut(right, [wrong, mirrored], loss)
  }

  /// A class of probability zero costs infinitely much if it is wanted, and nothing if not.
  public static let cceProbCertain = Law(
    "cce-prob-certain", "CCE(e_k, e_k) = 0 and CCE(e_k, e_j) = +∞, or one cut of the logarithm",
    "limits; convention", of: [.categoricalCrossEntropy], forAll: .oneHot
  ) { functions, t in
    let loss = functions.subject(.categoricalCrossEntropy)
    let another = Tensor(Array(t.elements.dropFirst()) + [t[0]])
    let wrong = try loss.returned(t.asRow, another.asRow)
    let other = try loss.returned(Tensor([1.0, 0]).asRow, Tensor([0.0, 1]).asRow)
    return cut(try loss.returned(t.asRow, t.asRow), [wrong, other], loss)
  }

  /// Says that what is right costs nothing, and what is wrong as much as the least logarithm.
  ///
  /// A cut at `−c` may come from probabilities of at least `e^{−c}`, so that what is right costs as much
  /// as the complement of that. Without a claim all wrong ones must cost one amount, of four at least.
  private static func cut(_ right: Tensor, _ wrong: [Tensor], _ loss: Function) -> Finding {
    let claim = loss.contract?.claims.leastLogarithm
    let cost = claim.map { Ball(-$0) } ?? wrong[0].scalar
    guard cost.isReal else {
      return .all(
        .identical(right, 0), .worst(wrong.map { .identical($0, Tensor(.infinity)) }))
    }
    let u = Ball(loss.bound { 8 * $0.format.unitRoundoff })
    let expected = Tensor(cost.widened(by: cost * u))
    let remainder = 2 * (-cost).exponential()
    return .all(
      .atMost(4, Tensor(cost)), .worst(wrong.map { .identical($0, expected) }),
      .atMost(0, right), .atMost(right, Tensor(remainder.widened(by: u))))
  }

  /// A masked class has the gradient zero, not NaN, and the others that without it.
  public static let cceGradientMasked = Law(
    "cce-gradient-masked", "∂CCE/∂z_k = 0 where t_k = 0 and z_k = −∞; the rest is that of the rest",
    source: "g_k = 0",
    of: .categoricalCrossEntropyWithLogitsGradient,
    forAll: .masses, .moderateLogits
  ) { gradient, t, z in
    let answer = try gradient.answer([
      t.appending(0).asRow, z.appending(Tensor(-.infinity)).asRow,
    ])
    let others = Tensor(Array(answer.enclosure.elements.dropLast()))
    return .all(
      .identical(Tensor(answer.returned.elements.suffix(1)), 0),
      .equal(others, try gradient(t.asRow, z.asRow).flattened))
  }

  /// Rows and columns of masked logits are zero in the Jacobian, and the rest is finite.
  public static let jacobianMasked = Law(
    "jacobian-masked", "J_ij = 0 where x_i or x_j is −∞, and J is finite", source: "g = 0 there",
    of: .softmaxJacobian,
    forAll: .fewMaskedLogits, .moderateScale
  ) { jacobian, x, scale in
    let returned = try jacobian.returned(x, scale)
    let masked = x.elements.indices.filter { x[$0].isInfinite }
    return .all(
      .finite(returned),
      .worst(masked.map { .identical(returned.row($0), 0) }),
      .worst(masked.map { .identical(returned.column($0), 0) }))
  }

  /// The second derivatives by a masked logit are zero, and all of them finite.
  public static let hessianMasked = Law(
    "hessian-masked", "H_kij = 0 where x_k, x_i or x_j is −∞, and H is finite",
    source: "g = 0 there",
    of: .softmaxHessian,
    forAll: .fewMaskedLogits, .moderateScale
  ) { hessian, x, scale in
    let returned = try hessian.returned(x, scale)
    let n = x.count
    let expected = Tensor(matrices: n, rows: n, columns: n) { k, i, j in
      [k, i, j].contains { x[$0].isInfinite } ? 0 : returned[k, i, j]
    }
    return .all(.finite(returned), .identical(returned, expected))
  }

  /// A masked logit has no share in the gradient of log-sum-exp, and the others that of the rest.
  public static let lseGradientMasked = masked(
    "lse-gradient-masked", "∂logSumExp(z)/∂z_i = 0 where z_i = −∞; the rest is that of the rest",
    of: .logSumExpGradient)

  /// A cotangent that is NaN counts for nothing at a masked logit, or makes NaN of what it meets.
  ///
  /// `0·NaN` is NaN: in every entry by way of the mean, or in that entry alone.
  public static let vjpNaNMasked = Law(
    "vjp-nan-masked", "Jᵀ(v, NaN) at (x, −∞) is (Jᵀv, 0), (Jᵀv, NaN) or NaN", "convention",
    of: [.softmaxVectorJacobianProduct], forAll: .fewLogits, .cotangent
  ) { functions, x, v in
    let product = functions.subject(.softmaxVectorJacobianProduct)
    let masked = x.appending(Tensor(-.infinity))
    let number = Finding.finite(try product.returned(masked, v.appending(0)))
    guard let returned = try product.attempt([masked, v.appending(Tensor(.nan))]),
      !returned.elements.allSatisfy(\.isNaN)
    else { return number }
    let last = returned[x.count]
    // Both answers are within the bound of the truth, so within twice of each other.
    let expected = try product(x, v).map { $0.widened(by: $0.radiusBound) }
    return .all(
      number, .equal(Tensor(Array(returned.elements.dropLast())), expected),
      .identical(Tensor(last), last.isNaN ? Tensor(.nan) : 0))
  }

  /// A masked logit moves nothing and is not moved.
  public static let jvpMasked = Law(
    "jvp-masked", "(Jv)_i = 0 where x_i = −∞; the rest is that of the rest", source: "g_i = 0",
    of: .softmaxJacobianVectorProduct,
    forAll: .fewLogits, .cotangent, .padding
  ) { product, x, v, padding in
    let extra = padding.map { _ in 1 }
    let answer = try product.answer([padding.appending(x), extra.appending(v)])
    return .all(
      .identical(Tensor(Array(answer.returned.elements.prefix(padding.count))), 0),
      .equal(Tensor(Array(answer.enclosure.elements.suffix(x.count))), try product(x, v)))
  }
}
