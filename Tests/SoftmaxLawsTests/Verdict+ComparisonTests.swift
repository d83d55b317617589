import Arithmetic
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws
import Testing

@Suite("A comparison of two numbers") struct VerdictComparisonTests {
  private static func ball(_ midpoint: Double, _ radius: Double) -> Tensor {
    Tensor(Ball(midpoint).widened(by: radius))
  }

  @Test func `of exact numbers allows no error`() {
    #expect(Verdict.equal(0.1, 0.1).ratio == 0)
    #expect(Verdict.equal(0, -0.0).ratio == 0)
    #expect(Verdict.equal(Tensor(0.1), Tensor(0.1.nextUp)).ratio == .infinity)
    #expect(Verdict.atMost(1, 1).ratio == 0)
    #expect(Verdict.atMost(Tensor(1.0.nextUp), 1).ratio == .infinity)
    #expect(!Verdict.equal(0, 0).isVacuous && !Verdict.equal(1, 1).isVacuous)
  }

  @Test func `holds where the enclosures overlap, and fails where they are disjoint`() {
    let overlap = Verdict.equal(Self.ball(4, 0.125), Self.ball(4.1875, 0.125))
    #expect(!overlap.isFalsified && abs(overlap.ratio - 0.75) < 1e-9)
    let disjoint = Verdict.equal(Self.ball(1, 0.125), Self.ball(1.5, 0.125))
    #expect(disjoint.isFalsified && abs(disjoint.ratio - 2) < 1e-9)
    #expect(disjoint.comparison?.error.value == 0.5)
    #expect(disjoint.comparison?.relation == .equal)
    #expect(abs((disjoint.comparison?.bound.radiusBound ?? 0) - 0.25) < 1e-9)
  }

  @Test func `of an order counts only what is out of order`() {
    #expect(Verdict.atMost(Self.ball(1, 0.125), Self.ball(3, 0.125)).ratio == 0)
    #expect(!Verdict.atMost(Self.ball(1.2, 0.125), Self.ball(1, 0.125)).isFalsified)
    let wrong = Verdict.atMost(Self.ball(2, 0.125), Self.ball(1, 0.125))
    #expect(wrong.isFalsified && abs(wrong.ratio - 4) < 1e-9)
    #expect(wrong.comparison?.relation == .atMost)
  }

  @Test func `is never right with NaN`() {
    let numbers: [Double] = [.nan, 0, 1, .infinity, -.infinity]
    for x in numbers {
      let pairs = [(Tensor(.nan), Tensor(x)), (Tensor(x), Tensor(.nan))]
      for (a, b) in pairs {
        #expect(Verdict.equal(a, b).ratio == .infinity)
        #expect(Verdict.atMost(a, b).ratio == .infinity)
      }
    }
    #expect(Verdict.equal(Tensor(.nan), Tensor(.unbounded)).isFalsified)
  }

  @Test func `takes infinities as what they are`() {
    let (plus, minus) = (Tensor(.infinity), Tensor(-.infinity))
    #expect(Verdict.equal(plus, plus).ratio == 0)
    #expect(Verdict.equal(minus, minus).ratio == 0)
    #expect(Verdict.equal(plus, minus).ratio == .infinity)
    #expect(Verdict.equal(plus, 1).isFalsified && Verdict.equal(1, minus).isFalsified)
    #expect(Verdict.atMost(minus, 1).ratio == 0 && Verdict.atMost(1, plus).ratio == 0)
    #expect(Verdict.atMost(minus, plus).ratio == 0 && Verdict.atMost(plus, plus).ratio == 0)
    #expect(Verdict.atMost(plus, 1).isFalsified && Verdict.atMost(1, minus).isFalsified)
    #expect(Verdict.equal(plus, Tensor(.unbounded)).isFalsified)
  }

  @Test func `says nothing where nothing is known`() {
    let unknown = Tensor(.unbounded)
    for verdict in [
      Verdict.equal(unknown, 1), .equal(unknown, unknown), .atMost(unknown, 1), .atMost(1, unknown),
    ] {
      #expect(verdict.isVacuous && !verdict.isFalsified)
    }
    #expect(Verdict.equal(1, 1, within: .infinity).isVacuous)
  }

  @Test func `is vacuous with a bound of more than an eighth of the numbers`() {
    #expect(!Verdict.equal(Self.ball(1, 0.124), 1).isVacuous)
    #expect(Verdict.equal(Self.ball(1, 0.126), 1).isVacuous)
    #expect(!Verdict.equal(Self.ball(0, 0.126), 2).isVacuous)
    #expect(Verdict.atMost(Self.ball(0, 0.5), 1).isVacuous)
    #expect(!Verdict.atMost(Self.ball(-4, 0.5), 1).isVacuous)
    let wide = Verdict.equal(Self.ball(1, 0.5), -0.5)
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
      let verdict = Verdict.equal(Self.ball(left, radius), Tensor(left + gap))
      let order = Verdict.atMost(Tensor(left + gap), Self.ball(left, radius))
      if verdict.isFalsified != (gap > radius) || order.isFalsified != (gap > radius) {
        wrong += 1
      }
      if verdict.isFalsified ? verdict.ratio <= 1 : verdict.ratio > 1 { wrong += 1 }
    }
    #expect(wrong == 0)
  }

  @Test func `sees numbers that are no doubles`() {
    let tiny = (.of(-1000, -1001) * 10).exp
    #expect(Verdict.equal(Tensor([tiny[0]]), Tensor([tiny[1]])).isFalsified)
    #expect(!Verdict.equal(tiny, tiny).isFalsified)
    #expect(Verdict.atMost(0, tiny).ratio == 0)
    #expect(Verdict.atMost(tiny, 0).isFalsified)
  }
}
