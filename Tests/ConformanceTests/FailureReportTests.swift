import Arithmetic
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Testing

@testable import Conformance

@Suite("A failure in words") struct FailureReportTests {
  /// Log-sum-exp that gives one half for whatever is positive.
  private static let half = Implementation.textbook(but: .logSumExp, "half") { arguments, _ in
    [(arguments[0].max() ?? 0) > 0 ? 0.5 : 0]
  }

  private static func report(_ implementation: Implementation, _ law: Law) -> FailureReport {
    FailureReport(Check(.implementation(implementation)).result(of: law, in: .binary32))
  }

  @Test func `names the input, what was returned, the certified value and the token`() {
    #expect(
      Self.report(Specimen.naive, .softmaxOracle).description == """
        softmax-oracle in binary32 does not hold: softmax(x) = e^{x_i} / Σ e^{x_j}
          input x    0, 89
                     0x0p+0, 0x1.64p+6
          called     softmax: x = 0, 89
          got        0, nan
          certified  2.2273635618e-39, 1
          off by     ∞ × the bound at entry 1, where 6.5e-6 is allowed
          claim      no number explains what was returned (entry 1)
          token      softmax-oracle:binary32:00HJ5-R3
        """)
  }

  @Test func `says how far a number is off, in bounds`() {
    #expect(
      Self.report(Self.half, .lseSingleton).description == """
        lse-singleton in binary32 does not hold: logSumExp((x)) = x
          input x    1
                     0x1p+0
          called     logSumExp: x = 1
          got        0.5
          certified  1
          off by     8.4e6 × the bound at entry 0, where 6e-8 is allowed
          claim      0.5 = 1 (entry 0)
          error      5e-1 = ∞ × the bound 0
          token      lse-singleton:binary32:02-ZY
        """)
  }

  @Test func `says of an infinite answer that it ought to be a number`() {
    let report = Self.report(Specimen.naive, .lseExtremeFinite)
    #expect(
      report.lines.suffix(2) == [
        .init(label: "claim", text: "inf = any number (entry 0)"),
        .init(label: "token", text: "lse-extreme-finite:binary32:00H4B-QN"),
      ])
  }

  @Test func `says why where a call gave no numbers`() {
    let report = Self.report(.failing(.rejected("no")), .softmaxSumOne)
    #expect(report.title == "softmax-sum-one in binary32")
    #expect(report.statement == "Σ softmax(x) = 1")
    #expect(
      report.lines == [
        .init(label: "because", text: "rejected a valid input: no"),
        .init(label: "input x", text: "0, 0"), .init(label: "", text: "0x0p+0, 0x0p+0"),
        .init(label: "token", text: "softmax-sum-one:binary32:000-QW"),
      ])
  }

  @Test func `cuts long inputs, and says how long they were`() throws {
    let long = Implementation.answering("long") { call throws(CallFailure) in
      if call.arguments[0].values.count > 20 { throw .rejected("too long") }
      return try Specimen.textbook.evaluate(call)
    }
    let lines = Self.report(long, .softmaxSumOne).lines
    let input = try #require(lines.first { $0.label == "input x" })
    #expect(input.text == String(repeating: "0, ", count: 16) + "… (21 numbers)")
  }

  @Test func `notes that the search for a simpler input was stopped`() throws {
    let result = Check(.implementation(Specimen.naive)).result(of: .softmaxOracle, in: .binary32)
    let found = try #require(result.counterexample)
    let stopped = Counterexample(
      arguments: found.arguments, comparison: nil, ratio: .infinity, calls: [],
      replay: "softmax-oracle:binary32:00HJ5-R3", simplification: (2_000, true), message: "")
    let lines = FailureReport.lines(stopped, in: .binary32)
    #expect(
      lines.suffix(2) == [
        .init(label: "note", text: "the search for a simpler input was stopped after its budget"),
        .init(label: "token", text: "softmax-oracle:binary32:00HJ5-R3"),
      ])
  }

  @Test func `is one line for a result without a counterexample`() {
    let result = LawResult(law: .softmaxSumOne, format: .binary64, verdict: .stale)
    #expect(
      "\(FailureReport(result))"
        == "softmax-sum-one in binary64 does not hold: Σ softmax(x) = 1")
  }
}
