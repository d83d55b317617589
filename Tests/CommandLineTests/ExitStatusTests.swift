import Arithmetic
import SoftmaxLaws
import Testing

@testable import Conformance
@testable import softmax_laws

/// Swift Testing has a type of this name too.
private typealias Status = softmax_laws.ExitStatus

@Suite("The exit status")
struct ExitStatusTests {
  @Test func `is that of the worst result`() {
    let expected: [([LawResult.Verdict], Status)] = [
      ([.holds, .unsupported, .vacuous], .success), ([.known], .success),
      ([], .nothingChecked), ([.unsupported, .vacuous], .nothingChecked),
      ([.holds, .fails], .falsified), ([.stale], .falsified), ([.nondeterministic], .falsified),
      ([.fails, .crashed], .implementationFailed), ([.hung], .implementationFailed),
      ([.holds, .protocol], .implementationFailed),
    ]
    #expect(expected.filter { status($0.0) != $0.1 }.map(\.0) == [])
  }

  @Test func `blames the suite where it is at fault, and the implementation that refused a case`() {
    var fault = Self.result(.error)
    fault.isOfSuite = true
    #expect(status([fault, Self.result(.crashed)]) == .internalFault)
    var refused = Self.result(.error)
    refused.counterexample = Counterexample(
      arguments: [], comparison: nil, ratio: .infinity, calls: [], replay: "",
      simplification: (0, false), message: "no")
    #expect(status([refused]) == .falsified)
  }

  @Test func `has the numbers of the contract`() {
    let statuses: [Status] = [
      .success, .falsified, .implementationFailed, .nothingChecked, .usage, .badData,
      .internalFault, .hungUp, .interrupted, .terminated,
    ]
    #expect(statuses.map(\.rawValue) == [0, 1, 2, 3, 64, 65, 70, 129, 130, 143])
  }

  private func status(_ verdicts: [LawResult.Verdict]) -> Status {
    status(verdicts.map(Self.result))
  }

  private func status(_ results: [LawResult], shard: Shard = .whole) -> Status {
    var header = ReportHeader(nil, seed: 1, cases: 1)
    header.shard = shard
    var run = ReportedRun(header)
    run.entries = results.map { ReportEntry($0) }
    return Status(of: run)
  }

  @Test func `lets one of several shards have nothing to check`() throws {
    let shard = try #require(Shard("2/7"))
    #expect(status([], shard: shard) == .success)
    #expect(status([Self.result(.unsupported)], shard: shard) == .success)
    #expect(status([Self.result(.fails)], shard: shard) == .falsified)
  }

  static func result(_ verdict: LawResult.Verdict) -> LawResult {
    LawResult(law: Catalogue.laws[0], format: .binary32, verdict: verdict)
  }
}
