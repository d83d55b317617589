import Arithmetic
import SoftmaxFamily
import Testing

@testable import Specimens

@Suite("A fault") struct FaultTests {
  private static let description = FaultDescription(
    "Z01", "doubled", in: .softmax, or: [.logSumExp], "twice", advice: "halve",
    from: "nobody", seenBy: "softmax-oracle")

  private static func fault<Scalar>(_: Scalar.Type) -> Fault<Scalar> {
    Fault(description, with: [2, 3]) { kernels, factor in
      let softmax = kernels.softmaxOfRow
      kernels.softmaxOfRow = { softmax($0, $1).map { Scalar(factor) * $0 } }
    }
  }

  @Test func `is a mutant with a variant for every number and other operation`() throws {
    let mutants = Mutant.list([Self.fault(Double.self)], [Self.fault(Float.self)])
    let mutant = try #require(mutants.first)
    #expect(mutants.count == 1 && mutant.id == "Z01" && mutant.formats == Format.allCases)
    #expect(mutant.variants.map(\.operation) == [.softmax, .softmax, .logSumExp])
    #expect(Set(mutant.variants.map(\.control)).count == 3)
    for format in [Format.binary32, .binary64] {
      let call = Call(.softmax, in: format, [.vector(0)])
      let answers = try mutant.variants.map { try $0.implementation.evaluate(call).values }
      #expect(answers == [[2], [3], [1]])
    }
  }
}
