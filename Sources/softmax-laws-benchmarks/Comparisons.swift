import Foundation

/// The certified softmax beside Arb, MPFR and libquadmath, as `Fixtures/Comparisons/compare.py` measures it.
enum Comparisons {
  private static let script = "Fixtures/Comparisons/compare.py"
  private static let kernel = "kernel, eight at a time"
  private static let others = ["Arb, 106 bits", "MPFR, 106 bits", "libquadmath, 113 bits"]

  /// How many times as fast as each of the three the certified softmax of 16 doubles is.
  static func measured() -> [Measurement] {
    let rates = rates()
    return others.map { other in
      let name = "certified softmax of 16 doubles beside \(other)"
      guard let rates, let ours = rates[kernel] else {
        return Measurement(skipped: name, because: "\(script) did not run")
      }
      guard let theirs = rates[other] else {
        return Measurement(skipped: name, because: "gcc or the library is not installed")
      }
      return Measurement(name: name, value: ours / theirs, unit: "× as fast")
    }
  }

  /// Evaluations a second by name; `nil` where the script cannot be run.
  private static func rates() -> [String: Double]? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script, "--rounds", "3", "--json"]
    let output = Pipe()
    process.standardOutput = output
    guard (try? process.run()) != nil,
      let data = try? output.fileHandleForReading.readToEnd()
    else { return nil }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return (try? JSONSerialization.jsonObject(with: data)) as? [String: Double]
  }
}
