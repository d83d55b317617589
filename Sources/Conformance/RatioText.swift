import Arithmetic
import Foundation

extension Double {
  /// An error divided by its bound as text: a few digits, or `∞`.
  ///
  /// A failure, above one, is never rounded to one: close to it, it has six digits after the
  /// point and is at least `1.000001`.
  package var ratioText: String {
    guard isFinite else { return isNaN ? "nan" : "∞" }
    guard self < 1e5 else { return Ball(self).decimalText(digits: 2) }
    guard self > 1, self < 1.01 else { return String(format: "%.2f", self) }
    return String(format: "%.6f", max(self, 1.000_001))
  }
}
