import Arithmetic
import PropertyEngine
import SoftmaxFamily
import Testing

@testable import SoftmaxLaws

@Suite("The domains of entries") struct DomainEntriesTests {
  @Test func `are vectors of finite numbers, within the lengths they say`() {
    let domains: [(Domain<Tensor>, ClosedRange<Int>)] = [
      (.numbers, 1...6), (.moderateNumbers, 1...6), (.smallNumbers, 1...6),
      (.pairedNumbers, 1...6), (.probabilities, 1...6), (.targets, 1...6), (.oneTarget, 1...1),
      (.oneHardTarget, 1...1), (.hardTargets, 1...6), (.distribution, 2...16), (.interior, 2...16),
      (.oneHot, 2...16), (.masses, 2...16),
    ]
    for (domain, counts) in domains {
      let draws = DomainDraw.all(domain)
      #expect(draws.count == 320)
      #expect(draws.allSatisfy { $0.isOfFormat && counts.contains($0[0].count) })
    }
  }

  @Test func `of small numbers stop at four`() {
    #expect(DomainDraw.all(.smallNumbers).allSatisfy { $0[0].allSatisfy { abs($0) <= 4 } })
  }

  @Test func `of any numbers hold huge and tiny ones, of both signs`() {
    for format in Format.allCases {
      let x = DomainDraw.all(.numbers).filter { $0.format == format }.flatMap { $0[0] }
      #expect(x.contains { abs($0) > format.greatestFinite / 16 })
      #expect(x.contains { $0 != 0 && abs($0) < format.leastNormal * 16 })
      #expect(x.contains { $0 < 0 } && x.contains { $0 > 0 })
    }
  }

  @Test func `of fractions have exact complements`() {
    for (domain, isOpen) in [(Domain<Tensor>.probabilities, true), (.targets, false)] {
      for draw in DomainDraw.all(domain) {
        #expect(draw[0].allSatisfy { isOpen ? $0 > 0 && $0 < 1 : $0 >= 0 && $0 <= 1 })
        #expect(draw[0].allSatisfy { draw.isExactSum(1, -$0) })
      }
    }
    let targets = DomainDraw.all(.targets).flatMap { $0[0] }
    #expect(targets.contains(0) && targets.contains(1))
    #expect(targets.contains { $0 != 0 && $0 != 1 })
  }

  @Test func `of one target leave the length to the vectors after it, or set it to one`() {
    let draws = DomainDraw.all(.twoGridLogits, .oneTarget)
    #expect(draws.allSatisfy { $0.frame.count == 2 && $0[1].count == 1 })
    #expect(DomainDraw.all(.oneTarget, .moderateNumbers).allSatisfy { $0[1].count == 1 })
    #expect(DomainDraw.all(.oneHardTarget, .numbers).allSatisfy { $0[1].count == 1 })
  }

  @Test func `of hard targets are zeros and ones, and both`() {
    for domain in [Domain<Tensor>.hardTargets, .oneHardTarget] {
      #expect(Set(DomainDraw.all(domain).flatMap { $0[0] }) == [0, 1])
    }
  }

  @Test func `of the simplex sum to one exactly`() {
    let interior = DomainDraw.all(.interior)
    let closed = DomainDraw.all(.distribution)
    for draw in interior + closed {
      #expect(draw[0].reduce(0, +) == 1 && draw[0].reversed().reduce(0, +) == 1)
      #expect(draw[0].allSatisfy { $0 >= 0 })
    }
    #expect(interior.allSatisfy { $0[0].allSatisfy { $0 > 0 } })
    #expect(closed.contains { $0[0].contains(0) })
  }

  @Test func `of one-hot vectors have a single one, anywhere`() {
    let draws = DomainDraw.all(.oneHot)
    #expect(
      draws.allSatisfy { $0[0].sorted() == Array(repeating: 0, count: $0[0].count - 1) + [1] })
    #expect(draws.contains { $0[0].first == 1 } && draws.contains { $0[0].last == 1 })
  }

  @Test func `of masses are quarters of any sum`() {
    let draws = DomainDraw.all(.masses)
    #expect(
      draws.allSatisfy {
        $0[0].allSatisfy { (0...8).contains($0 * 4) && ($0 * 4).rounded() == $0 * 4 }
      })
    let sums = Set(draws.map { $0[0].reduce(0, +) })
    #expect(sums.contains { $0 < 1 } && sums.contains { $0 > 2 })
  }

  @Test func `of rows come with as many rows`() {
    for draw in DomainDraw.all(.weightRows, .logitRows) {
      #expect(draw.isOfFormat && draw.tensors[0].shape == draw.tensors[1].shape)
      #expect((1...3).contains(draw.tensors[0].rows) && (2...8).contains(draw.tensors[0].columns))
    }
    let draws = DomainDraw.all(.weightRowsOfProbabilities, .probabilityRows)
    for draw in draws {
      let y = draw.tensors[1]
      #expect(draw.isOfFormat && draw.tensors[0].shape == y.shape)
      #expect((0..<y.rows).allSatisfy { y.row($0).values.reduce(0, +) == 1 })
      #expect(y.values.allSatisfy { $0 > 0 })
    }
    #expect(Set(draws.map { $0.tensors[0].rows }) == [1, 2, 3])
  }
}
