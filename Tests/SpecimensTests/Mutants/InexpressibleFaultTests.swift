import Specimens
import Testing

@Suite("A fault that no operation shows") struct InexpressibleFaultTests {
  @Test func `is told once, in the order of the list, with the reason`() {
    let all = InexpressibleFault.all
    #expect(all.map(\.id) == all.map(\.id).sorted() && Set(all.map(\.id)).count == all.count)
    #expect(all.allSatisfy { !$0.fault.isEmpty && !$0.reason.isEmpty })
    #expect(all.allSatisfy { entry in !Mutant.all.contains { $0.id == entry.id } })
  }
}
