import SoftmaxFamily
import Testing

@testable import Specimens

@Suite("The functions of kernels") struct KernelsFunctionsTests {
  @Test func `have the fault of the kernel that they are made of`() throws {
    var kernels = Kernels<Double>()
    kernels.softmaxOfRow = { _, x in x.map { _ in 1 } }
    let functions = kernels.functions
    #expect(functions.softmax?([1, 2]) == [1, 1])
    #expect(functions.scaledSoftmax?([1, 2], 3) == [1, 1])
    #expect(functions.logSumExpGradient?([1, 2]) == [1, 1])
    #expect(functions.categoricalCrossEntropyWithLogitsGradient?([[0, 1]], [[1, 2]]) == [[1, 0]])
    #expect(functions.softmaxVectorJacobianProduct?([1, 2], [1, 0]) == [0, -1])
  }

  @Test func `are the textbook's where no kernel is used`() throws {
    let functions = Kernels<Double>().functions
    #expect(functions.sparsemax?([0, 0.5, 1]) == [0, 0.25, 0.75])
    #expect(functions.sigmoid?([0]) == [0.5] && functions.logSigmoid?([0]) == [-0.6931471805599453])
  }
}
