import Arithmetic
import SoftmaxFamily
import SoftmaxReference
import Testing

@Suite("The reference's classifiers") struct ReferenceClassifiersTests {
  private static let even = Tensor([0.5, 0.5] as [Double])
  private static let one = Tensor([1] as [Double])

  private static func rows(_ rows: [Double]...) -> Tensor { Tensor(rows: rows.map { Tensor($0) }) }

  private static func values(_ operation: Operation, _ arguments: Tensor...) throws -> [Double] {
    try Reference.evaluate(operation, arguments).values
  }

  @Test func `are NaN where a covariance is none`() throws {
    let means = Self.rows([0, 0], [1, 1])
    let x = Tensor([0, 0] as [Double])
    for matrix in [
      Self.rows([1, 2], [2, 1]), Self.rows([1, 1], [1, 1]), Self.rows([1, 0.5], [0, 1]),
      Self.rows([0, 0], [0, 0]), Self.rows([-1, 0], [0, 1]), Self.rows([.nan, 0], [0, 1]),
      Self.rows([1, .infinity], [.infinity, 1]),
    ] {
      #expect(
        try Self.values(.gaussianPosterior, x, means, matrix, Self.even).allSatisfy { $0.isNaN })
      let stack = Tensor(shape: [2, 2, 2], Self.rows([1, 0], [0, 1]).elements + matrix.elements)
      #expect(
        try Self.values(.quadraticGaussianPosterior, x, means, stack, Self.even)
          .allSatisfy { $0.isNaN })
    }
  }

  @Test func `know nothing where a covariance may be none`() throws {
    let wide = Tensor(shape: [1, 1], [Ball(0.5).widened(by: Ball(1))])
    let arguments = [Self.one, Self.rows([0], [3]), wide, Self.even]
    let posterior = try Reference.evaluate(.gaussianPosterior, arguments)
    #expect(posterior.elements.allSatisfy { $0.isReal && $0.radius.isInfinite })
  }

  @Test func `are NaN outside the domain of the densities`() throws {
    let (low, high) = (Self.rows([-0.5], [0.5]), Self.rows([0.5], [1.5]))
    for means in [low, high] {
      for x in [0.0, 1] {
        let posterior = try Self.values(.bernoulliPosterior, Tensor([x]), means, Self.even)
        #expect(posterior.allSatisfy { $0.isNaN })
      }
    }
    for operation in [Operation.poissonPosterior, .exponentialPosterior] {
      #expect(try Self.values(operation, Self.one, low, Self.even).allSatisfy { $0.isNaN })
      #expect(try Self.values(operation, -Self.one, high, Self.even).allSatisfy { $0.isNaN })
      let negative = Tensor([-1, 2] as [Double])
      #expect(try Self.values(operation, Self.one, high, negative).allSatisfy { $0.isNaN })
      let none = Tensor([0, 0] as [Double])
      #expect(try Self.values(operation, Self.one, high, none).allSatisfy { $0.isNaN })
    }
  }

  @Test func `give what is impossible the probability zero`() throws {
    let certain = Self.rows([0], [0.5])
    #expect(try Self.values(.bernoulliPosterior, Self.one, certain, Self.even) == [0, 1])
    #expect(try Self.values(.poissonPosterior, Self.one, certain, Self.even) == [0, 1])
    #expect(try Self.values(.exponentialPosterior, Self.one, certain, Self.even) == [0, 1])
    let zero = Tensor([0] as [Double])
    let posterior = try Self.values(.poissonPosterior, zero, Self.rows([0], [1000]), Self.even)
    #expect(posterior[0] == 1)
  }

  @Test func `are the priors where there is nothing to observe`() throws {
    let nothing = Tensor(shape: [2, 0], [])
    let priors = Tensor([0.25, 0.75])
    let x = Tensor([] as [Double])
    #expect(try Self.values(.bernoulliPosterior, x, nothing, priors) == [0.25, 0.75])
    let point = Tensor(shape: [0, 0], [])
    #expect(try Self.values(.gaussianPosterior, x, nothing, point, priors) == [0.25, 0.75])
    let nobody = Tensor(shape: [0, 0], [])
    #expect(try Self.values(.bernoulliPosterior, x, nobody, x) == [])
  }

  @Test func `stay enclosures where classes are very far apart`() throws {
    let far = try Reference.evaluate(
      .poissonPosterior, [Self.one, Self.rows([1], [0x1p20]), Self.even])
    #expect(far[0].value == 1 && !far[1].isNaN)
    let fractions = try Reference.evaluate(
      .poissonPosterior, [Tensor([1.5]), Self.rows([1], [4]), Self.even])
    // 4^1.5 e^{−3} to one.
    #expect(abs(fractions[1].value / fractions[0].value - 8 * 0.049787068367863944) < 1e-15)
  }

  @Test func `have no loss with a head that is neither one logit nor two`() throws {
    let one = Self.rows([1])
    for width in [0, 3] {
      let head = Tensor(shape: [1, width], Array(repeating: 1, count: width))
      let arguments = [
        one, Self.one, one, Self.one, one, Self.one, head, Tensor(head.elements),
      ]
      #expect(try Reference.evaluate(.denseClassifierLoss, arguments).values[0].isNaN)
      let gradient = try Reference.evaluate(.denseClassifierGradient, arguments)
      #expect(gradient.count == 4 + 2 * width && gradient.values.allSatisfy { $0.isNaN })
    }
  }

  @Test func `take the slope of relu at zero as zero, and leave it open where zero is not certain`()
    throws
  {
    func gradient(_ bias: Ball) throws -> Ball {
      let one = Self.rows([1])
      let arguments = [
        one, Self.one, one, Tensor([bias]), one, Self.one, one, Tensor([0] as [Double]),
      ]
      return try Reference.evaluate(.denseClassifierGradient, arguments)[0]
    }
    #expect(try gradient(-1).isZero)
    #expect(try !gradient(-0.5).isZero)
    let open = try gradient(Ball(-1).widened(by: Ball(0x1p-20)))
    let active = try gradient(-1 + 0x1p-30)
    #expect(open.mayBeZero && (open - active).mayBeZero)
  }

  @Test func `have no value for no rows`() throws {
    let none = Tensor(shape: [0, 1], [])
    let one = Self.rows([1])
    let arguments = [
      none, Tensor([] as [Double]), one, Self.one, one, Self.one, one, Self.one,
    ]
    #expect(try Reference.evaluate(.denseClassifierLoss, arguments).values[0].isNaN)
    #expect(
      try Reference.evaluate(
        .logisticRegressionObjective,
        [Self.rows([1], [2]), none, Tensor(shape: [0, 2], [])]
      ).values == [0])
  }
}
