import Arithmetic
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws
import Testing

@Suite("A comparison of two numbers") struct FindingComparisonTests {
  private static func ball(_ midpoint: Double, _ radius: Double) -> Tensor {
    Tensor(Ball(midpoint).widened(by: radius))
  }

  @Test func `of exact numbers allows no error`() {
    #expect(Finding.equal(0.1, 0.1).ratio == 0)
    #expect(Finding.equal(0, -0.0).ratio == 0)
    #expect(Finding.equal(Tensor(0.1), Tensor(0.1.nextUp)).ratio == .infinity)
    #expect(Finding.atMost(1, 1).ratio == 0)
    #expect(Finding.atMost(Tensor(1.0.nextUp), 1).ratio == .infinity)
    #expect(!Finding.equal(0, 0).isVacuous && !Finding.equal(1, 1).isVacuous)
  }

  @Test func `holds where the enclosures overlap, and fails where they are disjoint`() {
    let overlap = Finding.equal(Self.ball(4, 0.125), Self.ball(4.1875, 0.125))
    #expect(!overlap.isFalsified && abs(overlap.ratio - 0.75) < 1e-9)
    let disjoint = Finding.equal(Self.ball(1, 0.125), Self.ball(1.5, 0.125))
    #expect(disjoint.isFalsified && abs(disjoint.ratio - 2) < 1e-9)
    #expect(disjoint.comparison?.error.value == 0.5)
    #expect(disjoint.comparison?.relation == .equal)
    #expect(abs((disjoint.comparison?.bound.radiusBound ?? 0) - 0.25) < 1e-9)
  }

  @Test func `of an order counts only what is out of order`() {
    #expect(Finding.atMost(Self.ball(1, 0.125), Self.ball(3, 0.125)).ratio == 0)
    #expect(!Finding.atMost(Self.ball(1.2, 0.125), Self.ball(1, 0.125)).isFalsified)
    let wrong = Finding.atMost(Self.ball(2, 0.125), Self.ball(1, 0.125))
    #expect(wrong.isFalsified && abs(wrong.ratio - 4) < 1e-9)
    #expect(wrong.comparison?.relation == .atMost)
  }

  @Test func `is never right with NaN`() {
    let numbers: [Double] = [.nan, 0, 1, .infinity, -.infinity]
    for x in numbers {
      let pairs = [(Tensor(.nan), Tensor(x)), (Tensor(x), Tensor(.nan))]
      for (a, b) in pairs {
        #expect(Finding.equal(a, b).ratio == .infinity)
        #expect(Finding.atMost(a, b).ratio == .infinity)
      }
    }
    #expect(Finding.equal(Tensor(.nan), Tensor(.unbounded)).isFalsified)
  }

  @Test func `takes infinities as what they are`() {
    let (plus, minus) = (Tensor(.infinity), Tensor(-.infinity))
    #expect(Finding.equal(plus, plus).ratio == 0)
    #expect(Finding.equal(minus, minus).ratio == 0)
    #expect(Finding.equal(plus, minus).ratio == .infinity)
    #expect(Finding.equal(plus, 1).isFalsified && Finding.equal(1, minus).isFalsified)
    #expect(Finding.atMost(minus, 1).ratio == 0 && Finding.atMost(1, plus).ratio == 0)
    #expect(Finding.atMost(minus, plus).ratio == 0 && Finding.atMost(plus, plus).ratio == 0)
    #expect(Finding.atMost(plus, 1).isFalsified && Finding.atMost(1, minus).isFalsified)
    #expect(Finding.equal(plus, Tensor(.unbounded)).isFalsified)
  }

  @Test func `says nothing where nothing is known`() {
    let unknown = Tensor(.unbounded)
    for finding in [
      Finding.equal(unknown, 1), .equal(unknown, unknown), .atMost(unknown, 1), .atMost(1, unknown),
    ] {
      #expect(finding.isVacuous && !finding.isFalsified)
    }
    #expect(Finding.equal(1, 1, within: .infinity).isVacuous)
  }

  @Test func `is vacuous with a bound of more than an eighth of the numbers`() {
    #expect(!Finding.equal(Self.ball(1, 0.124), 1).isVacuous)
    #expect(Finding.equal(Self.ball(1, 0.126), 1).isVacuous)
    #expect(!Finding.equal(Self.ball(0, 0.126), 2).isVacuous)
    #expect(Finding.atMost(Self.ball(0, 0.5), 1).isVacuous)
    #expect(!Finding.atMost(Self.ball(-4, 0.5), 1).isVacuous)
    let wide = Finding.equal(Self.ball(1, 0.5), -0.5)
    #expect(wide.isFalsified && !wide.isVacuous)
  }

  @Test func `has a ratio on the right side of one`() {
    let run = PropertyRun(seed: 3, property: "ratio", cases: 1)
    var source = run.source(index: 0)
    var wrong = 0
    for _ in 0..<5_000 {
      // Multiples of 2^-20 below 16: sums and differences are exact.
      let left = Double(source.integer(in: -1 << 23...1 << 23)) * 0x1p-20
      let gap = Double(source.integer(in: 1...1 << 20)) * 0x1p-20
      let radius = gap + Double(source.integer(in: -2...2)) * 0x1p-20
      guard radius > 0 else { continue }
      let finding = Finding.equal(Self.ball(left, radius), Tensor(left + gap))
      let order = Finding.atMost(Tensor(left + gap), Self.ball(left, radius))
      if finding.isFalsified != (gap > radius) || order.isFalsified != (gap > radius) {
        wrong += 1
      }
      if finding.isFalsified ? finding.ratio <= 1 : finding.ratio > 1 { wrong += 1 }
    }
    #expect(wrong == 0)
  }

  @Test func `sees numbers that are no doubles`() {
    let tiny = (.of(-1000, -1001) * 10).exp
    #expect(Finding.equal(Tensor([tiny[0]]), Tensor([tiny[1]])).isFalsified)
    #expect(!Finding.equal(tiny, tiny).isFalsified)
    #expect(Finding.atMost(0, tiny).ratio == 0)
    #expect(Finding.atMost(tiny, 0).isFalsified)
  }
}
