import Arithmetic
import Conformance
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Testing

@Suite("A mutant") struct MutantTests {
  @Test func `is falsified by the law that is expected to see it, wherever it shows`() throws {
    var survivors: [String] = []
    for mutant in Mutant.all {
      let law = try #require(Catalogue.law(named: mutant.law), "\(mutant.law)")
      for format in mutant.formats {
        let check = Check(.implementation(mutant.implementation), cases: 500)
        if check.casesToFailure(of: law, in: format) == nil {
          survivors.append("\(mutant.name) in \(format.rawValue) survives \(law.name)")
        }
      }
    }
    #expect(survivors == [])
  }

  @Test func `is the control where it is not changed`() throws {
    let mutant = try #require(Mutant.all.first { $0.name == "no-max-shift" })
    let check = Check(.implementation(mutant.implementation), cases: 20)
    let others = Catalogue.laws.filter { !$0.operations.contains(mutant.operation) }
    let failures = others.filter { check.result(of: $0, in: .binary32).verdict != .holds }
    #expect(failures.map(\.name) == [])
  }
}
