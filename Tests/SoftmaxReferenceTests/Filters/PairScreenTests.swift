import Arithmetic
import FixtureSupport
import SoftmaxFamily
import Testing

@testable import SoftmaxReference

@Suite("The screen of pairs") struct PairScreenTests {
  @Test func `encloses the certified values and rounds as the format does`() throws {
    var bits: UInt64 = 1
    for _ in 0..<60 {
      var encodings: [UInt64] = []
      while encodings.count < 9 {
        bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let encoding = bits >> 48
        if encoding & 0x7c00 != 0x7c00 { encodings.append(encoding) }
      }
      let numbers = encodings.map { Format.binary16.value(bits: $0) }
      let (x, y) = (numbers[8], SIMD8<Double>(numbers.prefix(8)))
      let (first, second) = PairScreen().softmax(x, y)
      let sum = PairScreen().logSumExp(x, y)
      for lane in 0..<8 {
        let pair = [Tensor([x, y[lane]])]
        let entries = try Reference.evaluate(.softmax, pair)
        expect(first, lane, encloses: entries[0])
        expect(second, lane, encloses: entries[1])
        expect(sum, lane, encloses: try Reference.evaluate(.logSumExp, pair)[0])
      }
    }
  }

  private func expect(_ found: PairScreen.Values, _ lane: Int, encloses certified: Ball) {
    // Of what is less than e^-700 no more is said.
    let reach = max(found.reach[lane], 0x1p-1000)
    #expect((Ball(found.values[lane]).widened(by: reach) - certified).mayBeZero)
    if !found.isUncertain[lane] {
      #expect(found.rounded[lane] == Format.binary16.rounded(certified))
    }
  }
}
