import Foundation
import SoftmaxLaws
import Testing

@testable import softmax_laws

@Suite("The catalogue's page") struct CataloguePageTests {
  private static var fixture: String {
    get throws {
      let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
      return try String(
        contentsOf: root.appending(path: "Fixtures/Catalogue.md"), encoding: .utf8)
    }
  }

  /// To be made anew with `swift run softmax-laws list --markdown > Fixtures/Catalogue.md`.
  @Test func `is in Fixtures, word for word`() throws {
    let session = Session("list", "--markdown")
    #expect(session.status == .success)
    let lines = session.output.split(separator: "\n", omittingEmptySubsequences: false)
    let kept = try Self.fixture.split(separator: "\n", omittingEmptySubsequences: false)
    let differing = zip(lines, kept).first { $0 != $1 }
    #expect(
      session.output == (try Self.fixture),
      "make it anew: \(differing.map { "\($0.0) is not \($0.1)" } ?? "a line more or less")")
  }

  @Test func `has a line for every row and every law`() {
    let page = CataloguePage().text
    let rows = CatalogueTable.rows.filter { !page.contains("| \($0.id) | ") }
    #expect(rows.map(\.id) == [])
    let laws = Catalogue.laws.filter { !page.contains("`\($0.name)`") }
    #expect(laws.map(\.name) == [])
  }
}
