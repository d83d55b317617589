import Arithmetic
import Randomness

/// The classes of the values of a format.
public enum NumberClass: CaseIterable, Sendable {
  /// Zero.
  case zero
  /// Less than the least normal number, and not zero.
  case subnormal
  /// From the least normal number to the greatest finite one.
  case normal
  /// Infinity.
  case infinite
  /// No number, NaN.
  case notANumber

  /// Whether a value of the format is of this class; either sign is.
  public func contains(_ value: Double, in format: Format) -> Bool {
    let magnitude = abs(value)
    return switch self {
    case .zero: magnitude == 0
    case .subnormal: magnitude > 0 && magnitude < format.leastNormal
    case .normal: magnitude >= format.leastNormal && magnitude.isFinite
    case .infinite: magnitude.isInfinite
    case .notANumber: magnitude.isNaN
    }
  }

  /// A value of this class, as near to a number as is easily said.
  func nearest(to number: Double, in format: Format) -> Double {
    let rounded = format.rounded(number)
    if contains(rounded, in: format) { return rounded }
    let magnitude: Double =
      switch self {
      case .zero: 0
      case .subnormal: format.leastNormal - format.leastSubnormal
      case .normal: max(1, format.finite(abs(rounded.isNaN ? 1 : rounded)))
      case .infinite: .infinity
      case .notANumber: .nan
      }
    return number.sign == .minus ? -magnitude : magnitude
  }
}

extension Xoshiro256StarStar {
  /// A value of a class: uniform by bit pattern, either sign.
  mutating func number(in numbers: NumberClass, of format: Format) -> Double {
    let magnitude: Double =
      switch numbers {
      case .zero: 0
      case .infinite: .infinity
      case .notANumber: .nan
      case .subnormal:
        Double(1 + index(below: 1 << UInt64(format.precision - 1) - 1)) * format.leastSubnormal
      case .normal:
        normalMagnitude(of: format)
      }
    return bits(1) == 0 ? magnitude : -magnitude
  }

  private mutating func normalMagnitude(of format: Format) -> Double {
    let first = format.bits(of: format.leastNormal)
    let last = format.bits(of: format.greatestFinite)
    return format.value(bits: first + index(below: last - first + 1))
  }
}
