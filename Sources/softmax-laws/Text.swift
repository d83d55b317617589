import Arithmetic
import Foundation
import SoftmaxFamily

extension String {
  /// The text with spaces after it up to a width in characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}

extension Double {
  /// The number with a fixed count of digits after the point, or in scientific notation.
  func text(digits: Int) -> String {
    guard isFinite else { return isNaN ? "nan" : "∞" }
    guard abs(self) < 1e6 else { return Ball(self).decimalText(digits: 2) }
    return String(format: "%.\(digits)f", self)
  }
}

extension Format {
  /// The shortest decimal text that reads back as the same value of the format.
  func shortestText(_ x: Double) -> String {
    guard x.isFinite else { return HexadecimalText.text(x) }
    if x == 0 { return x.sign == .minus ? "-0" : "0" }
    for digits in 1...17 {
      let text = Ball(x).decimalText(digits: digits)
      if let value = Double(text), rounded(value) == x { return text }
    }
    return "\(x)"
  }
}

extension [Double] {
  /// The numbers as a person reads them, the middle of a long list left out.
  func text(in format: Format, limit: Int = 16) -> String {
    let all = map(format.shortestText)
    guard count > limit else { return all.joined(separator: ", ") }
    return all.prefix(limit).joined(separator: ", ") + ", … (\(count) numbers)"
  }
}
