import Testing

@testable import Specimens

@Suite("An algorithm of the controls") struct KernelsAlgorithmsTests {
  private static let algorithms: [Kernels<Double>] = [
    .reciprocal, .divisionFree, .online(chunk: 2), .summing(by: \.pairwiseSum), .powersOfTwo,
    .logOfOnePlus, .vectorized, .wholeShift, .constantFactor,
  ]

  @Test func `is the textbook's but for rounding`() {
    let x = [2, -1, 0.5, 3, 3, -7, 1.25, 0, 2.75, -3]
    let textbook = Kernels<Double>()
    for kernels in Self.algorithms {
      #expect(agree(kernels.softmax(x), textbook.softmax(x)))
      #expect(agree([kernels.logSumExp(x)], [textbook.logSumExp(x)]))
      #expect(agree(kernels.logSoftmax(x), textbook.logSoftmax(x)))
    }
  }

  @Test func `keeps a mask in any chunk, and NaN`() {
    let none = -Double.infinity
    for kernels in Self.algorithms {
      let masked = kernels.softmax([none, none, none, 0, none])
      #expect(masked == [0, 0, 0, 1, 0])
      let unknown = kernels.softmax([0, .nan, 1, 2])
      #expect(unknown.allSatisfy { $0.isNaN })
    }
  }

  @Test func `of the sigmoid has no overflow`() {
    for kernels in [Kernels<Float>.oneBranch, .hyperbolic] {
      #expect(
        kernels.sigmoid(-1000) == 0 && kernels.sigmoid(1000) == 1 && kernels.sigmoid(0) == 0.5)
    }
  }
}
