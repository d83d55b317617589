import Arithmetic
import Conformance
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Testing

@Suite("The advice of a vacuous verdict") struct CheckAdviceTests {
  /// The textbook's functions, under other claims.
  private static func textbook(_ claim: (inout Claims) -> Void) -> Check {
    var program = Specimen.textbook
    program.claims = Claims()
    claim(&program.claims)
    return Check(.implementation(program), cases: 30)
  }

  @Test func `is the claim without which a law says nothing`() {
    let rough = Self.textbook { $0.exponentialUlps = 1e8 }
    let odds = Law("odds", "σ(x)/σ(−x) = e^x", of: .sigmoid, forAll: .smallNumbers) {
      sigmoid, x in
      .equal(try sigmoid(x) / sigmoid(-x), x.exp)
    }
    let result = rough.result(of: odds, in: .binary32)
    #expect(result.verdict == .vacuous)
    #expect(
      result.message
        == "every bound is wider than an eighth of its number; with exponentialUlps: 1 claimed it would say something"
    )
  }

  @Test func `is several claims where one is not enough`() {
    let rough = Self.textbook {
      $0.exponentialUlps = 1e17
      $0.logarithmUlps = 1e17
    }
    let claims = rough.claimsThatWouldSharpen(.softmaxKlBregman, in: .binary64).map(\.text)
    #expect(claims == ["exponentialUlps: 1", "logarithmUlps: 1"])
  }

  @Test func `is none where no claim helps, or nothing is vacuous`() {
    let none = Check(.reference).claimsThatWouldSharpen(.softmaxSumOne, in: .binary32)
    #expect(none == [])
    let nothing = Law("nothing", "0 = ?", of: .softmax, forAll: .logits) { _, _ in
      .atMost(Tensor(Ball.unbounded), 1)
    }
    let result = Self.textbook { _ in }.result(of: nothing, in: .binary32)
    #expect(result.verdict == .vacuous)
    #expect(
      result.message == "every bound is wider than an eighth of its number, whatever is claimed")
  }

  @Test func `leaves out what is claimed already`() {
    let claims = Specimen.textbook.claims
    let names = Claims.additions(in: .binary16, to: claims).map(\.text)
    #expect(names == ["monotone: true"])
    let all = Claims.additions(in: .binary16, to: Claims()).map(\.name)
    #expect(all.count == 10 && Set(all).count == 10)
    let more = Claims.additions(in: .binary64, to: Claims()).map(\.name)
    #expect(!more.contains("accumulator") && !more.contains("arithmetic"))
    for addition in Claims.additions(in: .binary16, to: Claims()) {
      let table = addition.added(to: Claims()).table
      #expect(table.map { "\($0.name): \($0.value)" } == [addition.text])
    }
  }
}
