import Arithmetic
import SoftmaxFamily

/// Chapter 1G, fifth part: labels that do not exclude each other.
extension Law {
  /// Independent labels are one softmax over all their combinations.
  ///
  /// The score of a combination is the sum of the logits of the labels it has; its probability is the
  /// product of the labels' own, so that a loss over combinations is the sum of the binary ones.
  public static let multilabelProductSoftmax = Law(
    "multilabel-product-softmax",
    "softmax over the sets C of labels, by Σ_{k∈C} z_k, is Π_{k∈C} σ(z_k) Π_{k∉C} σ(−z_k)",
    source: "product of Bernoulli likelihoods",
    of: .softmax, .sigmoid,
    forAll: .threeGridLogits.named("z")
  ) { softmax, sigmoid, z in
    let (present, absent) = (try sigmoid(z), try sigmoid(-z))
    let sets = 0..<(1 << z.count)
    func isIn(_ set: Int, _ label: Int) -> Bool { set & 1 << label != 0 }
    let scores = sets.map { set in
      z.elements.indices.reduce(Ball(0)) { isIn(set, $1) ? $0 + z[$1] : $0 }
    }
    let products = sets.map { set in
      z.elements.indices.reduce(Ball(1)) { $0 * (isIn(set, $1) ? present[$1] : absent[$1]) }
    }
    return .equal(try softmax(Tensor(scores)), Tensor(products))
  }

  /// The loss over combinations is the sum of the binary losses.
  public static let multilabelProductSoftmaxLoss = Law(
    "multilabel-product-softmax-loss",
    "−logSoftmax over the sets of labels, at the set of those with t_k = 1, is BCE(t, z)",
    source: "product of Bernoulli likelihoods",
    of: .logSoftmax, .binaryCrossEntropyWithLogits,
    forAll: .threeGridLogits.named("z"), .hardTargets
  ) { logSoftmax, loss, z, t in
    let scores = (0..<(1 << z.count)).map { set in
      z.elements.indices.reduce(Ball(0)) { set & 1 << $1 != 0 ? $0 + z[$1] : $0 }
    }
    let chosen = t.elements.indices.reduce(0) { t[$1].isZero ? $0 : $0 | 1 << $1 }
    return .equal(Tensor(-(try logSoftmax(Tensor(scores)))[chosen]), try loss(t, z))
  }

  /// Probabilities of labels that do not exclude each other need not sum to one: they do so for
  /// opposite logits only, which is what softmax of two classes amounts to.
  public static let multilabelNotExclusive = Law(
    "multilabel-not-exclusive", "σ(a) + σ(b) − 1 = (e^{a+b} − 1)/((1 + e^a)(1 + e^b))",
    source: "definition",
    of: .sigmoid,
    forAll: .twoSmallNumbers
  ) { sigmoid, x in
    let exponentials = x.exp
    let (a, b) = (exponentials[0], exponentials[1])
    let excess = Tensor((a * b - 1) / ((1 + a) * (1 + b)))
    return .equal((try sigmoid(x)).sum - 1, excess, beside: Tensor(1))
  }
}
