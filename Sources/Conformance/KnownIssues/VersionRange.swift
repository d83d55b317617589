/// A range of versions, as in `>=1.15 <1.18`: comparisons after each other, all of which must hold.
///
/// Of a version, the numbers at its beginning count, `1.17.1` of `1.17.1 with numpy 2.4.6`. A version without
/// a sign of comparison stands for all that begin with it, as `1.17` for `1.17.1`.
public struct VersionRange: Sendable, Equatable {
  private enum Sign: String, CaseIterable {
    // The longer ones first, as the others begin them.
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
  }

  private struct Bound: Equatable {
    let sign: Sign?
    let numbers: [Int]
  }

  private let bounds: [Bound]

  /// Reads a range; `nil` if the text is none.
  public init?(_ text: String) {
    var bounds: [Bound] = []
    for word in text.split(separator: " ") {
      let sign = Sign.allCases.first { word.hasPrefix($0.rawValue) }
      let rest = word.dropFirst(sign?.rawValue.count ?? 0)
      let numbers = Self.numbers(rest)
      guard !numbers.isEmpty, numbers.map(String.init).joined(separator: ".") == rest else {
        return nil
      }
      bounds.append(Bound(sign: sign, numbers: numbers))
    }
    guard !bounds.isEmpty else { return nil }
    self.bounds = bounds
  }

  /// Whether a version is in the range; one without a number is in none.
  public func contains(_ version: String) -> Bool {
    let numbers = Self.numbers(version[...])
    return !numbers.isEmpty && bounds.allSatisfy { Self.allows($0, numbers) }
  }

  private static func allows(_ bound: Bound, _ numbers: [Int]) -> Bool {
    switch bound.sign {
    case nil: numbers.starts(with: bound.numbers)
    case .atLeast: !isLess(numbers, bound.numbers)
    case .atMost: !isLess(bound.numbers, numbers)
    case .above: isLess(bound.numbers, numbers)
    case .below: isLess(numbers, bound.numbers)
    }
  }

  /// The numbers with points between them at the beginning of a text.
  private static func numbers(_ text: Substring) -> [Int] {
    let version = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    return version.split(separator: ".").compactMap { Int($0) }
  }

  /// Whether a version comes before another; missing numbers are zero.
  private static func isLess(_ first: [Int], _ second: [Int]) -> Bool {
    let length = max(first.count, second.count)
    func padded(_ numbers: [Int]) -> [Int] {
      numbers + Array(repeating: 0, count: length - numbers.count)
    }
    return padded(first).lexicographicallyPrecedes(padded(second))
  }
}
