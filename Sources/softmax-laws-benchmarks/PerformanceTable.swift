import Arithmetic
import Conformance
import SoftmaxFamily
import SoftmaxLaws
import Specimens

/// The figures of the README's performance section, measured in one run.
enum PerformanceTable {
  /// Measures everything; memory first, as only its peak is known.
  static func measured() -> MeasurementTable {
    MeasurementTable(
      memory() + engine() + growth() + Comparisons.measured() + sweeps() + bridge() + laws())
  }

  /// The peak of memory after more and more cases, and after more and more laws.
  private static func memory() -> [Measurement] {
    let byCases = [100, 1000, 10_000, 100_000].map { cases in
      let check = Check(.implementation(Specimen.textbook), cases: cases)
      for law in Catalogue.laws.prefix(3) { _ = check.result(of: law, in: .binary64) }
      return peak(after: "\(cases) cases of each of 3 laws")
    }
    let byLaws = [100, Catalogue.laws.count].map { count in
      let check = Check(.implementation(Specimen.textbook), cases: 20)
      for law in Catalogue.laws.prefix(count) { _ = check.result(of: law, in: .binary32) }
      return peak(after: "20 cases of each of \(count) laws")
    }
    return byCases + byLaws
  }

  private static func peak(after work: String) -> Measurement {
    Measurement(
      name: "peak memory after \(work)", value: Double(Resources.peakMemory) / 0x1p20, unit: "MiB")
  }

  private static func engine() -> [Measurement] {
    let (bare, engine) = EngineThroughput.seconds()
    return [
      Measurement(name: "property engine beside a bare loop", value: engine / bare, unit: "×")
    ]
  }

  /// What an entry of a certified softmax costs, in short rows and in long ones.
  private static func growth() -> [Measurement] {
    [1, 16, 1000, 1_000_000].map { count in
      Measurement(
        name: "certified softmax of \(count), an entry",
        value: SoftmaxRate.secondsOfCall(count: count) * 1e9 / Double(count), unit: "ns")
    }
  }

  private static func sweeps() -> [Measurement] {
    let ratio = SweepRatio(shards: 64)
    var rows: [Measurement] = []
    for function in [ElementwiseFunction.sigmoid, .softplus] {
      let cost = ratio.cost(of: function, rounds: 3)
      let name = "sweep of \(function.rawValue) in binary32"
      rows.append(
        Measurement(name: "\(name) beside calling it alone", value: cost.ratio, unit: "×"))
      rows.append(
        Measurement(
          name: "\(name), all 2³² inputs, from one in 64", value: cost.sweep * 64, unit: "s"))
    }
    let halves = Resources.seconds {
      for format in [Format.binary16, .bfloat16] {
        for function in ElementwiseFunction.allCases {
          _ = Sweep(function, in: format, of: CMathematics.implementation).run()
        }
      }
    }
    rows.append(
      Measurement(
        name: "sweeps of all 8 functions, all 65,536 inputs of both half formats", value: halves,
        unit: "s"))
    return rows
  }

  /// How many rows of 16 a second a Python program answers.
  private static func bridge() -> [Measurement] {
    let name = "rows of 16 to a Python program and back, a second"
    let command = ["20000", "--", "python3", "Fixtures/Adapters/textbook_adapter.py"]
    guard let rate = BridgeRate(command[...])?.rateOfQuestions() else {
      return [Measurement(skipped: name, because: "python3 or the adapter is not there")]
    }
    return [Measurement(name: name, value: rate, unit: "")]
  }

  /// What a law costs, among few and among many.
  private static func laws() -> [Measurement] {
    let check = Check(.implementation(Specimen.textbook), cases: 20)
    return [100, Catalogue.laws.count].map { count in
      let laws = Catalogue.laws.prefix(count)
      let seconds = Resources.seconds {
        for law in laws { _ = check.result(of: law, in: .binary32) }
      }
      return Measurement(
        name: "20 cases of a law in binary32, mean of \(count) laws",
        value: 1000 * seconds / Double(laws.count), unit: "ms")
    }
  }
}
