/// A binary floating-point format of IEEE 754, or bfloat16.
///
/// Every value of each of these formats is exactly a `Double`, so numbers travel
/// as `Double` and the format says where they are rounded.
public enum Format: String, CaseIterable, Sendable {
  /// Half precision, 11 bits, up to 65504: Swift's `Float16`.
  case binary16
  /// The upper half of a binary32, 8 bits, with the range of that.
  case bfloat16
  /// Single precision, 24 bits: Swift's `Float`.
  case binary32
  /// Double precision, 53 bits: Swift's `Double`.
  case binary64

  /// The number of bits of the significand, the hidden one included.
  @inlinable public var precision: Int {
    switch self {
    case .binary16: 11
    case .bfloat16: 8
    case .binary32: 24
    case .binary64: 53
    }
  }

  /// The exponent of the least positive normal number.
  @inlinable public var leastExponent: Int {
    switch self {
    case .binary16: -14
    case .bfloat16, .binary32: -126
    case .binary64: -1022
    }
  }

  /// The exponent of the greatest finite number.
  @inlinable public var greatestExponent: Int { 1 - leastExponent }

  /// The number of bits of an encoded value.
  public var bitWidth: Int {
    switch self {
    case .binary16, .bfloat16: 16
    case .binary32: 32
    case .binary64: 64
    }
  }

  /// The unit roundoff `u = 2^-p`: the largest relative error of one rounding.
  @inlinable public var unitRoundoff: Double {
    switch self {
    case .binary16: 0x1p-11
    case .bfloat16: 0x1p-8
    case .binary32: 0x1p-24
    case .binary64: 0x1p-53
    }
  }

  /// The least positive normal number, written `N` in the error theorems.
  @inlinable public var leastNormal: Double {
    switch self {
    case .binary16: 0x1p-14
    case .bfloat16, .binary32: 0x1p-126
    case .binary64: 0x1p-1022
    }
  }

  /// The least positive number, written `η` in the error theorems: `2uN`.
  @inlinable public var leastSubnormal: Double {
    switch self {
    case .binary16: 0x1p-24
    case .bfloat16: 0x1p-133
    case .binary32: 0x1p-149
    case .binary64: 0x1p-1074
    }
  }

  /// The greatest finite number, written `Ω` in the error theorems.
  @inlinable public var greatestFinite: Double {
    switch self {
    case .binary16: 0x1.ffcp15
    case .bfloat16: 0x1.fep127
    case .binary32: 0x1.ffff_fep127
    case .binary64: .greatestFiniteMagnitude
    }
  }
}

extension Format {
  /// Hashes the case rather than its name, as formats are looked up at every call.
  public func hash(into hasher: inout Hasher) {
    withUnsafeBytes(of: self) { hasher.combine(bytes: $0) }
  }
}

/// The double `2^exponent`, exact from the least subnormal to the greatest power.
///
/// - Precondition: `-1074 <= exponent <= 1023`.
@inlinable @inline(__always)
public func powerOfTwo(_ exponent: Int) -> Double {
  precondition(exponent >= -1074 && exponent <= 1023, "a power of two must fit a double")
  guard exponent >= -1022 else { return Double(bitPattern: 1 &<< UInt64(exponent + 1074)) }
  return Double(bitPattern: UInt64(exponent + 1023) &<< 52)
}
