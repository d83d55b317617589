public import Arithmetic

/// A number type of Swift in which functions can be plugged into the suite.
public protocol SwiftScalar: Sendable {
  /// The format whose values the type holds.
  static var format: Format { get }

  /// Converts a value of the format, exactly.
  init(_ value: Double)

  /// The number as a double, exactly.
  var double: Double { get }
}

extension Double: SwiftScalar {
  /// Doubles are binary64.
  public static var format: Format { .binary64 }

  /// The number itself.
  public var double: Double { self }
}

extension Float: SwiftScalar {
  /// Floats are binary32.
  public static var format: Format { .binary32 }

  /// The number as a double, exactly.
  public var double: Double { Double(self) }
}

#if !(os(macOS) && arch(x86_64))
extension Float16: SwiftScalar {
  /// Half floats are binary16.
  public static var format: Format { .binary16 }

  /// The number as a double, exactly.
  public var double: Double { Double(self) }
}
#endif
