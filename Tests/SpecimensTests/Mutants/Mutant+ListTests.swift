import Specimens
import Testing

@Suite("The list of mutants") struct MutantListTests {
  @Test func `has every fault once, in the order of the list of faults`() {
    #expect(Mutant.all.map(\.id) == Mutant.all.map(\.id).sorted())
    #expect(Mutant.all.count >= 104)
  }
}
