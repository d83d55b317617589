import Arithmetic
import SoftmaxFamily

/// Chapter 1B, third part: softmax as an operator between normed spaces.
extension Law {
  /// Softmax is Lipschitz with constant `½` in the sum norm, the Euclidean and the maximum norm.
  public static let softmaxLipschitzP = Law(
    "softmax-lipschitz-p", "‖g(x) − g(y)‖_p ≤ ‖x − y‖_p/2 for p = 1, 2, ∞", source: "Nair 2025",
    of: .softmax,
    forAll: .pairedLogits, .sameGrid
  ) { softmax, x, y in
    let moved = (try softmax(x) - softmax(y)).magnitudes
    let distance = (x - y).magnitudes
    return .all(
      .atMost(moved.sum, distance.sum * 0.5), .atMost(moved.max, distance.max * 0.5),
      .atMost(moved.squaredNorm, distance.squaredNorm * 0.25))
  }

  /// Softmax moves by at most the greatest change of a logit, in the sum norm.
  public static let softmaxLipschitzInf1 = Law(
    "softmax-lipschitz-inf-1", "‖g(x) − g(y)‖_1 ≤ ‖x − y‖_∞", source: "‖J‖_{∞→1} ≤ 1",
    of: .softmax,
    forAll: .pairedLogits, .sameGrid
  ) { softmax, x, y in
    .atMost((try softmax(x) - softmax(y)).magnitudes.sum, (x - y).magnitudes.max)
  }

  /// The total variation between two distributions is bounded by the spread of the change.
  public static let softmaxTvTanh = Law(
    "softmax-tv-tanh", "½‖g(x) − g(y)‖_1 ≤ tanh(osc(x − y)/4)",
    source: "Birkhoff's contraction; sharp for two classes",
    of: .softmax,
    forAll: .pairedLogits, .sameGrid
  ) { softmax, x, y in
    let change = x - y
    let t = (-change.oscillation * 0.5).exp
    return .atMost(
      (try softmax(x) - softmax(y)).magnitudes.sum * 0.5, (1 - t) / (1 + t))
  }

  /// Softmax is a monotone operator.
  public static let softmaxMonotoneOperator = Law(
    "softmax-monotone-operator", "⟨g(x) − g(y), x − y⟩ ≥ 0", source: "Gao–Pavel",
    of: .softmax,
    forAll: .pairedLogits, .sameGrid
  ) { softmax, x, y in
    .atMost(0, (try softmax(x) - softmax(y)).dot(x - y))
  }

  /// Softmax is cocoercive with constant two, being the gradient of a ½-smooth function.
  public static let softmaxCocoercive = Law(
    "softmax-cocoercive", "2‖g(x) − g(y)‖² ≤ ⟨g(x) − g(y), x − y⟩",
    source: "Gao–Pavel with Nair 2025",
    of: .softmax,
    forAll: .pairedLogits, .sameGrid
  ) { softmax, x, y in
    let moved = try softmax(x) - softmax(y)
    return .atMost(2 * moved.dot(moved), moved.dot(x - y))
  }
}
