import Arithmetic
import Conformance
import SoftmaxLaws
import Testing

@testable import softmax_laws

@Suite("The table of a check")
struct CheckTableTests {
  @Test func `has its columns under each other, whatever is longer`() throws {
    let names = ["softmax-sum-one", "softmax-power-temperature", "bce-oracle"]
    let options = names.flatMap { ["--law", $0] }
    let lines = Session(
      options + [
        "--implementation", "naive", "--cases", "2", "--format", "binary16", "--format", "binary64",
      ]
    ).lines
    let titles = lines.filter { $0.hasPrefix("Softmax ") || $0.hasPrefix("Binary ") }
    #expect(titles.count == 2)
    let columns = Set(titles.map { place(of: "binary64", in: $0) })
    #expect(columns.count == 1)
    let statements = names.compactMap { name -> Int? in
      guard let law = Catalogue.law(named: name) else { return nil }
      return lines.first { $0.hasPrefix(name + " ") }.map { $0.count - law.statement.count }
    }
    #expect(statements.count == names.count)
    #expect(Set(statements) == [(columns.first ?? 0) + 11])
  }

  @Test func `has room for every verdict`() throws {
    let transcript = Transcript()
    let terminal = Terminal(output: transcript.append, errors: { _ in })
    let selection = try LawSelection(["softmax-sum-one"])
    let table = CheckTable(terminal, selection, formats: [.binary32], isQuiet: false)
    let law = selection.laws[0]
    for verdict in LawResult.Verdict.allCases {
      table.row(law, [ExitStatusTests.result(verdict)])
    }
    let lines = transcript.text.split(separator: "\n")
    #expect(lines.count == LawResult.Verdict.allCases.count)
    #expect(lines.allSatisfy { $0.hasSuffix(" " + law.statement) })
    #expect(Set(lines.map(\.count)).count == 1)
    #expect(Set(lines).count == lines.count)
  }

  private func place(of text: String, in line: String) -> Int {
    line.ranges(of: text).first.map { line.distance(from: line.startIndex, to: $0.lowerBound) } ?? 0
  }
}
