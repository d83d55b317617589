import SoftmaxFamily
import Testing

@Suite("A signature") struct SignatureTests {
  @Test(arguments: SoftmaxFamily.Operation.allCases)
  func `reads the notation that it writes`(operation: SoftmaxFamily.Operation) {
    let signature = operation.signature
    #expect(Signature(stringLiteral: signature.description) == signature)
  }

  @Test func `has parameters with names and dimensions`() {
    let signature: Signature = "eta[n,k+1], scale[] -> [k]"
    #expect(signature.parameters.map(\.name) == ["eta", "scale"])
    #expect(signature.parameters[0].dimensions.map(\.name) == ["n", "k"])
    #expect(signature.parameters[0].dimensions.map(\.excess) == [0, 1])
    #expect(signature.parameters[1].dimensions.isEmpty)
    #expect(signature.result.map(\.name) == ["k"])
  }

  @Test func `has results whose dimensions are sums of products`() throws {
    let signature: Signature = "w[k,d], b[k] -> [k·d,k·d+k+1]"
    #expect(signature.result.map(\.products) == [[["k", "d"]], [["k", "d"], ["k"]]])
    #expect(signature.result.map(\.excess) == [0, 1])
    #expect(signature.description == "w[k,d], b[k] -> [k·d,k·d+k+1]")
    #expect(try signature.resultShape(of: [[3, 4], [3]]) == [12, 16])
  }

  @Test func `finds the shape of the result`() throws {
    #expect(try Operation.softmax.signature.resultShape(of: [[3]]) == [3])
    #expect(try Operation.logSumExp.signature.resultShape(of: [[0]]) == [])
    #expect(try Operation.reducedSoftmax.signature.resultShape(of: [[2], []]) == [3])
    #expect(try Operation.inverseReducedSoftmax.signature.resultShape(of: [[3], []]) == [2])
    #expect(try Operation.reducedSoftmaxJacobian.signature.resultShape(of: [[2], []]) == [3, 2])
    #expect(
      try Operation.inverseReducedSoftmaxHessian.signature.resultShape(of: [[4], []]) == [3, 4, 4])
    let hessian = Operation.logisticRegressionHessian.signature
    #expect(try hessian.resultShape(of: [[3, 2], [7, 2], [7, 3]]) == [6, 6])
    let network = Operation.denseClassifierGradient.signature
    let layers = [[5, 4], [4], [4, 3], [3], [3, 2], [2]]
    #expect(try network.resultShape(of: [[9, 5], [9]] + layers) == [20 + 4 + 12 + 3 + 6 + 2])
    let gradient = Operation.categoricalCrossEntropyGradient.signature
    #expect(try gradient.resultShape(of: [[2, 5], [2, 5]]) == [2, 5])
  }

  @Test(arguments: [
    (SoftmaxFamily.Operation.softmax, [] as [[Int]], "1 arguments expected (x[n]), not 0"),
    (.scaledSoftmax, [[2]], "2 arguments expected (x[n], scale[]), not 1"),
    (.softmax, [[2, 2]], "argument 'x' has shape [2, 2], not x[n]"),
    (.scaledSoftmax, [[2], [1]], "argument 'scale' has shape [1], not scale[]"),
    (.klDivergence, [[2], [3]], "argument 'q' has shape [3], not q[n]"),
    (.inverseReducedSoftmax, [[0], []], "argument 'p' has shape [0], not p[n+1]"),
    (
      .categoricalCrossEntropy, [[2, 3], [3, 2]],
      "argument 'probabilities' has shape [3, 2], not probabilities[n,k]"
    ),
  ])
  func `says which shape does not fit`(
    operation: SoftmaxFamily.Operation, shapes: [[Int]], message: String
  ) {
    let error = #expect(throws: ShapeMismatch.self) {
      try operation.signature.resultShape(of: shapes)
    }
    #expect(error?.description == message)
  }
}
