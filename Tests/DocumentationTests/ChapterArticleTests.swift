import FixtureSupport
import Foundation
import SoftmaxLaws
import Testing

/// The articles of the catalogue: prose, and then the laws of a chapter, which are made here.
@Suite("An article about a chapter") struct ChapterArticleTests {
  private static let folder = "Sources/SoftmaxLaws/SoftmaxLaws.docc"

  /// The article that begins with a title.
  private static func path(titled title: String) throws -> String {
    let paths = ProjectFile.paths(in: folder, ending: ".md")
    return try #require(
      try paths.first { try ProjectFile.text(of: $0).hasPrefix("# \(title)\n") },
      "no article is titled '\(title)'")
  }

  /// The names of the laws in Swift by those in reports, as the sources have them.
  private static func identifiers() throws -> [String: String] {
    let files = ProjectFile.paths(in: "Sources/SoftmaxLaws/Catalogue", ending: ".swift")
    return try files.reduce(into: [:]) { names, file in
      let laws = try ProjectFile.text(of: file).matches(
        of: /public static let (\w+)[^"]*"([a-z0-9-]+)"/)
      for law in laws { names[String(law.output.2)] = String(law.output.1) }
    }
  }

  @Test func `ends with its laws, their statements, decisions and sources`() throws {
    let identifiers = try Self.identifiers()
    for chapter in Catalogue.chapters {
      let names = try chapter.laws.map { try #require(identifiers[$0.name], "\($0.name)") }
      let rows = zip(chapter.laws, names).map(Self.row)
      let links = names.map { "- ``Law/\($0)``\n" }
      let text = """

        | law | statement | decided | source |
        | --- | --- | --- | --- |
        \(rows.joined())
        ## Topics

        ### Laws of this chapter

        \(links.joined())
        """
      try GeneratedFile(try Self.path(titled: chapter.title))
        .expect(containing: text, between: "\n## Laws\n")
    }
  }

  @Test func `is listed on the first page`() throws {
    let page = try ProjectFile.text(of: Self.folder + "/SoftmaxLaws.md")
    let listed = page.matches(of: /- <doc:(\w+)>/).map { "\(Self.folder)/\($0.output.1).md" }
    let chapters = try Catalogue.chapters.map { try Self.path(titled: $0.title) }
    #expect(listed == chapters + [Self.folder + "/Sources.md"])
  }

  @Test func `names a law in Swift as in reports, but for hyphens and case`() throws {
    let identifiers = try Self.identifiers()
    #expect(identifiers.count == Catalogue.laws.count)
    let odd = identifiers.filter { name, identifier in
      name.replacing("-", with: "") != identifier.lowercased()
    }
    #expect(odd.isEmpty)
  }

  private static func row(_ law: Law, _ identifier: String) -> String {
    let cells = [
      "[`\(law.name)`](doc:Law/\(identifier))", "`\(law.statement)`", law.exactness.rawValue,
      law.source,
    ]
    return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
  }
}
