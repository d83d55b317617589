import Foundation

/// One figure of a table: what was measured, and how much it is.
struct Measurement {
  /// What was measured.
  let name: String
  /// The figure; `nil` if it was not measured.
  let value: Double?
  /// Its unit, `×` for a ratio, or why it was not measured.
  let unit: String

  /// Creates a figure.
  init(name: String, value: Double, unit: String) {
    self.name = name
    self.value = value
    self.unit = unit
  }

  /// Creates the place of a figure that was not measured.
  init(skipped name: String, because reason: String) {
    self.name = name
    value = nil
    unit = reason
  }

  /// The figure as text, with as many digits as are worth reading.
  var text: String {
    guard let value else { return "skipped: \(unit)" }
    let digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
    return String(format: "%.\(digits)f", value) + (unit.isEmpty ? "" : " \(unit)")
  }
}

/// The figures of a run with the machine that they are of.
struct MeasurementTable {
  private let measurements: [Measurement]

  init(_ measurements: [Measurement]) { self.measurements = measurements }

  /// The table in Markdown.
  var markdown: String {
    let rows = measurements.map { "| \($0.name) | \($0.text) |" }
    return
      (["\(Self.machine), CPU time of one run", "", "| what | figure |", "| --- | ---: |"] + rows)
      .joined(separator: "\n")
  }

  /// The table in JSON.
  var json: String {
    let rows = measurements.map { measurement in
      var row: [String: Any] = ["name": measurement.name]
      row[measurement.value == nil ? "skipped" : "unit"] = measurement.unit
      row["value"] = measurement.value
      return row
    }
    let object: [String: Any] = ["machine": Self.machine, "measurements": rows]
    let data = try? JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
    return String(bytes: data ?? Data(), encoding: .utf8) ?? ""
  }

  /// The processor, the number of cores, and the system.
  private static var machine: String {
    let process = ProcessInfo.processInfo
    let system = process.operatingSystemVersionString
    return [processor, "\(process.processorCount) cores", system, swift].joined(separator: ", ")
  }

  /// The compiler that built this program.
  private static var swift: String {
    #if compiler(>=6.4)
    "Swift 6.4 or later"
    #elseif compiler(>=6.3)
    "Swift 6.3"
    #else
    "Swift 6.2"
    #endif
  }

  private static var processor: String {
    let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(
      separator: "\n")
    let model = lines?.first { $0.hasPrefix("model name") }
    return model?.split(separator: ":").last?.trimmingCharacters(in: .whitespaces)
      ?? "this processor"
  }
}
