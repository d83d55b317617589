import Arithmetic
import Foundation
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Testing

@testable import Conformance

/// An implementation of softmax and log-sum-exp in binary32 that errs by some more units of roundoff where
/// the bound has room for them.
private func erring(by units: Double) -> Implementation {
  let textbook = Specimen.textbook
  return Implementation(
    "mine", version: "1",
    operations: [.softmax: [.binary32], .logSumExp: [.binary32]]
  ) { call throws(CallFailure) in
    let reply = try textbook.evaluate(call)
    let x = call.arguments[0].values
    let range = (x.max() ?? 0) - (x.min() ?? 0)
    guard call.operation == .softmax, (1...80).contains(range) else { return reply }
    let values = reply.values.map { value in
      (0x1p-100...0.7).contains(value) ? call.format.rounded(value * (1 + units * 0x1p-24)) : value
    }
    return Reply(shape: reply.shape, values: values)
  }
}

/// A run of some laws of an implementation, as it is reported.
private struct Day {
  var run: ReportedRun
  let check: Check

  init(_ implementation: Implementation, seed: UInt64 = 1, cases: Int = 40) {
    check = Check(.implementation(implementation), seed: seed, cases: cases)
    var header = ReportHeader(implementation, seed: seed, cases: cases)
    let laws: [Law] = [.softmaxOracle, .lseOracle, .klOracle]
    header.laws = laws.map(\.name)
    header.formats = ["binary32"]
    var run = ReportedRun(header)
    run.entries = laws.map { [check] in ReportEntry(check.result(of: $0, in: .binary32)) }
    run.end = .complete
    self.run = run
  }

  var baseline: Baseline { Baseline(run) }

  /// What became of a record until this day.
  func notes(since baseline: Baseline) -> [ReportNote] {
    BaselineComparison(baseline, run.header, check).notes(on: run, hasAllFormats: true)
  }
}

@Suite("A baseline") struct BaselineTests {
  @Test func `is read as it was written, with a line a law`() throws {
    let baseline = Day(erring(by: 1)).baseline
    let file = try TemporaryFile()
    try baseline.write(to: file.path)
    #expect(try Baseline(path: file.path) == baseline)
    #expect(try file.lines.filter { $0.hasPrefix("    {") && $0.contains("\"law\"") }.count == 5)
    #expect(baseline.records.map(\.law) == ["kl-oracle", "lse-oracle", "softmax-oracle"])
    #expect(baseline.records.map(\.verdict) == [.unsupported, .holds, .holds])
    #expect(baseline.operations.map(\.operation) == ["logSumExp", "softmax"])
  }

  @Test func `is the same for the same behaviour`() {
    #expect(Day(erring(by: 1)).baseline.text == Day(erring(by: 1)).baseline.text)
  }

  @Test func `names the line and the text that is wrong`() throws {
    let text = Day(erring(by: 1)).baseline.text
    func complaint(_ text: String?) throws -> String {
      let file = try TemporaryFile(text)
      let error = #expect(throws: FileError.self) { try Baseline(path: file.path) }
      return error?.description.replacing(file.path, with: "FILE") ?? ""
    }
    #expect(try complaint(nil) == "baseline 'FILE': cannot be read")
    #expect(
      try complaint("nonsense") == "baseline 'FILE', line 1: 'nonsense' where a value should be")
    #expect(
      try complaint(text.replacing("\"verdict\":\"unsupported\"", with: "\"verdict\":\"green\""))
        == "baseline 'FILE', line 8: \"green\" is no value of 'verdict'")
    #expect(
      try complaint(text.replacing(/lse-oracle:binary32:[0-9A-Z]/, with: "lse-oracle:binary32:"))
        .hasPrefix("baseline 'FILE', line 9: \"lse-oracle:binary32:"))
    #expect(
      try complaint(text.replacing("\"seed\": \"1\"", with: "\"seed\": 1"))
        == "baseline 'FILE', line 3: 1 is no value of 'seed'")
  }

  @Test func `is of one implementation`() {
    let error = #expect(throws: FileError.self) {
      try Day(erring(by: 1)).baseline.check(isOf: "other", path: "FILE")
    }
    #expect(error?.description == "baseline 'FILE': is of 'mine', not of 'other'")
  }
}

@Suite("A comparison with a baseline") struct BaselineComparisonTests {
  private let today = Day(erring(by: 1))

  @Test func `says nothing where nothing changed`() {
    #expect(Day(erring(by: 1)).notes(since: today.baseline) == [])
  }

  @Test func `tells a law that fails now, with the input`() throws {
    let notes = Day(erring(by: 400)).notes(since: today.baseline)
    try #require(notes.map(\.kind) == [.worse])
    #expect(notes[0].subject == "softmax-oracle in binary32")
    #expect(notes[0].text.hasPrefix("was holds, is fails, "))
    #expect(notes[0].replay?.hasPrefix("softmax-oracle:binary32:") == true)
    #expect(today.notes(since: Day(erring(by: 400)).baseline).map(\.kind) == [.better])
  }

  @Test func `tells an error that is larger over the same cases, and one that is smaller`() {
    let notes = Day(erring(by: 2)).notes(since: today.baseline)
    #expect(notes.map(\.kind) == [.worse] && notes[0].isRed)
    #expect(notes[0].text.hasPrefix("was 0."))
    let better = today.notes(since: Day(erring(by: 2)).baseline)
    #expect(better.map(\.kind) == [.better] && !better[0].isRed)
  }

  @Test func `takes what the bounds are not evaluated to for no change`() {
    func notes(_ factor: Double) -> [ReportNote.Kind] {
      var day = today
      for index in day.run.entries.indices { day.run.entries[index].worst *= factor }
      return day.notes(since: today.baseline).map(\.kind)
    }
    #expect(notes(1 + 0x1p-31) == [] && notes(1 - 0x1p-31) == [])
    #expect(notes(1 + 0x1p-29) == [.worse, .worse])
    #expect(notes(1 - 0x1p-29) == [.better, .better])
  }

  @Test func `with another seed holds only the recorded worst inputs against an implementation`()
    throws
  {
    let sharper = Day(erring(by: 1), seed: 2)
    let notes = sharper.notes(since: today.baseline)
    #expect(notes.map(\.kind) == [.baseline])
    #expect(
      notes[0].text
        == "it was recorded with seed 1 and 40 cases: beside verdicts, the recorded worst"
        + " inputs are compared")
    let worse = Day(erring(by: 2), seed: 2).notes(since: today.baseline)
    try #require(worse.map(\.kind) == [.baseline, .worse])
    #expect(worse[1].text.hasSuffix(" at the recorded worst input"))
    #expect(worse[1].replay == today.run.entries[0].worstCase)
  }

  @Test func `with another seed accuses nobody of an error that nobody had looked at`() {
    for seed in 2...5 {
      let other = Day(erring(by: 1), seed: UInt64(seed), cases: 20)
      #expect(other.notes(since: today.baseline).filter(\.isRed) == [])
    }
  }

  @Test func `under other claims compares verdicts only`() {
    var claiming = erring(by: 3)
    claiming.claims.summation = .pairwise
    let notes = Day(claiming).notes(since: today.baseline)
    #expect(notes.map(\.kind).first == .baseline)
    #expect(notes[0].text == "it was recorded under other claims: only verdicts are compared")
    #expect(notes.dropFirst().allSatisfy { $0.text.hasPrefix("was holds, is ") })
  }

  @Test func `tells what is new, and what is not offered any more`() {
    var fewer = today.run
    fewer.entries.removeLast()
    let new = today.notes(since: Baseline(fewer))
    #expect(new == [ReportNote(.new, "kl-oracle in binary32", "was not recorded, unsupported now")])
    var more = today.run
    for entry in more.entries {
      var entry = entry
      entry.format = .binary64
      more.entries.append(entry)
    }
    let lost = today.notes(since: Baseline(more))
    #expect(lost.map(\.kind) == [.worse])
    #expect(
      lost.map(\.text) == ["is not offered any more, in which 2 laws were checked"])
  }
}
