package import Arithmetic

/// An operation of the sparse maps, as a map and what is wanted of it.
package struct SparseForm: Sendable, Equatable {
  /// The map.
  package enum Map: Sendable {
    case sparsemax, entmax15, entmax, alphaReLU
  }

  /// What is wanted of the map.
  package enum Part: Sendable {
    case value, vectorJacobianProduct, loss, lossGradient
  }

  package let map: Map
  package let part: Part
}

extension Operation {
  /// The form of an operation of the sparse maps; `nil` for others.
  package var sparseForm: SparseForm? {
    switch self {
    case .sparsemax: SparseForm(map: .sparsemax, part: .value)
    case .entmax15: SparseForm(map: .entmax15, part: .value)
    case .entmax: SparseForm(map: .entmax, part: .value)
    case .alphaReLU: SparseForm(map: .alphaReLU, part: .value)
    case .sparsemaxVectorJacobianProduct:
      SparseForm(map: .sparsemax, part: .vectorJacobianProduct)
    case .entmax15VectorJacobianProduct: SparseForm(map: .entmax15, part: .vectorJacobianProduct)
    case .entmaxVectorJacobianProduct: SparseForm(map: .entmax, part: .vectorJacobianProduct)
    case .alphaReLUVectorJacobianProduct:
      SparseForm(map: .alphaReLU, part: .vectorJacobianProduct)
    case .sparsemaxLoss: SparseForm(map: .sparsemax, part: .loss)
    case .entmax15Loss: SparseForm(map: .entmax15, part: .loss)
    case .entmaxLoss: SparseForm(map: .entmax, part: .loss)
    case .alphaReLULoss: SparseForm(map: .alphaReLU, part: .loss)
    case .sparsemaxLossGradient: SparseForm(map: .sparsemax, part: .lossGradient)
    case .entmax15LossGradient: SparseForm(map: .entmax15, part: .lossGradient)
    case .entmaxLossGradient: SparseForm(map: .entmax, part: .lossGradient)
    case .alphaReLULossGradient: SparseForm(map: .alphaReLU, part: .lossGradient)
    default: nil
    }
  }

  /// What an operation of the sparse maps computes, in the notation of the literature.
  var sparseFormula: String {
    guard let form = sparseForm else { return "" }
    let map =
      switch form.map {
      case .sparsemax: "argmin_{p ∈ Δ} ‖p − z‖²"
      case .entmax15: "argmax_{p ∈ Δ} ⟨p, z⟩ + H_{3/2}(p)"
      case .entmax: "argmax_{p ∈ Δ} ⟨p, z⟩ + H_α(p)"
      case .alphaReLU: "[(α − 1)z − τ]₊^{1/(α−1)}"
      }
    let power =
      switch form.map {
      case .sparsemax: "[p > 0]"
      case .entmax15: "√p"
      case .entmax, .alphaReLU: "p^{2−α} on the support"
      }
    switch form.part {
    case .value: return map
    case .vectorJacobianProduct:
      let rest = form.map == .alphaReLU ? "s ⊙ v" : "s ⊙ (v − ⟨s, v⟩/Σs)"
      return "\(rest), s = \(power)"
    case .loss:
      let score = form.map == .alphaReLU ? "z − τ/(α − 1)" : "z"
      return "⟨p − t, \(score)⟩ + H(p) − H(t), p = \(map)"
    case .lossGradient: return "p − t, p = \(map)"
    }
  }
}

/// The arguments of an operation of the sparse maps, whatever their order.
package struct SparseArguments: Sendable {
  /// The scores.
  package let z: Tensor
  /// The vector to multiply with, or the targets; empty for the map itself.
  package let companion: Tensor
  /// `α`: 2 for sparsemax, 3/2 for 1.5-entmax.
  package let alpha: Ball
  /// `τ`, zero where there is none.
  package let tau: Ball

  /// Takes the arguments of a call apart.
  package init(_ form: SparseForm, _ arguments: [Tensor]) {
    let isLoss = form.part == .loss || form.part == .lossGradient
    z = arguments[isLoss ? 1 : 0]
    switch form.part {
    case .value: companion = Tensor([] as [Ball])
    case .vectorJacobianProduct: companion = arguments[arguments.count - 1]
    case .loss, .lossGradient: companion = arguments[0]
    }
    let first = isLoss ? 2 : 1
    switch form.map {
    case .sparsemax: (alpha, tau) = (2, 0)
    case .entmax15: (alpha, tau) = (1.5, 0)
    case .entmax: (alpha, tau) = (arguments[first].scalar, 0)
    case .alphaReLU: (alpha, tau) = (arguments[first].scalar, arguments[first + 1].scalar)
    }
  }
}
