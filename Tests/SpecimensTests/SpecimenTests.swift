import Arithmetic
import SoftmaxFamily
import Specimens
import Testing

@Suite("The built-in implementations") struct SpecimenTests {
  @Test func `have names of their own`() {
    #expect(Specimen.all.prefix(2).map(\.name) == ["textbook", "naive"])
    #expect(Set(Specimen.all.map(\.name)).count == Specimen.all.count)
    #expect(Specimen.all.allSatisfy { $0.language == "swift" && $0.version.isEmpty })
  }

  @Test func `offer every operation in every format, if they are the textbook's`() {
    let textbook = Specimen.textbook
    #expect(
      Operation.allCases.allSatisfy { operation in
        Format.allCases.allSatisfy { textbook.offers(operation, in: $0) }
      })
    #expect(Specimen.naive.formats == Format.allCases)
    #expect(Specimen.naive.operations.count == 11)
  }

  @Test func `claim to compute the narrow formats in binary32`() {
    for specimen in Specimen.all {
      #expect(specimen.claims.arithmetic == [.binary16: .binary32, .bfloat16: .binary32])
      #expect(specimen.claims.subnormals == .gradual)
    }
    #expect(Specimen.textbook.claims.algorithm == .shiftDiv)
    #expect(Specimen.textbook.claims.exponentialUlps == 1)
    #expect(Specimen.naive.claims.exponentialUlps == nil)
  }
}
