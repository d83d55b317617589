import Testing

@testable import Specimens

@Suite("The kernels") struct KernelsTests {
  @Test func `are used by all that is built on them`() {
    var kernels = Kernels<Double>()
    kernels.exponential = { 1 + $0 + $0 * $0 / 2 }
    let weights = kernels.weights([0, -1], less: 0)
    #expect(weights == [1, 0.5])
    #expect(kernels.softmax([0, -1]) == [1 / 1.5, 0.5 / 1.5])
    #expect(kernels.softplus(0) == 0.6931471805599453)
    #expect(kernels.sigmoid(-1) == 0.5 / 1.5)
  }

  @Test func `have answers to nothing, and to nothing finite`() {
    let kernels = Kernels<Float>()
    #expect(kernels.softmax([]) == [] && kernels.logSoftmax([]) == [])
    #expect(kernels.logSumExp([]) == -.infinity && kernels.logSumExp([.infinity]) == .infinity)
    #expect(kernels.maximum([1, .nan, 2]).isNaN && kernels.maximum([]) == -.infinity)
  }
}
