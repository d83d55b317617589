import Arithmetic
import SoftmaxFamily
import SoftmaxLaws
import SoftmaxReference
import Testing

@Suite("How a law is decided") struct ExactnessTests {
  /// The reference, with answers of which the enclosures say nothing.
  private static let returnedOnly = Law.Functions(
    subject: { operation in
      Function(operation, contract: nil) { arguments throws(CallFailure) in
        let answer = try Reference.function(operation).answer(arguments)
        return Function.Answer(
          returned: answer.returned, enclosure: answer.enclosure.map { _ in .unbounded })
      }
    }, certified: Reference.function)

  private static func sayAnything(_ laws: [Law]) throws -> [String] {
    try laws.filter { law in
      let drawn = DrawnCases(law, in: .binary64, attempts: 12)
      return try drawn.cases.contains { try !$0.finding(with: returnedOnly).isVacuous }
    }.map(\.name)
  }

  @Test func `is by what was returned where it is exact, and by enclosures where it is not`() throws
  {
    let exact = Catalogue.laws.filter { $0.exactness == .exact }
    #expect(exact.count > 15)
    #expect(try Self.sayAnything(exact) == exact.map(\.name))
    #expect(try Self.sayAnything(Catalogue.laws.filter { $0.exactness == .oracle }) == [])
  }

  @Test func `is against the certified value where it is by the oracle`() {
    let oracles = Catalogue.laws.filter { $0.name.hasSuffix("-oracle") }
    #expect(oracles.allSatisfy { $0.exactness == .oracle })
  }

  @Test func `is said in letters that differ, and in a sentence`() {
    #expect(Set(Exactness.allCases.map(\.meaning)).count == Exactness.allCases.count)
    #expect(Exactness.allCases.map(\.rawValue) == ["X", "Xs", "T", "MR", "oracle", "convention"])
  }
}
