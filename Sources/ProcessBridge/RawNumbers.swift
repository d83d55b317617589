import Arithmetic

/// Numbers of a narrow format as they lie in memory.
enum RawNumbers {
  /// Hands the bytes of numbers over, which are values of the format.
  static func withBytes<Result>(
    of numbers: UnsafeBufferPointer<Float>, in format: Format,
    _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    guard format != .binary32 else { return body(UnsafeRawBufferPointer(numbers)) }
    return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: numbers.count) { halves in
      for index in numbers.indices {
        let number = numbers[index]
        halves[index] = format == .bfloat16 ? upperHalf(number) : half(number)
      }
      return body(UnsafeRawBufferPointer(halves))
    }
  }

  /// Takes numbers from bytes that somebody writes to memory; returns what that says.
  static func read(
    _ numbers: UnsafeMutableBufferPointer<Float>, in format: Format,
    from body: (UnsafeMutableRawBufferPointer) -> Bool
  ) -> Bool {
    guard format != .binary32 else { return body(UnsafeMutableRawBufferPointer(numbers)) }
    return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: numbers.count) { halves in
      guard body(UnsafeMutableRawBufferPointer(halves)) else { return false }
      for index in numbers.indices {
        let bits = UInt32(halves[index])
        numbers[index] = format == .bfloat16 ? Float(bitPattern: bits << 16) : number(ofHalf: bits)
      }
      return true
    }
  }

  private static func upperHalf(_ number: Float) -> UInt16 {
    UInt16(truncatingIfNeeded: number.bitPattern >> 16)
  }

  /// The encoding of a value of binary16; its exponent is moved from that of binary32 by a product, which is exact.
  private static func half(_ number: Float) -> UInt16 {
    let sign = number.bitPattern >> 16 & 0x8000
    let magnitude = number.magnitude
    let bits =
      magnitude < .infinity
      ? (magnitude * 0x1p-112).bitPattern >> 13
      : 0x7c00 | magnitude.bitPattern >> 13 & 0x3ff
    return UInt16(truncatingIfNeeded: sign | bits)
  }

  private static func number(ofHalf bits: UInt32) -> Float {
    let sign = (bits & 0x8000) << 16
    let magnitude = bits & 0x7fff
    return magnitude < 0x7c00
      ? Float(bitPattern: sign | (Float(bitPattern: magnitude << 13) * 0x1p112).bitPattern)
      : Float(bitPattern: sign | 0x7f80_0000 | (magnitude & 0x3ff) << 13)
  }
}
