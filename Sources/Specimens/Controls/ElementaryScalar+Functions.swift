import Foundation
import SoftmaxFamily

extension ElementaryScalar {
  /// A function of a double at the number, rounded to the number's type.
  func through(_ function: (Double) -> Double) -> Self { Self(function(double)) }

  /// `2^{x log₂ e}`, with `t = fl(x log₂ e)` and the rest `r` of the product as `2^t (1 + r ln 2)`.
  var exponentialByPowersOfTwo: Self {
    let factor = Self(1.4426950408889634)
    let rest = Self(1.4426950408889634 - factor.double) + Self(2.0355273740931033e-17)
    let t = self * factor
    guard t.isFinite else { return exponential }
    let remainder = (-t).addingProduct(self, factor) + self * rest
    return t.through(exp2) * (1 + remainder * Self(0.6931471805599453))
  }
}
