import FixtureSupport
import Foundation
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Testing

/// The README, as far as it quotes the program.
@Suite("The README") struct ReadmeTests {
  private let text: String

  init() throws { text = try ProjectFile.text(of: "README.md") }

  /// The indented lines that follow the block of a command.
  private func quotation(after command: String, in text: String) throws -> [String] {
    let rest = try #require(text.components(separatedBy: command).dropFirst().first)
    let lines = rest.components(separatedBy: "\n").drop { !$0.hasPrefix("    ") }
    let quoted = lines.prefix { $0.isEmpty || $0.hasPrefix("    ") }
    return quoted.map { String($0.dropFirst(4)) }.filter { !$0.isEmpty }
  }

  /// Lines without blanks at their ends and without times.
  private func normalised(_ lines: [String]) -> [String] {
    lines.map { line in
      var line = line.replacing(/in [0-9.]+ s$/, with: "in … s")
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  @Test func `quotes a failing law as it is printed`() throws {
    let command = "check --implementation naive --law lse-associative --no-color"
    let session = Session(command.split(separator: " ").map(String.init))
    #expect(normalised(session.lines) == normalised(try quotation(after: command, in: text)))
  }

  @Test func `and the article of the reference quote the oracle as it answers`() throws {
    let session = Session("oracle", "sigmoid", "-1000")
    let article = try ProjectFile.text(
      of: "Sources/SoftmaxReference/SoftmaxReference.docc/SoftmaxReference.md")
    let quoted = try quotation(after: "softmax-laws oracle sigmoid -1000", in: article)
    #expect(normalised(session.lines) == normalised(quoted))
    let value = try #require(quoted.first { $0.hasPrefix("[0] ") }).dropFirst(4)
    #expect(text.contains(value))
  }

  @Test func `counts the controls and the mutants`() {
    #expect(text.contains("controls of \(Control.all.count) structures"))
    #expect(text.contains("holds \(Mutant.all.count) mutants"))
  }

  @Test func `counts the laws and operations as the catalogue does`() {
    let count =
      "\(Catalogue.laws.count) laws of \(SoftmaxFamily.Operation.allCases.count) operations"
    #expect(text.contains(count))
  }
}
