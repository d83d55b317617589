import Arithmetic
import Foundation

extension Double {
  /// An error divided by its bound as text: a few digits, or `∞`.
  ///
  /// Rounded upwards below one and above, so that `1.00` never stands for a failure.
  public var ratioText: String {
    guard isFinite else { return isNaN ? "nan" : "∞" }
    guard self < 1e5 else { return Ball(self).decimalText(digits: 2) }
    let digits = self > 1 && self < 1.01 ? 6 : 2
    return String(format: "%.\(digits)f", self)
  }
}
