import Arithmetic
import Conformance
import SoftmaxFamily
import SoftmaxLaws
import Specimens

/// The figures of the README's performance section, measured in one run.
enum PerformanceTable {
  /// Measures everything.
  static func measured() -> MeasurementTable {
    MeasurementTable(engine() + sweeps() + laws() + memory())
  }

  private static func engine() -> [Measurement] {
    let (bare, engine) = EngineThroughput.seconds()
    return [
      Measurement(name: "property engine beside a bare loop", value: engine / bare, unit: "×")
    ]
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
        Measurement(name: "\(name), all 2³² inputs", value: cost.sweep * 64, unit: "s"))
    }
    let halves = Resources.seconds {
      let subject = SweepSubject(CMathematics.implementation)
      for format in [Format.binary16, .bfloat16] {
        for function in ElementwiseFunction.allCases {
          _ = Sweep(function, in: format, of: subject).run()
        }
      }
    }
    rows.append(
      Measurement(
        name: "sweeps of all 8 functions, all 65,536 inputs of both half formats", value: halves,
        unit: "s"))
    return rows
  }

  /// What a law costs, among few and among many.
  private static func laws() -> [Measurement] {
    let check = Check(.implementation(Specimen.textbook), cases: 20)
    return [30, Catalogue.laws.count].map { count in
      let laws = Catalogue.laws.prefix(count)
      let seconds = Resources.seconds {
        for law in laws { _ = check.result(of: law, in: .binary32) }
      }
      return Measurement(
        name: "20 cases of a law in binary32, mean of \(count) laws",
        value: 1000 * seconds / Double(laws.count), unit: "ms")
    }
  }

  /// The peak of memory after more and more cases.
  private static func memory() -> [Measurement] {
    [100, 1000, 10_000].map { cases in
      let check = Check(.implementation(Specimen.textbook), cases: cases)
      for law in Catalogue.laws.prefix(5) { _ = check.result(of: law, in: .binary64) }
      return Measurement(
        name: "peak memory after \(cases) cases a law",
        value: Double(Resources.peakMemory) / 0x1p20,
        unit: "MiB")
    }
  }
}
