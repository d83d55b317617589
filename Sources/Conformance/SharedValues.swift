import Arithmetic
import SoftmaxFamily
import Synchronization

/// Certified values that several checks share.
///
/// Checks of one law in one format with the same seed draw the same cases, so that the reference has
/// to be evaluated once for all of them, not once for each implementation. Nothing is forgotten:
/// values are shared for one law in one format, and then let go.
public final class SharedValues: CertifiedValueMemory {
  /// The values under a digest of what they are of.
  private let values = Mutex<[UInt64: [CertifiedValue]]>([:])

  /// Creates an empty store.
  public init() {}

  func value(of operation: Operation, _ arguments: [Tensor]) -> Tensor? {
    let digest = Self.digest(arguments)
    return values.withLock { values in
      values[digest]?.first { $0.isOf(operation, arguments) }?.value
    }
  }

  func note(_ value: Tensor, of operation: Operation, _ arguments: [Tensor]) {
    let digest = Self.digest(arguments)
    let entry = CertifiedValue(operation: operation, arguments: arguments, value: value)
    values.withLock { $0[digest, default: []].append(entry) }
  }

  private static func digest(_ arguments: [Tensor]) -> UInt64 {
    var digest: UInt64 = 0
    for argument in arguments {
      argument.elements.withUnsafeBufferPointer { elements in
        for element in elements {
          mix(element.significand.high.bitPattern, into: &digest)
          mix(UInt64(bitPattern: Int64(element.exponent)), into: &digest)
        }
      }
    }
    return digest
  }

  private static func mix(_ word: UInt64, into digest: inout UInt64) {
    digest = (digest ^ word) &* 0x9E37_79B9_7F4A_7C15
    digest ^= digest >> 32
  }
}
