import Arithmetic
import Foundation
import StrictJSON

extension KnownIssues {
  /// Entries that would cover failures, one a line, to be pasted into the file once each is confirmed.
  ///
  /// Only falsified laws have one: a program that crashes, hangs or rejects what is valid is never known.
  public static func proposals(for entries: [ReportEntry]) -> [String] {
    entries.filter { $0.verdict == .fails && $0.kind == .law && !$0.isOfSuite }.map { entry in
      JSON([
        "law": JSON(entry.name), "formats": JSON([entry.format.rawValue]),
        "largestRatio": entry.ratio.isFinite ? JSON(roundedUp(entry.ratio)) : nil,
        "reason": JSON("why it deviates, and where"), "link": JSON("where it is discussed"),
      ]).description
    }
  }

  /// The least number of two digits that is not smaller.
  static func roundedUp(_ ratio: Double) -> Double {
    let text = String(format: "%.1e", ratio)
    guard let near = Double(text), near < ratio else { return Double(text) ?? ratio }
    let unit = pow(10, floor(log10(ratio)) - 1)
    return Double(String(format: "%.1e", near + unit)) ?? ratio
  }
}
