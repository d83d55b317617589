import FixtureSupport
import Foundation
import Testing

/// The recipes of CONTRIBUTING and the README name files and suites, which have to be there.
@Suite("A recipe") struct RecipeTests {
  private static func text() throws -> String {
    try ProjectFile.text(of: ".github/CONTRIBUTING.md") + ProjectFile.text(of: "README.md")
  }

  @Test func `names files that there are`() throws {
    let paths = try Self.text().matches(of: /`((?:Sources|Tests|Fixtures|\.ci)\/[\w.+\/-]+)`/)
    #expect(paths.count > 20)
    // The newcomer's own package is not here.
    let missing = paths.map { String($0.output.1) }.filter {
      !$0.contains("/MineTests/")
        && !FileManager.default.fileExists(atPath: ProjectFile.url($0).path())
    }
    #expect(missing == [])
  }

  @Test func `names suites that there are`() throws {
    let files = ProjectFile.paths(in: "Tests", ending: ".swift")
    let tests = try files.map { try ProjectFile.text(of: $0) }.joined()
    let filters = try Self.text().matches(of: /swift test --filter "?([\w|]+)/)
    let names = filters.flatMap { $0.output.1.split(separator: "|") }
    #expect(!names.isEmpty)
    #expect(names.filter { !tests.contains("struct \($0)") } == [])
  }

  @Test func `names laws and mutants that there are`() throws {
    let sources = try ProjectFile.paths(in: "Sources", ending: ".swift")
      .map { try ProjectFile.text(of: $0) }.joined()
    let names = try Self.text().matches(of: /As `([a-z-]+)` has it/).map { String($0.output.1) }
    #expect(names.count >= 4)
    #expect(
      names.filter { !sources.contains("\"\($0)\"") && !sources.contains("case \($0)\n") } == [])
  }
}
