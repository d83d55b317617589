import Arithmetic
import Conformance
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Testing

@Suite("A mutant of the textbook") struct MutantTests {
  /// The mutants by name.
  private static let all =
    Mutant.ofSoftmax + Mutant.ofLogarithms + Mutant.ofScalars + Mutant.ofLosses
    + Mutant.ofDerivatives

  @Test(arguments: all.map(\.name))
  func `is falsified by the laws that ought to see it`(name: String) throws {
    let mutant = try #require(Self.all.first { $0.name == name })
    let check = Check(.implementation(mutant.implementation), cases: 300)
    for law in mutant.laws {
      let law = try #require(Catalogue.law(named: law))
      for format in [Format.binary32, .binary64] {
        let result = check.result(of: law, in: format)
        #expect(result.verdict == .fails, "\(law.name) in \(format): \(result.verdict)")
        #expect(result.counterexample != nil)
      }
    }
  }

  @Test func `is the textbook where it is not changed`() {
    let unchanged = Implementation.textbook(but: .softmax, "unchanged") { arguments, _ in
      arguments[0]
    }
    let check = Check(.implementation(unchanged), cases: 20)
    let others = Catalogue.laws.filter { !$0.operations.contains(.softmax) }
    let failures = others.filter { check.result(of: $0, in: .binary32).verdict != .holds }
    #expect(failures.map(\.name) == [])
  }
}
