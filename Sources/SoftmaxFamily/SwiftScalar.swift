public import Arithmetic

/// A number type of Swift in which functions can be plugged into the suite.
public protocol SwiftScalar: Sendable {
  /// The format whose values the type holds.
  static var format: Format { get }

  /// Converts a value of the format, exactly.
  init(_ value: Double)

  /// The number as a double, exactly.
  var double: Double { get }

  /// Converts values of the format, exactly.
  static func numbers(_ doubles: [Double]) -> [Self]

  /// The numbers as doubles, exactly.
  static func doubles(_ numbers: [Self]) -> [Double]
}

extension SwiftScalar {
  /// Converts values of the format one by one.
  public static func numbers(_ doubles: [Double]) -> [Self] { doubles.map { Self($0) } }

  /// Converts numbers one by one.
  public static func doubles(_ numbers: [Self]) -> [Double] { numbers.map { $0.double } }
}

extension Double: SwiftScalar {
  /// Doubles are binary64.
  public static var format: Format { .binary64 }

  /// The number itself.
  public var double: Double { self }

  /// The numbers themselves.
  public static func numbers(_ doubles: [Double]) -> [Double] { doubles }

  /// The numbers themselves.
  public static func doubles(_ numbers: [Double]) -> [Double] { numbers }
}

extension Float: SwiftScalar {
  /// Floats are binary32.
  public static var format: Format { .binary32 }

  /// The number as a double, exactly.
  public var double: Double { Double(self) }

  /// Converts values of the format one by one.
  public static func numbers(_ doubles: [Double]) -> [Float] {
    var numbers: [Float] = []
    numbers.reserveCapacity(doubles.count)
    for index in 0..<doubles.count { numbers.append(Float(doubles[index])) }
    return numbers
  }

  /// Converts numbers one by one.
  public static func doubles(_ numbers: [Float]) -> [Double] {
    var doubles: [Double] = []
    doubles.reserveCapacity(numbers.count)
    for index in 0..<numbers.count { doubles.append(Double(numbers[index])) }
    return doubles
  }
}

#if !(os(macOS) && arch(x86_64))
extension Float16: SwiftScalar {
  /// Half floats are binary16.
  public static var format: Format { .binary16 }

  /// The number as a double, exactly.
  public var double: Double { Double(self) }
}
#endif
