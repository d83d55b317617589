import Arithmetic
import SoftmaxFamily
import SoftmaxLaws
import Specimens

@testable import Conformance

extension ReportedRun {
  /// A run with a result of every verdict, two failures with both witnesses, and notes.
  static func example(_ verdicts: [LawResult.Verdict] = LawResult.Verdict.allCases) -> ReportedRun {
    var header = ReportHeader(Specimen.naive, seed: 1, cases: 60)
    header.replayOptions = " --implementation naive"
    header.laws = Catalogue.laws.map(\.name)
    header.formats = Format.allCases.map(\.rawValue)
    var run = ReportedRun(header)
    run.entries = failing
    for (law, verdict) in zip(Catalogue.laws, verdicts) {
      var result = LawResult(law: law, format: .binary64, verdict: verdict)
      result.message = verdict == .holds ? "" : "said of \(verdict.rawValue): " + hostileText
      if verdict == .holds { result.unreached = ["x: ties", "c: <subnormal>"] }
      run.entries.append(ReportEntry(result))
    }
    run.notes = [
      ReportNote(.worse, "lse-oracle in binary32", "was holds, is fails", replay: "a:b:00-00"),
      ReportNote(.better, "softmax-oracle in binary32", "was fails | is holds"),
    ]
    run.end = .complete
    return run
  }

  /// Failures with their witnesses and profiles.
  private static let failing: [ReportEntry] = [Law.softmaxOracle, .lseOracle].map { law in
    let check = Check(.implementation(Specimen.naive), cases: 60)
    return ReportEntry(
      check.result(of: law, in: .binary32),
      profile: check.profile(of: law, in: .binary32, cases: 20))
  }

  /// A text that means something in every form of report, and is of characters that some cannot hold.
  static let hostileText =
    "<b>&amp;\"']]>--> ::error,%0A |`````| \u{0}\u{1B}[31m\u{FFFE}\r\nlast \u{1F600} é"
}
