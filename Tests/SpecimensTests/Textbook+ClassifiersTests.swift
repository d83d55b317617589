import Arithmetic
import SoftmaxFamily
import Specimens
import Testing

@Suite("The textbook's classifiers") struct TextbookClassifiersTests {
  private let textbook = Specimen.textbook

  private func matrix(_ rows: Int, _ numbers: Double...) -> Call.Argument {
    Call.Argument(shape: [rows, numbers.count / rows], values: numbers)
  }

  @Test func `have the posteriors of the textbook`() throws {
    let even = Call.Argument.vector(0.5, 0.5)
    let half = try textbook.values(
      .gaussianPosterior, .vector(1, 1), matrix(2, 0, 2, 2, 0), matrix(2, 2, 1, 1, 2), even)
    #expect(half == [0.5, 0.5])
    // e^{1/2} to one.
    let near = try textbook.values(
      .gaussianPosterior, .vector(0), matrix(2, 0, 1), matrix(1, 1), even)
    #expect(agree(near, [0.6224593312018546, 0.3775406687981454]))
    let wide = try textbook.values(
      .quadraticGaussianPosterior, .vector(0), matrix(2, 0, 0),
      Call.Argument(shape: [2, 1, 1], values: [1, 4]), even)
    #expect(agree(wide, [2 / 3.0, 1 / 3.0]))
    let coins = try textbook.values(
      .bernoulliPosterior, .vector(1, 0), matrix(2, 0.75, 0.75, 0.25, 0.5), even)
    #expect(agree(coins, [0.6, 0.4]))
    let counts = try textbook.values(.poissonPosterior, .vector(2), matrix(2, 1, 1), even)
    #expect(counts == [0.5, 0.5])
    let times = try textbook.values(
      .exponentialPosterior, .vector(0), matrix(2, 1, 3), .vector(0.75, 0.25))
    #expect(agree(times, [0.5, 0.5]))
  }

  @Test func `have no posterior for a covariance that is none`() throws {
    let posterior = try textbook.values(
      .gaussianPosterior, .vector(0, 0), matrix(2, 0, 1, 1, 0), matrix(2, 1, 2, 2, 1),
      .vector(0.5, 0.5))
    #expect(posterior.allSatisfy { $0.isNaN })
  }

  @Test func `have logistic regression of the textbook`() throws {
    let zero = matrix(2, 0, 0)
    let (features, targets) = (matrix(2, 1, 2), matrix(2, 1, 0, 0, 1))
    let log2 = 0.6931471805599453
    #expect(
      agree(try textbook.values(.logisticRegressionObjective, zero, features, targets), [2 * log2]))
    #expect(
      try textbook.values(.logisticRegressionGradient, zero, features, targets) == [0.5, -0.5])
    #expect(
      try textbook.values(.logisticRegressionHessian, zero, features, targets)
        == [1.25, -1.25, -1.25, 1.25])
  }

  @Test func `have a network with one logit or two`() throws {
    let hidden = [matrix(1, 1), .vector(0.5), matrix(1, 1), .vector(0.25)]
    let features = [matrix(1, 1), Call.Argument.vector(1)]
    func values(_ operation: Operation, _ head: Call.Argument...) throws -> [Double] {
      try textbook.evaluate(Call(operation, in: .binary64, features + hidden + head)).values
    }
    let single = try values(.denseClassifierLoss, matrix(1, 1), .vector(0))
    let double = try values(.denseClassifierLoss, matrix(1, 0, 1), .vector(0, 0))
    #expect(agree(single, double) && agree(single, [0.16022415043808724]))
    let slope = -0.14804719803168942
    let gradient = try values(.denseClassifierGradient, matrix(1, 1), .vector(0))
    #expect(
      agree(gradient, [slope, slope, 1.5 * slope, slope, 1.75 * slope, slope]))
  }
}
