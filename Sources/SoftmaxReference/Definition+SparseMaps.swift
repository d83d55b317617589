import Arithmetic
import SoftmaxFamily

/// The sparse maps by their definitions.
extension Definition {
  /// The sparse maps, their products with vectors, losses and gradients; `nil` for other operations.
  static func sparse(
    _ operation: Operation, _ arguments: [Tensor], _ bits: Int
  ) -> [WideBall]? {
    guard let form = operation.sparseForm else { return nil }
    let given = SparseArguments(form, arguments)
    let z = given.z.elements
    guard let powers = SparsePowers(alpha: given.alpha, bits) else {
      return Array(repeating: .unknown, count: form.part == .loss ? 1 : z.count)
    }
    let companion = wide(given.companion.elements, bits)
    if form.map == .alphaReLU {
      let tau = WideBall(enclosing: given.tau, precision: bits)
      return alphaReLU(form.part, z, powers, tau, companion)
    }
    let row = SparseDefinition(z, powers, bits)
    switch form.part {
    case .value: return row.probabilities
    case .lossGradient: return zip(row.probabilities, companion).map { $0 - $1 }
    case .vectorJacobianProduct: return row.vectorProduct(companion)
    case .loss: return [row.loss(to: companion)]
    }
  }

  /// Whether a derivative jumps at the arguments: an entry is exactly at the threshold, and `α ≥ 2`.
  static func jumps(_ operation: Operation, _ arguments: [Tensor], _ bits: Int) -> Bool {
    guard let form = operation.sparseForm, form.part == .vectorJacobianProduct else { return false }
    let given = SparseArguments(form, arguments)
    guard let powers = SparsePowers(alpha: given.alpha, bits), !(1 - powers.a).isPositive else {
      return false
    }
    if form.map == .alphaReLU {
      let tau = WideBall(enclosing: given.tau, precision: bits)
      return given.z.elements.contains { !isNothing($0) && base($0, powers.a, tau, bits).isZero }
    }
    return SparseDefinition(given.z.elements, powers, bits).isAtThreshold
  }

  // MARK: - α-ReLU

  /// With the base `b = (α − 1)z − τ` and `p = b_+^{1/(α−1)}`; for the loss `p^α = p b`, over one denominator.
  private static func alphaReLU(
    _ part: SparseForm.Part, _ z: [Ball], _ powers: SparsePowers, _ tau: WideBall,
    _ companion: [WideBall]
  ) -> [WideBall] {
    let bases = z.map { isNothing($0) ? nil : base($0, powers.a, tau, powers.bits) }
    let p = bases.map { $0.map { powers.probability(positivePart($0)) } ?? 0 }
    switch part {
    case .value: return p
    case .lossGradient: return zip(p, companion).map { $0 - $1 }
    case .vectorJacobianProduct:
      return zip(bases, companion).map { base, v in
        let part = base.map(positivePart) ?? 0
        return part.isZero ? 0 : product(powers.slope(part), v)
      }
    case .loss:
      let terms = zip(bases, zip(p, companion)).map { base, pair in
        let (p, y) = pair
        return powers.alpha * product(p - y, base ?? .unknown) + powers.entropyTerm(y)
          - product(p, base ?? 0)
      }
      return [sum(terms) / (powers.alpha * powers.a)]
    }
  }

  /// `(α − 1)z − τ`.
  private static func base(_ z: Ball, _ a: WideBall, _ tau: WideBall, _ bits: Int) -> WideBall {
    a * WideBall(enclosing: z, precision: bits) - tau
  }

  private static func positivePart(_ base: WideBall) -> WideBall {
    base.isPositive ? base : base.isZero || (-base).isPositive ? 0 : .unknown
  }
}
