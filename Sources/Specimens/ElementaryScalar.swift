#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif
import SoftmaxFamily

/// A number type for which the C library has elementary functions.
///
/// The algorithms are written once for both types, and specialised in this module.
protocol ElementaryScalar: SwiftScalar, BinaryFloatingPoint {
  /// `e^x`.
  var exponential: Self { get }
  /// `log x`.
  var logarithm: Self { get }
  /// `log(1 + x)`.
  var logarithmOfOnePlus: Self { get }
  /// `x^e`.
  func power(_ exponent: Self) -> Self
}

extension Double: ElementaryScalar {
  var exponential: Double { exp(self) }
  var logarithm: Double { log(self) }
  var logarithmOfOnePlus: Double { log1p(self) }
  func power(_ exponent: Double) -> Double { pow(self, exponent) }
}

extension Float: ElementaryScalar {
  var exponential: Float { expf(self) }
  var logarithm: Float { logf(self) }
  var logarithmOfOnePlus: Float { log1pf(self) }
  func power(_ exponent: Float) -> Float { powf(self, exponent) }
}
