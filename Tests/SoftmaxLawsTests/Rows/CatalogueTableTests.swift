import FixtureSupport
import Foundation
import SoftmaxLaws
import Testing

@Suite("The table of rows") struct CatalogueTableTests {
  @Test func `has every row once, in twelve chapters`() {
    #expect(CatalogueTable.chapters.map(\.number) == "ABCDEFGHIJKL".map { "1\($0)" })
    #expect(
      CatalogueTable.chapters.map(\.rows.count) == [33, 27, 23, 19, 33, 27, 43, 20, 14, 41, 9, 6])
    #expect(Set(CatalogueTable.rows.map(\.id)).count == 295)
    #expect(
      Set(CatalogueTable.rows.flatMap(\.stems)).count == CatalogueTable.rows.flatMap(\.stems).count)
  }

  @Test func `says of every row what covers it`() {
    let bare = CatalogueTable.rows.filter { row in
      CatalogueTable.laws(of: row).isEmpty && row.test == nil && row.reason == nil
    }
    #expect(bare.map(\.id) == [])
  }

  @Test func `names laws that there are`() {
    let named = CatalogueTable.rows.flatMap(\.others)
    #expect(named.filter { Catalogue.law(named: $0) == nil } == [])
  }

  @Test func `gives a law to the row with the longest name that it begins with`() throws {
    let rows = CatalogueTable.rows
    func laws(_ id: String) throws -> [String] {
      CatalogueTable.laws(of: try #require(rows.first { $0.id == id })).map(\.name)
    }
    #expect(try laws("softmax-sum-one") == ["softmax-sum-one", "softmax-sum-one-scaled"])
    #expect(try laws("cce-gradient").contains("cce-gradient"))
    #expect(try !laws("cce-gradient").contains("cce-gradient-mass"))
    #expect(try laws("jacobian-null-ones / vjp-ones") == ["vjp-ones", "jvp-ones"])
    #expect(try laws("softmax-oracle") == ["softmax-oracle", "scaled-softmax-oracle"])
  }

  @Test func `names tests that there are, with the row in the test's name`() throws {
    let files = ProjectFile.paths(in: "Tests/SoftmaxReferenceTests", ending: ".swift")
    let texts = try files.map(ProjectFile.text)
    for row in CatalogueTable.rows {
      guard let suite = row.test else { continue }
      let isThere = texts.contains {
        $0.contains("@Suite(\"\(suite)\")") && $0.contains("\(row.id)`")
          || $0.contains("\(row.id),")
      }
      #expect(isThere, "\(row.id)")
    }
  }
}
