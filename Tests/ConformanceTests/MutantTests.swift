import Arithmetic
import Conformance
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Testing

@Suite("A mutant") struct MutantTests {
  /// In one of the formats in which it shows; `softmax-laws mutants` tries all of them, and all laws.
  @Test func `is falsified by the law that is expected to see it`() throws {
    var survivors: [String] = []
    for (index, mutant) in Mutant.all.enumerated() {
      let law = try #require(Catalogue.law(named: mutant.law), "\(mutant.law)")
      let format = mutant.formats[index % mutant.formats.count]
      let check = Check(.implementation(mutant.implementation), cases: 500)
      if check.casesToFailure(of: law, in: format) == nil {
        survivors.append("\(mutant.name) in \(format.rawValue) survives \(law.name)")
      }
    }
    #expect(survivors == [])
  }

  @Test func `is the control where it is not changed`() throws {
    let mutant = try #require(Mutant.all.first { $0.name == "no-max-shift" })
    let check = Check(.implementation(mutant.implementation), cases: 2)
    let others = Catalogue.laws.filter { !$0.operations.contains(mutant.operation) }
    let failures = others.filter { check.result(of: $0, in: .binary32).isRed }
    #expect(failures.map(\.name) == [])
  }
}
