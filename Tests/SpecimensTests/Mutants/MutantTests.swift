import Arithmetic
import SoftmaxFamily
import Specimens
import Testing

@Suite("A mutant's description") struct MutantDescriptionTests {
  /// The entries of the sections A to J of the list of faults.
  private static let entries = """
    A01 A02 A04 A06 A07 A09 A10 A11 A13 A15 A16 A17 A18 A19 A22
    B01 B03 B04 B06 B07 B08 B09 B10 B11 B13 B14 B15 B16 B17 B18 B19 B20 B21
    C01 C03 C04 C05 C06 C07 C09 C10 C11 C12 C13 C14 C16 C17 C18
    D02 D04 D05 D06 D07 D09 D10 E01 E03 E05 E06 E07 E08 E09 E10
    F01 F03 F04 F05 F07 F09 F10 F11
    G01 G03 G04 G05 G07 G10 G11 G12 G13 G14 G15 G16 G17
    H01 H02 H03 H04 H05 H06 H07 H08 H09 H12 H13 H14 H15 H16 H17
    I01 I03 I05 I06 I07 J01 J02 J03 J04 J05 J07 J08
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  @Test func `stands for every entry of the list that is not said to be inexpressible`() {
    let modelled = Set(Mutant.all.map { String($0.id.prefix(3)) })
    let others = Set(InexpressibleFault.all.map(\.id))
    #expect(modelled.intersection(others).isEmpty)
    #expect(Set(Self.entries).subtracting(modelled).subtracting(others).sorted() == [])
    #expect(others.subtracting(Self.entries).isEmpty)
    #expect(InexpressibleFault.all.allSatisfy { !$0.fault.isEmpty && !$0.reason.isEmpty })
  }

  @Test func `names it, its source and where it shows`() {
    #expect(Set(Mutant.all.map(\.id)).count == Mutant.all.count)
    #expect(Set(Mutant.all.map(\.name)).count == Mutant.all.count)
    for mutant in Mutant.all {
      #expect(mutant.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(mutant.name)")
      #expect(!mutant.mechanism.isEmpty && !mutant.advice.isEmpty && !mutant.references.isEmpty)
      #expect(!mutant.formats.isEmpty && mutant.variants.count >= 3)
    }
  }

  @Test func `is of one operation, which alone is changed`() throws {
    let mutant = try #require(Mutant.all.first { $0.name == "log-flag-crossed" })
    #expect(mutant.operation == .softmax)
    let x = Call.Argument(shape: [2], values: [0, 0])
    let wrong = try mutant.implementation.evaluate(Call(.softmax, in: .binary64, [x]))
    #expect(wrong.values == [-0.6931471805599453, -0.6931471805599453])
    let gradient = Call(.logSumExpGradient, in: .binary64, [x])
    #expect(try mutant.implementation.evaluate(gradient).values == [0.5, 0.5])
    let everywhere = mutant.variants[0].everywhere
    #expect(try everywhere.evaluate(gradient).values == wrong.values)
  }

  @Test func `says nothing of what another remembers`() throws {
    let mutant = try #require(Mutant.all.first { $0.name == "scratch-sum-kept" })
    let call = Call(.softmax, in: .binary64, [Call.Argument(shape: [1], values: [0])])
    let first = mutant.implementation
    #expect(try first.evaluate(call).values == [1])
    #expect(try first.evaluate(call).values == [1 / 1.5])
    #expect(try mutant.implementation.evaluate(call).values == [1])
  }
}
