import Arithmetic
import PropertyEngine
import SoftmaxFamily
import Testing

@testable import SoftmaxLaws

@Suite("Domains of laws about derivatives") struct DomainDerivativesTests {
  @Test func `have a probability for the pivot beside the logits`() {
    let draws = DomainDraw.all(.veryFewModerateLogits, .pivotedInterior)
    for draw in draws {
      #expect(draw[1].count == draw[0].count + 1)
      #expect(draw[1].reduce(0, +) == 1 && draw[1].allSatisfy { $0 > 0 })
      #expect(draw[0].allSatisfy { abs($0) <= 4 })
    }
    #expect(Set(draws.map { $0[0].count }) == Set(1...4))
  }

  @Test func `have steps that are small`() {
    let vectors = DomainDraw.all(.veryFewLogits, .smallVector)
    #expect(vectors.allSatisfy { $0[0].count == $0[1].count })
    #expect(vectors.allSatisfy { $0[1].allSatisfy { abs($0) <= 0.25 } })
    let steps = DomainDraw.all(.smallStep).map { $0[0][0] }
    #expect(Set(steps) == Set((1...8).map { powerOfTwo(-$0) }))
  }

  @Test func `have matrices of every small size, and both axes`() {
    let draws = DomainDraw.all(.logitMatrix, .axis, attempts: 200)
    #expect(draws.allSatisfy { $0.isOfFormat })
    #expect(Set(draws.map { $0.tensors[0].rows }) == Set(1...6))
    #expect(Set(draws.map { $0.tensors[0].columns }) == Set(1...9))
    #expect(Set(draws.map { $0[1][0] }) == [0, 1])
  }

  @Test func `have two logits with an exact difference`() {
    let draws = DomainDraw.all(.twoTameLogits)
    #expect(draws.allSatisfy { $0.isExactSum($0[0][0], -$0[0][1]) && abs($0[0][0]) <= 4 })
  }
}
