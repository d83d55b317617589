import FixtureSupport
import Foundation
import Testing

/// Swift in documentation is compiled: every block stands in a file of the package as well.
@Suite("A Swift block of the documentation") struct SnippetTests {
  private static let documents =
    ["README.md", ".github/CONTRIBUTING.md"]
    + ProjectFile.paths(in: "Sources", ending: ".md")

  /// A text without blanks and ends of lines, which a formatter may move.
  private static func dense(_ text: some StringProtocol) -> Data {
    Data(text.utf8.filter { $0 > 0x20 })
  }

  @Test func `is part of a file that is compiled`() throws {
    let files =
      ProjectFile.paths(in: "Sources", ending: ".swift")
      + ProjectFile.paths(in: "Tests", ending: ".swift")
      + ProjectFile.paths(in: ".ci/packages", ending: ".swift")
    let compiled = try files.map { Self.dense(try ProjectFile.text(of: $0)) }
    for document in Self.documents {
      let blocks = try ProjectFile.text(of: document).matches(of: /(?s)```swift\n(.*?)```/)
      // A manifest is compiled where .ci/consumer builds the package of the README.
      for block in blocks where !block.output.1.contains("import PackageDescription") {
        let snippet = Self.dense(block.output.1)
        let isCompiled = compiled.contains { $0.range(of: snippet) != nil }
        #expect(isCompiled, "\(document):\n\(block.output.1)")
      }
    }
  }
}
