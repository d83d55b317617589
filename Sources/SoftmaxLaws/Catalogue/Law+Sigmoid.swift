import Arithmetic
import SoftmaxFamily

/// Chapter 1E, first part: the logistic sigmoid and the logit.
extension Law {
  /// The sigmoid is within its error theorem, T5, of the certified value.
  public static let sigmoidOracle = accuracy(
    "sigmoid-oracle", "σ(x) = 1/(1 + e^{−x})", source: "Bishop 4.59; T5",
    of: .sigmoid, forAll: .numbers.upTo(70))

  /// The sigmoid of zero is one half, exactly.
  public static let sigmoidZero = Law(
    "sigmoid-zero", "σ(0) = σ(−0) = ½", source: "definition", exactness: .exact,
    of: .sigmoid,
    forAll: .zeros
  ) { sigmoid, x in
    .all(
      .equal(try sigmoid.returned(x), x.map { _ in 0.5 }),
      .equal(try sigmoid.returned(-x), x.map { _ in 0.5 }))
  }

  /// The sigmoid is between zero and one, exactly.
  public static let sigmoidRange = Law(
    "sigmoid-range", "0 ≤ σ(x) ≤ 1", source: "monotone rounding", exactness: .exact,
    of: .sigmoid,
    forAll: .numbers
  ) { sigmoid, x in
    let y = try sigmoid.returned(x)
    return .all(.atMost(0, y), .atMost(y, 1))
  }

  /// The sigmoid is symmetric about one half.
  public static let sigmoidReflection = Law(
    "sigmoid-reflection", "σ(−x) = 1 − σ(x)", source: "Bishop 4.60",
    of: .sigmoid,
    forAll: .numbers
  ) { sigmoid, x in
    .equal(try sigmoid(-x), 1 - (try sigmoid(x)))
  }

  /// The sigmoid is increasing: to the last bit in one branch, if exp is.
  public static let sigmoidMonotone = Law(
    "sigmoid-monotone", "x ≤ x + |y| ⇒ σ(x) ≤ σ(x + |y|)", source: "σ′ > 0",
    exactness: .theorem,
    of: .sigmoid,
    forAll: .pairedNumbers, .sameGrid
  ) { sigmoid, x, y in
    let (lower, upper) = (try sigmoid.answer([x]), try sigmoid.answer([x + y.magnitudes]))
    let slacks = upper.returned.elements.map { value in
      sigmoid.sharper { $0.sigmoidOrderSlack(of: value.magnitudeBound) }
    }
    guard let slacks = slacks as? [Double] else {
      return .atMost(lower.enclosure, upper.enclosure)
    }
    let raised = zip(upper.returned.elements, slacks).map { $0.widened(by: $1) }
    return .atMost(lower.returned, Tensor(raised))
  }

  /// The sigmoid of a sum follows from the sigmoids of the terms.
  public static let sigmoidAddition = Law(
    "sigmoid-addition", "σ(x + y) = σ(x)σ(y) / (σ(x)σ(y) + σ(−x)σ(−y))",
    source: "e^{x+y} = e^x e^y",
    of: .sigmoid,
    forAll: .pairedNumbers, .sameGrid
  ) { sigmoid, x, y in
    let both = try sigmoid(x) * sigmoid(y)
    let neither = try sigmoid(-x) * sigmoid(-y)
    return .equal(try sigmoid(x + y), both / (both + neither))
  }

  /// The odds of the sigmoid are the exponential.
  public static let sigmoidOdds = Law(
    "sigmoid-odds", "σ(x) / σ(−x) = e^x", source: "Bishop 4.61",
    of: .sigmoid,
    forAll: .tameLogits
  ) { sigmoid, x in
    .equal(try sigmoid(x) / sigmoid(-x), x.exp)
  }

  /// The lower tail of the sigmoid is exponential.
  public static let sigmoidTail = Law(
    "sigmoid-tail", "e^{−|x|}(1 − e^{−|x|}) ≤ σ(−|x|) ≤ e^{−|x|}", source: "1 − t ≤ 1/(1 + t) ≤ 1",
    of: .sigmoid,
    forAll: .numbers
  ) { sigmoid, x in
    let tail = -x.magnitudes
    let y = try sigmoid(tail)
    return .all(.atMost(tail.exp * (1 - tail.exp), y), .atMost(y, tail.exp))
  }

  /// The derivative of the sigmoid is within its error theorem of the certified value.
  public static let sigmoidDerivative = accuracy(
    "sigmoid-derivative", "σ′(x) = σ(x)(1 − σ(x))", source: "Bishop 4.88; T5",
    of: .sigmoidDerivative, forAll: .numbers.upTo(70))

  /// The sigmoid solves the logistic differential equation.
  public static let sigmoidOde = Law(
    "sigmoid-ode", "σ′(x) = σ(x)σ(−x) ≤ ¼", source: "Bishop 4.88",
    of: .sigmoidDerivative, .sigmoid,
    forAll: .numbers
  ) { derivative, sigmoid, x in
    let slope = try derivative(x)
    return .all(
      .equal(slope, try sigmoid(x) * sigmoid(-x)), .atMost(slope, 0.25))
  }

  /// The logit is within its error theorem of the certified value.
  public static let logitOracle = accuracy(
    "logit-oracle", "logit(p) = log p − log(1 − p)", source: "Bishop 4.61",
    of: .logit, forAll: .unitNumbers.upTo(70))

  /// The logit is the inverse of the sigmoid.
  public static let logitInverse = Law(
    "logit-inverse", "σ(logit(p)) = p", source: "Bishop 4.61",
    of: .logit, .sigmoid,
    forAll: .probabilities
  ) { logit, sigmoid, p in
    .equal(try sigmoid(logit(p)), p)
  }

  /// The logit is odd about one half.
  public static let logitReflection = Law(
    "logit-reflection", "logit(1 − p) = −logit(p)", source: "definition",
    of: .logit,
    forAll: .probabilities
  ) { logit, p in
    .equal(try logit(1 - p), -(try logit(p)))
  }
}
