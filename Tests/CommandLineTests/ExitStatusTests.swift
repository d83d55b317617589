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
    #expect(Status(of: [fault, Self.result(.crashed)]) == .internalFault)
    var refused = Self.result(.error)
    refused.counterexample = Counterexample(
      arguments: [], comparison: nil, ratio: .infinity, calls: [], replay: "",
      simplification: (0, false), message: "no")
    #expect(Status(of: [refused]) == .falsified)
  }

  @Test func `has the numbers of the contract`() {
    let statuses: [Status] = [
      .success, .falsified, .implementationFailed, .nothingChecked, .usage, .badData,
      .internalFault, .interrupted, .terminated,
    ]
    #expect(statuses.map(\.rawValue) == [0, 1, 2, 3, 64, 65, 70, 130, 143])
  }

  private func status(_ verdicts: [LawResult.Verdict]) -> Status {
    Status(of: verdicts.map(Self.result))
  }

  static func result(_ verdict: LawResult.Verdict) -> LawResult {
    LawResult(law: Catalogue.laws[0], format: .binary32, verdict: verdict)
  }
}
