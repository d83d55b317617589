import Arithmetic

/// All encodings of a format of at most 32 bits, cut into blocks.
///
/// Every value of such a format is a `Float`. In a block all encodings have one sign, and follow each other from small
/// magnitudes to large ones, to infinity and NaN.
public struct SweepInputs: Sendable {
  /// The format.
  public let format: Format

  /// Creates the inputs of a format.
  ///
  /// - Precondition: the format is not binary64, whose inputs nobody can try.
  public init(_ format: Format) {
    precondition(format != .binary64, "only narrow formats can be swept")
    self.format = format
  }

  /// The number of encodings.
  public var count: Int { 1 << format.bitWidth }
  /// The number of encodings in a block.
  public var blockSize: Int { format == .binary32 ? 1 << 20 : 1 << 12 }
  /// The number of blocks.
  public var blocks: Int { count / blockSize }

  /// The encoding of the sign alone.
  var signBit: UInt64 { 1 << UInt64(format.bitWidth - 1) }
  /// The encoding of infinity.
  var infinity: UInt64 { format.bits(of: .infinity) }

  /// The place of an encoding among all by magnitude, positive before negative.
  func order(_ bits: UInt64) -> UInt64 {
    (bits & (signBit - 1)) << 1 | (bits & signBit == 0 ? 0 : 1)
  }

  /// Writes the values of consecutive encodings, not beyond NaN of one sign.
  func write(from bits: UInt64, _ values: UnsafeMutableBufferPointer<Float>) {
    switch format {
    case .binary32, .binary64:
      let first = UInt32(truncatingIfNeeded: bits)
      for index in values.indices {
        values[index] = Float(bitPattern: first &+ UInt32(truncatingIfNeeded: index))
      }
    case .bfloat16:
      for index in values.indices {
        values[index] = Float(
          bitPattern: (UInt32(truncatingIfNeeded: bits) &+ UInt32(index)) << 16)
      }
    case .binary16:
      for index in values.indices { values[index] = Self.half(bits &+ UInt64(index)) }
    }
  }

  /// The value of an encoding of binary16; its exponent is moved to that of binary32 by a product.
  private static func half(_ bits: UInt64) -> Float {
    let magnitude = UInt32(bits & 0x7fff)
    let sign = UInt32(bits & 0x8000) << 16
    guard magnitude < 0x7c00 else {
      return Float(bitPattern: sign | 0x7f80_0000 | (magnitude & 0x3ff) << 13)
    }
    return Float(bitPattern: sign | (Float(bitPattern: magnitude << 13) * 0x1p112).bitPattern)
  }
}
