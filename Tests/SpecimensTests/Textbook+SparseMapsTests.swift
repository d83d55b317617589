import Arithmetic
import SoftmaxFamily
import Specimens
import Testing

@Suite("The textbook's sparse maps") struct TextbookSparseMapsTests {
  private let textbook = Specimen.textbook

  @Test func `give the answers that are known exactly`() throws {
    #expect(try textbook.values(.sparsemax, .vector(0, 0.5, 1)) == [0, 0.25, 0.75])
    #expect(try textbook.values(.sparsemax, .vector(3, 2, -9)) == [1, 0, 0])
    let roots = try textbook.values(.entmax15, .vector(1.5, 1, 0.5, 0.5, 0.5))
    #expect(agree(roots, [0.5625, 0.25, 0.0625, 0.0625, 0.0625]))
    #expect(agree(try textbook.values(.entmax, .vector(0, 0.5, 1), .number(2)), [0, 0.25, 0.75]))
    let relu = try textbook.values(.alphaReLU, .vector(2, 0.5, -1), .number(1.5), .number(0.25))
    #expect(relu == [0.5625, 0, 0])
  }

  @Test func `leave masks out, and have no answer without a finite score`() throws {
    let infinity = Double.infinity
    #expect(try textbook.values(.sparsemax, .vector(-infinity, 1, 1)) == [0, 0.5, 0.5])
    #expect(try textbook.values(.entmax15, .vector(-infinity, 1)) == [0, 1])
    for z in [Call.Argument.vector(-infinity, -infinity), .vector(infinity, 1)] {
      #expect(try textbook.values(.sparsemax, z).allSatisfy(\.isNaN))
      #expect(try textbook.values(.entmax15, z).allSatisfy(\.isNaN))
      #expect(try textbook.values(.entmax, z, .number(1.25)).allSatisfy(\.isNaN))
    }
  }

  @Test func `have losses that vanish at a sufficient margin`() throws {
    let label = Call.Argument.vector(1, 0)
    #expect(try textbook.values(.sparsemaxLoss, label, .vector(1, 0)) == [0])
    #expect(try textbook.values(.sparsemaxLoss, label, .vector(0, 2)) == [2])
    #expect(try textbook.values(.entmax15Loss, label, .vector(2, 0)) == [0])
    #expect(try textbook.values(.sparsemaxLossGradient, label, .vector(0, 2)) == [-1, 1])
    let product = try textbook.values(
      .sparsemaxVectorJacobianProduct, .vector(0.5, 0, -3), .vector(1, 3, 7))
    #expect(product == [-1, 1, 0])
  }
}
