import Arithmetic
import SoftmaxFamily
import SoftmaxLaws
import Testing

@Suite("A finding") struct FindingTests {
  private static func tensor(_ balls: Ball...) -> Tensor { Tensor(balls) }

  private static func ball(_ midpoint: Double, _ radius: Double) -> Ball {
    Ball(midpoint).widened(by: radius)
  }

  @Test func `is the worst of the elements, and says which`() {
    let finding = Finding.equal(.of(1, 2, 3), .of(1, 2.5, 2), within: 0.25)
    #expect(finding.isFalsified)
    #expect(finding.comparison?.index == 2)
    #expect(abs(finding.ratio - 4) < 1e-9)
  }

  @Test func `is falsified by the element without a bound, wherever it is`() {
    let within = Tensor([Self.ball(1, 0.01), Ball(1)])
    for wrong in [Tensor.of(1.02, 1.5), .of(1, 1.5)] {
      #expect(Finding.equal(within, wrong).ratio == .infinity)
      #expect(Finding.equal(within, wrong).comparison?.index == 1)
    }
  }

  @Test func `compares a scalar with every element, on either side`() {
    let x = Tensor.of(1, 3, 2)
    #expect(Finding.atMost(x, 3).ratio == 0)
    #expect(Finding.atMost(x, 2).comparison?.index == 1)
    #expect(Finding.atMost(1, x).ratio == 0)
    #expect(Finding.atMost(2, x).comparison?.index == 0)
    #expect(Finding.equal(1, x).isFalsified)
  }

  @Test func `of identity takes NaN for NaN, and infinities for themselves`() {
    let special = Tensor.of(.nan, .infinity, -.infinity, 0, 2)
    #expect(Finding.identical(special, special).ratio == 0)
    for other in [
      Tensor.of(1, .infinity, -.infinity, 0, 2), .of(.nan, .nan, -.infinity, 0, 2),
      .of(.nan, -.infinity, -.infinity, 0, 2), .of(.nan, .infinity, -.infinity, 1, 2),
      .of(.nan, .infinity, -.infinity, 0, .nan),
    ] {
      #expect(Finding.identical(special, other).ratio == .infinity)
      #expect(Finding.identical(other, special).isFalsified)
    }
    #expect(!Finding.identical(special, special).isVacuous)
    #expect(Finding.identical(.of(-0.0), .of(0)).ratio == 0)
    #expect(Finding.identical(.of(0, 0), 0).ratio == 0)
    #expect(Finding.identical(.of(1.25), Self.tensor(Self.ball(1, 0.5))).ratio == 0)
  }

  @Test func `of nearness allows the remainder, and no more`() {
    #expect(Finding.near(.of(1, 2), .of(1.25, 2), within: .of(0.25, 0)).ratio == 0)
    #expect(Finding.near(.of(1, 2), .of(1.25, 2), within: 0.125).isFalsified)
    #expect(Finding.near(.of(1.5), .of(1.25), within: 0.125).isFalsified)
  }

  @Test func `of nothing is vacuous`() {
    let nothing = Finding.equal(Tensor([Double]()), Tensor([Double]()))
    #expect(nothing.isVacuous && !nothing.isFalsified && nothing.comparison == nil)
    #expect(Finding.finite(Tensor([Double]())).isVacuous)
    #expect(Finding.all().isVacuous)
  }

  @Test func `of several statements is that of the worst`() {
    let holds = Finding.equal(Self.tensor(Self.ball(1, 0.1)), 1.05)
    let exact = Finding.equal(1, 1)
    let fails = Finding.equal(Self.tensor(Self.ball(1, 0.1)), 1.2)
    let worse = Finding.equal(Self.tensor(Self.ball(1, 0.1)), 1.4)
    let vacuous = Finding.equal(Self.tensor(.unbounded), 1)
    #expect(Finding.all(exact, holds).ratio == holds.ratio)
    #expect(Finding.all(worse, holds, fails).ratio == worse.ratio)
    #expect(Finding.all(fails, holds, worse).ratio == worse.ratio)
    #expect(Finding.all(vacuous, fails).isFalsified)
    #expect(!Finding.all(vacuous, exact).isVacuous)
    #expect(Finding.all(vacuous, vacuous).isVacuous)
  }

  @Test func `says what is finite`() {
    #expect(Finding.finite(.of(1, -1.7e308, 0)).ratio == 0)
    #expect(!Finding.finite(.of(1)).isVacuous)
    for wrong in [Double.nan, .infinity, -.infinity] {
      let finding = Finding.finite(.of(0, wrong))
      #expect(finding.ratio == .infinity && finding.comparison?.index == 1)
    }
  }

  @Test func `takes what vanishes beside the terms that cancel`() {
    let almost = Self.tensor(Self.ball(0, 1e-3))
    #expect(Finding.equal(almost, 0).isVacuous)
    #expect(!Finding.equal(almost, 0, beside: .of(0.5, -0.5)).isVacuous)
    #expect(Finding.equal(almost, 0, beside: .of(0.005, -0.005)).isVacuous)
    #expect(Finding.equal(Self.tensor(Self.ball(0.1, 1e-3)), 0, beside: 1).isFalsified)
  }

  @Test func `adds a bound of its own to the radii`() {
    #expect(!Finding.equal(1, 1.5, within: 0.5).isFalsified)
    #expect(Finding.equal(1, 1.5, within: 0.499).isFalsified)
    #expect(!Finding.atMost(1.5, 1, within: 0.5).isFalsified)
    #expect(Finding.atMost(1.5, 1, within: 0.25).isFalsified)
    #expect(!Finding.equal(Tensor([Self.ball(1, 0.25)]), 1.5, within: 0.25).isFalsified)
  }
}
