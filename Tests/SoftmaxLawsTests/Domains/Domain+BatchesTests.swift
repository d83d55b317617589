import Arithmetic
import PropertyEngine
import SoftmaxFamily
import Testing

@testable import SoftmaxLaws

@Suite("Domains of batches") struct DomainBatchesTests {
  @Test func `have as many rows in every input, each of one length`() {
    let draws = DomainDraw.all(.logits.inRows(), .scale.inRows(), .cotangent.inRows())
    #expect(!draws.isEmpty && draws.allSatisfy { $0.isOfFormat })
    for draw in draws {
      let rows = draw.tensors[0].rows
      #expect((2...4).contains(rows))
      #expect(draw.tensors[1].shape == [rows])
      #expect(draw.tensors[2].shape == draw.tensors[0].shape)
    }
    #expect(Set(draws.map { $0.tensors[0].rows }).count == 3)
  }

  @Test func `pad with masked entries, up to more than a vector register of them`() {
    let draws = DomainDraw.all(.padding)
    #expect(draws.allSatisfy { $0[0].allSatisfy { $0 == -.infinity } })
    #expect(Set(draws.map { $0[0].count }) == Set(1...17))
  }
}
