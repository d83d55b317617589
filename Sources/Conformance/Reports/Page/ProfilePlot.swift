import Arithmetic
import Foundation

/// A plot of the error divided by its bound over the input of one operation, in every format.
struct ProfilePlot {
  private static let (width, height) = (320.0, 150.0)
  private static let (left, right, top, bottom) = (30.0, 8.0, 8.0, 22.0)

  private let operation: String
  private let series: [(format: Format, points: [ProfilePoint])]
  private let scale: InputScale
  private let isBeyond: Bool

  /// Creates the plot of the results of an operation that have a profile.
  init(_ operation: String, _ entries: [ReportEntry]) {
    self.operation = operation
    series = Format.allCases.compactMap { format in
      let points = entries.filter { $0.format == format }.flatMap(\.profile)
      return points.isEmpty ? nil : (format, points)
    }
    let points = entries.flatMap(\.profile)
    scale = InputScale(of: points.map(\.input))
    isBeyond = points.contains { $0.ratio > 1 }
  }

  /// The figure with its caption, which says in words what is to be seen.
  var figure: String {
    let (width, height) = (Int(Self.width), Int(Self.height))
    return """
      <figure><figcaption><b>\(operation.markupEscaped)</b> \(summary.markupEscaped)</figcaption>
      <svg viewBox="0 0 \(width) \(height)" role="img" aria-label="\(label.markupEscaped)">
      \(axes)
      \(series.map(path).joined(separator: "\n"))
      </svg></figure>
      """
  }

  private var label: String { "Error ÷ bound of \(operation) over the input. \(summary)" }

  private var summary: String {
    series.map { format, points in
      let worst = points.max { $0.ratio < $1.ratio }
      let place = worst.map { " at \(Self.text($0.input))" } ?? ""
      return "\(format.rawValue) \((worst?.ratio ?? 0).ratioText)\(place)"
    }.joined(separator: ", ")
  }

  // MARK: - Places

  private func x(_ input: Double) -> Double {
    Self.left + scale.place(of: input) * (Self.width - Self.left - Self.right)
  }

  /// Linear up to one, and from there `2 − 1/ratio`, which ends at two.
  private func y(_ ratio: Double) -> Double {
    let share = ratio <= 1 ? ratio : 2 - 1 / ratio
    let room = Self.height - Self.top - Self.bottom
    return Self.height - Self.bottom - share / (isBeyond ? 2 : 1) * room
  }

  // MARK: - Elements

  private var axes: String {
    let base = Self.height - Self.bottom
    let levels: [(Double, String)] =
      isBeyond
      ? [(0, "0"), (0.5, "½"), (1, "1"), (2, "2"), (.infinity, "∞")]
      : [(0, "0"), (0.25, "¼"), (0.5, "½"), (0.75, "¾"), (1, "1")]
    let lines = levels.map { ratio, name in
      let place = Self.text(at: y(ratio))
      let kind = ratio == 1 ? "one" : "grid"
      return
        "<path class=\"\(kind)\" d=\"M\(Int(Self.left)) \(place)H\(Int(Self.width - Self.right))\"/>"
        + "<text x=\"\(Int(Self.left) - 4)\" y=\"\(Self.text(at: y(ratio) + 3))\""
        + " text-anchor=\"end\">\(name)</text>"
    }
    let marks = scale.marks.map { mark in
      let place = Self.text(at: x(mark))
      let isLast = mark == scale.end
      return "<path class=\"grid\" d=\"M\(place) \(Int(Self.top))V\(Int(base))\"/>"
        + "<text x=\"\(place)\" y=\"\(Int(base) + 13)\""
        + " text-anchor=\"\(isLast ? "end" : mark == -scale.end ? "start" : "middle")\">"
        + "\(Self.text(mark))</text>"
    }
    return (lines + marks).joined()
  }

  private func path(_ format: Format, _ points: [ProfilePoint]) -> String {
    let dots = points.map { "M\(Self.text(at: x($0.input))) \(Self.text(at: y($0.ratio)))h0" }
    return "<path class=\"dots \(format.rawValue)\" d=\"\(dots.joined())\"/>"
  }

  private static func text(at place: Double) -> String { String(format: "%.1f", place) }

  private static func text(_ number: Double) -> String {
    guard number.isFinite else { return number < 0 ? "−∞" : "∞" }
    let text = String(format: "%.2g", number.magnitude)
      .replacing("e+0", with: "e").replacing("e+", with: "e").replacing("e-0", with: "e-")
    return (number < 0 ? "−" : "") + text.replacing("-", with: "−")
  }
}
