import Arithmetic
import SoftmaxFamily
import Specimens
import Testing

@Suite("The textbook's algorithms") struct TextbookTests {
  private let textbook = Specimen.textbook

  @Test func `give the values of the textbook`() throws {
    let e = 2.718281828459045
    #expect(agree(try textbook.values(.softmax, .vector(0, 1)), [1 / (1 + e), e / (1 + e)]))
    #expect(agree(try textbook.values(.logSumExp, .vector(1000, 1000)), [1000.6931471805599]))
    #expect(agree(try textbook.values(.logSoftmax, .vector(0, -1000)), [-0.0, -1000]))
    #expect(
      agree(try textbook.values(.sigmoid, .vector(0, 1, -1)), [0.5, e / (1 + e), 1 / (1 + e)]))
    #expect(agree(try textbook.values(.softplus, .vector(0, 100)), [0.6931471805599453, 100]))
    #expect(agree(try textbook.values(.logit, .vector(0.5, 0.75)), [0, 1.0986122886681098]))
    let soft = try textbook.values(.reducedSoftmax, .vector(0, 0), .number(2))
    #expect(agree(soft, [1.0 / 3, 1.0 / 3, 1.0 / 3]))
    let inverse = try textbook.values(.inverseReducedSoftmax, .vector(0.25, 0.5, 0.25), .number(2))
    #expect(agree(inverse, [0.34657359027997264, 0]))
    #expect(agree(try textbook.values(.entropy, .vector(0.5, 0.5, 0)), [0.6931471805599453]))
    let divergence = try textbook.values(.klDivergence, .vector(1, 0), .vector(0.25, 0.75))
    #expect(agree(divergence, [1.3862943611198906]))
  }

  @Test func `take empty input for what it is`() throws {
    #expect(try textbook.values(.softmax, .vector()) == [])
    #expect(try textbook.values(.logSoftmax, .vector()) == [])
    #expect(try textbook.values(.logSumExp, .vector()) == [-.infinity])
    #expect(try textbook.values(.sigmoid, .vector()) == [])
    #expect(try textbook.values(.reducedSoftmax, .vector(), .number(1)) == [1])
    #expect(try textbook.values(.entropy, .vector()) == [0])
  }

  @Test func `take one entry for certainty`() throws {
    for x in [0, -1e300, 1e308] {
      #expect(try textbook.values(.softmax, .vector(x)) == [1])
      #expect(try textbook.values(.logSoftmax, .vector(x)) == [0])
      #expect(try textbook.values(.logSumExp, .vector(x)) == [x])
    }
  }

  @Test func `leave masked entries nothing`() throws {
    let masked = -Double.infinity
    #expect(try textbook.values(.softmax, .vector(masked, 3, 3)) == [0, 0.5, 0.5])
    #expect(try textbook.values(.logSoftmax, .vector(masked, 3)) == [masked, 0])
    #expect(try textbook.values(.logSumExp, .vector(masked, 3)) == [3])
    #expect(try textbook.values(.logSumExp, .vector(masked, masked)) == [masked])
    let all = try textbook.values(.softmax, .vector(masked, masked))
    #expect(all.count == 2 && all.allSatisfy { $0.isNaN })
  }

  @Test func `do not overflow where the formulas do`() throws {
    for format in Format.allCases {
      let x = format == .binary64 ? 710.0 : 89
      #expect(try textbook.values(.softmax, in: format, .vector(0, x)).last == 1)
      #expect(try textbook.values(.logSumExp, in: format, .vector(0, x)) == [x])
      #expect(try textbook.values(.sigmoid, in: format, .vector(x)) == [1])
      #expect(try textbook.values(.softplus, in: format, .vector(x)) == [x])
    }
  }
}
