import Arithmetic
import SoftmaxFamily
import Synchronization

/// Where certified values are kept.
protocol CertifiedValueMemory: Sendable {
  /// The value of an operation at arguments of the same bits, if it is known.
  func value(of operation: Operation, _ arguments: [Tensor]) -> Tensor?
  /// Keeps a value.
  func note(_ value: Tensor, of operation: Operation, _ arguments: [Tensor])
}

/// A certified value, and of what it is.
struct CertifiedValue {
  let operation: Operation
  let arguments: [Tensor]
  let value: Tensor

  /// Whether it is of an operation at arguments of the same bits.
  func isOf(_ operation: Operation, _ arguments: [Tensor]) -> Bool {
    guard self.operation == operation, self.arguments.count == arguments.count else { return false }
    for index in arguments.indices where !self.arguments[index].isSame(as: arguments[index]) {
      return false
    }
    return true
  }
}

/// The latest certified values: laws ask for the same ones twice, as of an implementation and of the
/// reference, or of a row alone and beside others.
final class CertifiedMemory: CertifiedValueMemory {
  private struct State {
    var entries: [CertifiedValue] = []
    var oldest = 0
  }

  /// The number of values that are remembered.
  private static let capacity = 4

  private let state = Mutex(State())

  func value(of operation: Operation, _ arguments: [Tensor]) -> Tensor? {
    state.withLock { state in
      for entry in state.entries where entry.isOf(operation, arguments) { return entry.value }
      return nil
    }
  }

  func note(_ value: Tensor, of operation: Operation, _ arguments: [Tensor]) {
    let entry = CertifiedValue(operation: operation, arguments: arguments, value: value)
    state.withLock { state in
      guard state.entries.count == Self.capacity else { return state.entries.append(entry) }
      state.entries[state.oldest] = entry
      state.oldest = (state.oldest + 1) % Self.capacity
    }
  }
}

extension Tensor {
  /// Whether another tensor has the same bits.
  fileprivate func isSame(as other: Tensor) -> Bool {
    guard shape == other.shape else { return false }
    return elements.withUnsafeBufferPointer { mine in
      other.elements.withUnsafeBufferPointer { others in
        guard mine.count == others.count else { return false }
        if mine.baseAddress == others.baseAddress { return true }
        for index in mine.indices where !mine[index].hasBits(of: others[index]) { return false }
        return true
      }
    }
  }
}

extension Ball {
  /// Whether another ball has the same bits.
  fileprivate func hasBits(of other: Ball) -> Bool {
    significand.high.bitPattern == other.significand.high.bitPattern
      && significand.low.bitPattern == other.significand.low.bitPattern
      && exponent == other.exponent && radius.bitPattern == other.radius.bitPattern
  }
}
