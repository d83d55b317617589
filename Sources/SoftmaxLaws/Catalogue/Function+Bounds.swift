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

  /// How much two exponentials in order may be out of order.
  func orderSlack(of value: Double) -> Double { bound { $0.orderSlack(of: value) } }

  /// The least positive answer that a normal number may come back as.
  var leastPositive: Double { contract?.format.leastSubnormal ?? 0 }

  /// The numbers as the implementation's format rounds them, once.
  func rounded(_ tensor: Tensor) -> Tensor {
    guard let format = contract?.format else { return tensor }
    return tensor.map { Ball(format.rounded($0)) }
  }
}
