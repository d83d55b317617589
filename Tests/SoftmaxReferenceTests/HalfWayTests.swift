import Arithmetic
import SoftmaxFamily
import SoftmaxReference
import Testing

@Suite("A result half-way between two values") struct HalfWayTests {
  private static func rounding(
    _ operation: Operation, _ x: [Double], _ v: [Double], in format: Format = .binary32
  ) throws -> CorrectRounding {
    try CorrectRounding(of: operation, [Tensor(x), Tensor(v)], in: format)
  }

  /// With two equal greatest logits the product is `(v_0 − v_1)/4`, and what the others weigh decides.
  @Test func `is rounded to the side of what is out of reach`() throws {
    let step = 1 + 0x1p-23
    let tie = [4 * step, 4 * 0x1p-24, 0]
    for (third, up) in [(0.0, false), (-8.0, true)] {
      let v = [tie[0] + tie[1], 0, third]
      let result = try Self.rounding(.softmaxVectorJacobianProduct, [1e12, 1e12, 0], v)
      #expect(result.undecided == 0 && result.escalations > 0)
      #expect(result.values[0] == (up ? step + 0x1p-23 : step) && result.values[2].magnitude == 0)
    }
  }

  @Test func `is rounded to even where nothing decides`() throws {
    let v = [4 + 0x1p-22, 0.0]
    let result = try Self.rounding(.softmaxVectorJacobianProduct, [1e12, 1e12], v)
    #expect(result.values[0] == 1 && result.undecided == 0)
  }

  @Test func `may be that of the logarithm or a row of targets`() throws {
    let result = try Self.rounding(
      .logSoftmaxVectorJacobianProduct, [0, 0, -1e11], [1, 1, 0x1p-23])
    // v − Σv/2 is −2^-24, and (2 + 2^-23)·e^{-10^11}/4 more.
    #expect(result.undecided == 0)
    let rows = [[1, 1, 0x1p-11], [0, 0, -1e11]].map { Tensor(rows: [Tensor($0)]) }
    let gradient = try CorrectRounding(
      of: .categoricalCrossEntropyWithLogitsGradient, rows, in: .binary16)
    #expect(gradient.undecided == 0 && gradient.values[2] == -0x1p-11)
  }
}
