import Arithmetic
import PropertyEngine
import SoftmaxFamily
import Testing

@testable import SoftmaxLaws

@Suite("Domains of special values") struct DomainSpecialValuesTests {
  @Test func `have NaN, at any place, perhaps beside infinities`() {
    let draws = DomainDraw.all(.logitsWithNaN, attempts: 200).map { $0[0] }
    #expect(draws.allSatisfy { $0.contains(where: \.isNaN) })
    #expect(draws.contains { $0.first?.isNaN == true && $0.last?.isNaN == false })
    #expect(draws.contains { $0.contains(.infinity) } && draws.contains { $0.contains(-.infinity) })
    #expect(draws.contains { $0.contains(where: \.isFinite) })
  }

  @Test func `have +∞, once or more often, and no NaN`() {
    let draws = DomainDraw.all(.infiniteLogits, attempts: 200).map { $0[0] }
    #expect(draws.allSatisfy { $0.contains(.infinity) && !$0.contains(where: \.isNaN) })
    #expect(draws.contains { $0.count { $0 == .infinity } > 1 })
    #expect(draws.contains { $0.contains(-.infinity) })
  }

  @Test func `have zeros of both signs, and subnormal numbers only`() {
    let zeros = DomainDraw.all(.signedZeros).flatMap { $0[0] }
    #expect(zeros.allSatisfy { $0 == 0 })
    #expect(Set(zeros.map(\.sign)).count == 2)
    for draw in DomainDraw.all(.subnormalLogits) {
      #expect(draw.isOfFormat && draw[0].allSatisfy { abs($0) < draw.format.leastNormal })
    }
  }

  @Test func `mask some entries, and not all`() {
    let draws = DomainDraw.all(.fewMaskedLogits).map { $0[0] }
    #expect(draws.allSatisfy { $0.contains(-.infinity) && $0.contains(where: \.isFinite) })
  }
}
