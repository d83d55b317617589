import Arithmetic
import SoftmaxFamily
import SoftmaxReference
import Testing

@Suite("Derivatives of the reference") struct MeanValueTests {
  private static let points = [-7.25, -3, -1.5, -0.375, 0, 0.25, 1, 2.5, 6.75]
  private static let logits = Tensor([0.5, -1.25, 2, 0, 3.5] as [Double])

  /// An elementwise operation, of a ball.
  private static func reference(_ operation: Operation, _ x: Ball) throws -> Ball {
    try Reference.evaluate(operation, [Tensor([x])])[0]
  }

  private static func softmax(scaledBy scale: Ball) throws -> Tensor {
    try Reference.evaluate(.scaledSoftmax, [logits, Tensor(scale)])
  }

  /// Expects a formula to be the derivative, and a changed one not to be.
  private static func expect(
    _ derivative: @escaping (Ball) throws -> [Ball],
    toBeDerivativeOf function: @escaping (Ball) throws -> [Ball], at points: [Double] = points
  ) throws {
    let width = try MeanValue(function: function, derivative: derivative).width(at: points)
    #expect((width ?? .infinity) < 0x1p-20)
    let wrong = MeanValue(function: function) { try derivative($0).map { $0 * 1.001 } }
    #expect(try wrong.width(at: points) == nil)
  }

  @Test
  func
    `of the sigmoid are polynomials in it: sigmoid-derivative, sigmoid-second-derivative, sigmoid-third-derivative`()
    throws
  {
    func slope(_ x: Ball) throws -> Ball {
      try Self.reference(.sigmoid, x) * Self.reference(.sigmoid, -x)
    }
    func second(_ x: Ball) throws -> Ball {
      try slope(x) * (1 - 2 * Self.reference(.sigmoid, x))
    }
    try Self.expect({ [try slope($0)] }, toBeDerivativeOf: { [try Self.reference(.sigmoid, $0)] })
    try Self.expect(
      { [try second($0)] }, toBeDerivativeOf: { [try Self.reference(.sigmoidDerivative, $0)] })
    try Self.expect(
      { x in [try slope(x) * (1 - 6 * slope(x))] }, toBeDerivativeOf: { [try second($0)] })
  }

  @Test func `of softplus are the sigmoid: softplus-derivative`() throws {
    try Self.expect(
      { [try Self.reference(.sigmoid, $0)] },
      toBeDerivativeOf: { [try Self.reference(.softplus, $0)] })
  }

  @Test func `of the logit are one over p(1 − p): logit-derivative`() throws {
    try Self.expect(
      { p in [1 / (p * (1 - p))] }, toBeDerivativeOf: { [try Self.reference(.logit, $0)] },
      at: [0.125, 0.25, 0.4375, 0.5, 0.75, 0.9375])
  }

  @Test func `by the scale are the deviations from the mean: softmax-lambda-derivative`() throws {
    try Self.expect(
      { scale in
        let g = try Self.softmax(scaledBy: scale)
        return (g * (Self.logits - g.dot(Self.logits))).elements
      },
      toBeDerivativeOf: { try Self.softmax(scaledBy: $0).elements }, at: [0.25, 1, 2.5])
  }

  @Test func `of the entropy by the scale are minus the variance: entropy-lambda-derivative`()
    throws
  {
    try Self.expect(
      { scale in
        let g = try Self.softmax(scaledBy: scale)
        let centred = Self.logits - g.dot(Self.logits)
        return [-scale * g.dot(centred * centred).scalar]
      },
      toBeDerivativeOf: { scale in
        [try Reference.evaluate(.entropy, [try Self.softmax(scaledBy: scale)])[0]]
      }, at: [0.25, 1, 2.5])
  }
}
