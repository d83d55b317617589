import Arithmetic
import SoftmaxFamily

/// What laws that hold to the last bit need to know of a contract; the reference needs nothing.
extension Function {
  /// Whether adding one number to all entries cannot change a bit of the answer.
  var cancelsShifts: Bool { contract?.cancelsShifts ?? false }

  /// Whether the other rows of a call cannot change a bit of a row's answer.
  var isBatchInvariant: Bool { contract?.claims.batchInvariant ?? false }

  /// Whether the same call gives the same bits.
  var isDeterministic: Bool { contract?.claims.deterministic ?? true }

  /// Whether a power of two inside cannot change a bit either: it must not be flushed to zero.
  var scalesExactly: Bool { cancelsShifts && contract?.claims.subnormals == .gradual }

  /// Whether exponentials are not shifted, so that what is monotone on paper is not to the last bit.
  var isUnshifted: Bool { contract?.claims.algorithm == .unshifted }

  /// How much two exponentials in order may be out of order.
  func orderSlack(of value: Double) -> Double { bound { $0.orderSlack(of: value) } }

  /// A theorem that the claims make sharper than the enclosures, or `nil`.
  func sharper<Bound>(_ theorem: (Contract) -> Bound?) -> Bound? { contract.flatMap(theorem) }

  /// The least positive answer that a normal number may come back as.
  var leastPositive: Double { contract?.format.leastSubnormal ?? 0 }

  /// The numbers as the implementation's format rounds them, once.
  func rounded(_ tensor: Tensor) -> Tensor {
    guard let format = contract?.format else { return tensor }
    return tensor.map { Ball(format.rounded($0)) }
  }

  /// Whether sparsemax and 1.5-entmax see the differences to the maximum alone, in order.
  var sortsSparseMaps: Bool { contract?.claims.sparseMap == .sort }

  /// Whether sums of sixteen multiples of a power of two, as the domains have them, are exact.
  var sortsExactly: Bool { sortsSparseMaps && (contract?.working.precision ?? 0) >= 11 }

  /// What was returned, or the enclosure of it where exponentials are not shifted.
  func returnedUnlessUnshifted(_ arguments: Tensor...) throws(CallFailure) -> Tensor {
    let answer = try answer(arguments)
    return isUnshifted ? answer.enclosure : answer.returned
  }

  /// Says that the odds against the first entry are the given ones: by the theorem if there is one,
  /// in which the sum that all share cancels, or by the enclosures.
  func hasOdds(
    _ odds: Tensor, within errors: [Double]?, at arguments: Tensor...
  ) throws(CallFailure) -> Finding {
    let answer = try answer(arguments)
    guard let errors else {
      return .equal(answer.enclosure / Tensor(answer.enclosure[0]), odds)
    }
    let returned = answer.returned / Tensor(answer.returned[0])
    return .equal(returned, odds.widened(relatively: errors))
  }
}

extension Tensor {
  /// The positions of the entries of a vector from the greatest, the first of equals first.
  var descending: [Int] {
    elements.indices.sorted { (-self[$0].value, $0) < (-self[$1].value, $1) }
  }

  /// The vector without its last element.
  var dropLast: Tensor { Tensor(Array(elements.dropLast())) }

  /// The powers of the elements.
  func power(_ exponent: Tensor) -> Tensor { map { $0.power(exponent.scalar) } }

  /// The Tsallis entropy `(1 − Σp^α)/(α(α − 1))`.
  func tsallisEntropy(_ alpha: Tensor) -> Tensor {
    (1 - power(alpha).sum) / (alpha * (alpha - 1))
  }
}
