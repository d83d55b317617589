import SoftmaxLaws
import Testing

@testable import softmax_laws

@Suite("A selection of laws")
struct LawSelectionTests {
  @Test func `is the catalogue where there is no pattern`() throws {
    let selection = try LawSelection([])
    #expect(selection.laws.map(\.name) == Catalogue.laws.map(\.name))
    #expect(selection.chapters.map(\.title) == Catalogue.chapters.map(\.title))
  }

  @Test func `has the laws that match any pattern, in the order of the catalogue`() throws {
    let selection = try LawSelection(["softmax-sum-one", "lse-sing*", "softmax-sum-?ne"])
    #expect(selection.laws.map(\.name) == ["softmax-sum-one", "lse-singleton"])
    #expect(selection.chapters.map(\.title) == ["Softmax", "Log-sum-exp"])
  }

  @Test func `names a pattern that no law matches`() {
    #expect(
      throws: Stop(
        message: "there is no law 'softmax-sumone', did you mean 'softmax-sum-one'?", status: .usage
      )
    ) { try LawSelection(["softmax-*", "softmax-sumone"]) }
    #expect(
      throws: Stop(message: "there is no law 'x*', see softmax-laws list", status: .usage)
    ) { try LawSelection(["x*"]) }
  }
}
