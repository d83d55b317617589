import Foundation

/// One figure of a table: what was measured, and how much it is.
struct Measurement {
  /// What was measured.
  let name: String
  /// The figure.
  let value: Double
  /// Its unit; `×` for a ratio.
  let unit: String

  /// The figure as text, with as many digits as are worth reading.
  var text: String {
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
    let rows = measurements.map {
      ["name": $0.name, "value": $0.value, "unit": $0.unit] as [String: Any]
    }
    let object: [String: Any] = ["machine": Self.machine, "measurements": rows]
    let data = try? JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
    return String(bytes: data ?? Data(), encoding: .utf8) ?? ""
  }

  /// The processor, the number of cores, and the system.
  private static var machine: String {
    let process = ProcessInfo.processInfo
    return "\(processor), \(process.processorCount) cores, \(process.operatingSystemVersionString)"
  }

  private static var processor: String {
    let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(
      separator: "\n")
    let model = lines?.first { $0.hasPrefix("model name") }
    return model?.split(separator: ":").last?.trimmingCharacters(in: .whitespaces)
      ?? "this processor"
  }
}
