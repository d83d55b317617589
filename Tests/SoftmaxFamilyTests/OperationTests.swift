import SoftmaxFamily
import Testing

@Suite("An operation") struct OperationTests {
  @Test func `has the name that it has in the protocol`() {
    #expect(Operation.allCases.count == 59)
    #expect(Operation(rawValue: "softmaxVectorJacobianProduct") == .softmaxVectorJacobianProduct)
    #expect(Operation(rawValue: "Softmax") == nil)
  }

  @Test(arguments: [
    (Operation.softmax, "x[n] -> [n]"), (.logSumExp, "x[n] -> []"), (.logit, "p[n] -> [n]"),
    (.scaledSoftmax, "x[n], scale[] -> [n]"), (.reducedSoftmax, "eta[n], scale[] -> [n+1]"),
    (.inverseReducedSoftmax, "p[n+1], scale[] -> [n]"), (.klDivergence, "p[n], q[n] -> []"),
    (.binaryCrossEntropy, "targets[n], probabilities[n] -> []"),
    (.categoricalCrossEntropyWithLogits, "targets[n,k], logits[n,k] -> []"),
    (.softmaxJacobian, "x[n], scale[] -> [n,n]"),
    (.logSoftmaxVectorJacobianProduct, "x[n], v[n] -> [n]"),
    (.reducedSoftmaxJacobian, "eta[n], scale[] -> [n+1,n]"),
    (.inverseReducedSoftmaxJacobian, "p[n+1], scale[] -> [n,n+1]"),
    (.softmaxAlongAxis, "x[r,c], axis[] -> [r,c]"),
    (.softmaxHessian, "x[n], scale[] -> [n,n,n]"),
    (.categoricalCrossEntropyWithLogitsHessian, "targets[k], logits[k] -> [k,k]"),
    (.reducedSoftmaxHessian, "eta[n], scale[] -> [n+1,n,n]"),
    (.inverseReducedSoftmaxHessian, "p[n+1], scale[] -> [n,n+1,n+1]"),
    (.sparsemax, "z[n] -> [n]"), (.entmax, "z[n], alpha[] -> [n]"),
    (.alphaReLU, "z[n], alpha[], tau[] -> [n]"),
    (.entmaxVectorJacobianProduct, "z[n], alpha[], v[n] -> [n]"),
    (.alphaReLUVectorJacobianProduct, "z[n], alpha[], tau[], v[n] -> [n]"),
    (.entmaxLoss, "targets[n], z[n], alpha[] -> []"),
    (.alphaReLULossGradient, "targets[n], z[n], alpha[], tau[] -> [n]"),
    (.gaussianPosterior, "x[d], means[k,d], covariance[d,d], priors[k] -> [k]"),
    (.quadraticGaussianPosterior, "x[d], means[k,d], covariances[k,d,d], priors[k] -> [k]"),
    (.bernoulliPosterior, "x[d], means[k,d], priors[k] -> [k]"),
    (.poissonPosterior, "x[d], rates[k,d], priors[k] -> [k]"),
    (.logisticRegressionHessian, "weights[k,d], features[n,d], targets[n,k] -> [k·d,k·d]"),
    (
      .denseClassifierGradient,
      "features[n,d], targets[n], w1[d,a], b1[a], w2[a,b], b2[b], w3[b,m], b3[m] "
        + "-> [d·a+a+a·b+b+b·m+m]"
    ),
  ])
  func `has the signature of the protocol`(operation: SoftmaxFamily.Operation, notation: String) {
    #expect(operation.signature.description == notation)
  }

  @Test func `has a formula of its own, but for equal functions`() {
    #expect(SoftmaxFamily.Operation.allCases.allSatisfy { !$0.formula.isEmpty })
    #expect(Set(SoftmaxFamily.Operation.allCases.map(\.formula)).count >= 46)
  }
}
