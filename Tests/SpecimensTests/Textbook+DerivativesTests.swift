import Arithmetic
import SoftmaxFamily
import Specimens
import Testing

@Suite("The textbook's derivatives") struct TextbookDerivativesTests {
  private let textbook = Specimen.textbook

  @Test func `are those of the textbook`() throws {
    let jacobian = try textbook.values(.softmaxJacobian, .vector(7, 7), .number(4))
    #expect(jacobian == [1, -1, -1, 1])
    let product = try textbook.values(.softmaxVectorJacobianProduct, .vector(0, 0), .vector(1, 0))
    #expect(product == [0.25, -0.25])
    #expect(try textbook.values(.sigmoidDerivative, .vector(0)) == [0.25])
    let gradient = try textbook.values(
      .categoricalCrossEntropyWithLogitsGradient, .row(0, 2), .row(5, 5))
    #expect(gradient == [1, -1])
  }

  @Test func `are zero where an entry is masked`() throws {
    let gradient = try textbook.values(
      .softmaxVectorJacobianProduct, .vector(-.infinity, 1), .vector(5, 3))
    #expect(gradient == [0, 0])
  }

  @Test func `annihilate a constant vector`() throws {
    let product = try textbook.values(
      .softmaxJacobianVectorProduct, .vector(1, 1, 1, 1), .vector(3, 3, 3, 3))
    #expect(product == [0, 0, 0, 0])
    let logarithms = try textbook.values(
      .logSoftmaxVectorJacobianProduct, .vector(0, 0), .vector(1, 3))
    #expect(logarithms == [-1, 1])
  }
}
