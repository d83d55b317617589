import Arithmetic
import SoftmaxFamily
import Specimens
import Testing

@Suite("The textbook's second derivatives") struct TextbookSecondDerivativesTests {
  private let textbook = Specimen.textbook

  @Test func `are those of the textbook`() throws {
    let hessian = try textbook.values(.softmaxHessian, .vector(3, 3), .number(2))
    #expect(hessian == Array(repeating: 0, count: 8))
    // With p = (½, ½): ∂²p_1/∂η² = λ²p(1 − p)(1 − 2p).
    #expect(try textbook.values(.reducedSoftmaxHessian, .vector(0), .number(4)) == [0, 0])
    let inverse = try textbook.values(
      .inverseReducedSoftmaxHessian, .vector(0.25, 0.75), .number(2))
    #expect(agree(inverse, [8, 0, 0, -1 / 1.125]))
    let curvature = try textbook.values(
      .categoricalCrossEntropyWithLogitsHessian, .vector(0, 2), .vector(5, 5))
    #expect(curvature == [0.5, -0.5, -0.5, 0.5])
  }

  @Test func `take softmax of columns or of rows`() throws {
    let x = Call.Argument(shape: [2, 2], values: [0, 1, 0, -100])
    let columns = try textbook.values(.softmaxAlongAxis, x, .number(0))
    #expect(columns[0] == 0.5 && columns[2] == 0.5 && columns[1] == 1)
    let rows = try textbook.values(.softmaxAlongAxis, x, .number(1))
    #expect(rows[2] == 1 && rows[0] + rows[1] == 1)
  }

  @Test func `keep the shape of a matrix without entries`() throws {
    for shape in [[0, 3], [3, 0], [0, 0]] {
      let x = Call.Argument(shape: shape, values: [])
      for axis in [0.0, 1] {
        #expect(try textbook.values(.softmaxAlongAxis, x, .number(axis)) == [])
      }
    }
  }
}
