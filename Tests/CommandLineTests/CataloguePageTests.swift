import FixtureSupport
import SoftmaxLaws
import Testing

@testable import softmax_laws

@Suite("The catalogue's page") struct CataloguePageTests {
  @Test func `is in Fixtures, word for word`() throws {
    let session = Session("list", "--markdown")
    #expect(session.status == .success)
    try GeneratedFile("Fixtures/Catalogue.md").expect(session.output)
  }

  @Test func `has a line for every row and every law`() {
    let page = CataloguePage().text
    let rows = CatalogueTable.rows.filter { !page.contains("| \($0.id) | ") }
    #expect(rows.map(\.id) == [])
    let laws = Catalogue.laws.filter { !page.contains("`\($0.name)`") }
    #expect(laws.map(\.name) == [])
  }
}
