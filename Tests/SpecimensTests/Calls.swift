import Arithmetic
import SoftmaxFamily

extension Implementation {
  /// The numbers that an operation gives for vectors and numbers.
  func values(
    _ operation: Operation, in format: Format = .binary64, _ arguments: Call.Argument...
  ) throws -> [Double] {
    try evaluate(Call(operation, in: format, arguments)).values
  }
}

extension Call.Argument {
  /// A vector.
  static func vector(_ numbers: Double...) -> Self {
    Self(shape: [numbers.count], values: numbers)
  }

  /// A number.
  static func number(_ number: Double) -> Self { Self(shape: [], values: [number]) }

  /// A matrix of one row.
  static func row(_ numbers: Double...) -> Self {
    Self(shape: [1, numbers.count], values: numbers)
  }
}

/// Whether numbers agree to about fourteen digits.
func agree(_ a: [Double], _ b: [Double]) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= 1e-14 * max(abs($0), abs($1)) }
}
