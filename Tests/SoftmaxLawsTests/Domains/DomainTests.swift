import Arithmetic
import PropertyEngine
import SoftmaxFamily
import Testing

@testable import SoftmaxLaws

@Suite("A domain") struct DomainTests {
  @Test func `has another name and stays the same`() throws {
    let named = Domain<Tensor>.logits.named("z")
    #expect(named.name == "z" && named.description == Domain<Tensor>.logits.description)
    for seed in UInt64(0)..<20 {
      var (one, other) = (ChoiceSource(seed: seed), ChoiceSource(seed: seed))
      var (first, second) = (Frame(format: .binary32), Frame(format: .binary32))
      let x = try Domain.logits.draw(from: &one, in: &first)
      #expect(try named.draw(from: &other, in: &second).values == x.values)
    }
  }

  @Test func `is made of a generator for each format`() throws {
    let domain = Domain("n", "integers") { format in
      Generator.integer(in: 1...format.precision).map { Tensor(Double($0)) }
    }
    var (source, frame) = (ChoiceSource(seed: 3), Frame(format: .bfloat16))
    for _ in 0..<50 {
      #expect((1...8).contains(try domain.draw(from: &source, in: &frame).values[0]))
    }
    #expect(domain.name == "n" && domain.description == "integers" && domain.regimes.isEmpty)
  }

  @Test func `gives vectors the length of those before them`() {
    let draws = DomainDraw.all(.oneHot, .moderateLogits, .masses)
    #expect(draws.allSatisfy { $0[0].count == $0[1].count && $0[1].count == $0[2].count })
    #expect(Set(draws.map { $0[0].count }).count > 5)
  }

  @Test func `takes note of the length and of the largest finite number`() {
    var frame = Frame(format: .binary32)
    #expect(frame.counts(2...5) == 2...5)
    frame.note([1, -8, -.infinity, 3])
    #expect(frame.count == 4 && frame.magnitude == 8)
    #expect(frame.counts(2...5) == 4...4)
    frame.note([0.5, 2, 0, 0])
    #expect(frame.magnitude == 8)
  }

  @Test func `hands out companions in order`() throws {
    var frame = Frame(format: .binary32)
    frame.companions = [1, 2]
    var source = ChoiceSource(seed: 0)
    let domain = Domain<Tensor>.companion("c", "a companion")
    #expect(try domain.draw(from: &source, in: &frame).scalar.value == 1)
    #expect(try domain.draw(from: &source, in: &frame).scalar.value == 2)
    #expect(frame.companions.isEmpty && source.choices.isEmpty)
  }

  @Test func `shows the numbers of its values`() {
    #expect(
      Tensor([1.5, -0.0] as [Double]).numbers.map(\.bitPattern) == [1.5, -0.0].map(\.bitPattern))
    #expect([2, 0, 1].numbers == [2, 0, 1])
  }
}
