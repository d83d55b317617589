public import Arithmetic
public import SoftmaxFamily

/// Every operation by its definition, in the second arithmetic.
///
/// Where `Reference` rearranges a formula so that nothing cancels in 106 bits, the definition is taken
/// as it is printed, with as many bits as it takes. What two operations have in common is a
/// common factor `e^{−λm}` of all exponentials, so that none is out of reach. Sums over
/// exponentials are collected by distinct exponents, and a quotient is taken last: what is zero or
/// rational by algebra comes out exactly.
public enum Definition {
  /// Evaluates an operation, keeping the given number of bits; `nil` for one without a definition here.
  ///
  /// Of entries that are infinite or NaN nothing is known.
  ///
  /// - Throws: `ShapeMismatch` where the arguments do not fit the operation's signature.
  /// - Complexity: at most quadratic in the number of distinct entries of a row, and quadratic in
  ///   the number of bits.
  public static func evaluate(
    _ operation: Operation, _ arguments: [Tensor], bits: Int
  ) throws(ShapeMismatch) -> [WideBall]? {
    let shape = try operation.signature.resultShape(of: arguments.map(\.shape))
    guard let values = elements(operation, arguments, bits) else { return nil }
    precondition(values.count == shape.reduce(1, *), "a definition has the operation's shape")
    return values
  }

  private static func elements(
    _ operation: Operation, _ arguments: [Tensor], _ bits: Int
  ) -> [WideBall]? {
    let x = arguments[0].elements
    let y = arguments.count > 1 ? arguments[1].elements : []
    return elementwise(operation, x, y, bits) ?? derivatives(operation, x, y, bits)
      ?? rowwise(operation, arguments, bits) ?? sparse(operation, arguments, bits)
      ?? classifiers(operation, arguments, bits)
  }

  /// Functions of single entries, and sums of them.
  private static func elementwise(
    _ operation: Operation, _ x: [Ball], _ y: [Ball], _ bits: Int
  ) -> [WideBall]? {
    let (first, second) = (wide(x, bits), wide(y, bits))
    switch operation {
    case .sigmoid, .softplusDerivative: return x.map { sigmoid($0, bits) }
    case .sigmoidDerivative: return x.map { sigmoidDerivative($0, bits) }
    case .logSigmoid: return x.map { -softplus(-$0, bits) }
    case .softplus: return x.map { softplus($0, bits) }
    case .logit: return first.map { logarithmOfQuotient($0, 1 - $0) }
    case .inverseReducedSoftmax:
      return first.dropFirst().map { logarithmOfQuotient($0, first[0]) / second[0] }
    case .entropy: return [-sum(first.map { product($0, $0.logarithm()) })]
    case .klDivergence:
      return [sum(zip(first, second).map { product($0, logarithmOfQuotient($0, $1)) })]
    case .binaryCrossEntropy: return [binaryCrossEntropy(first, second)]
    case .binaryCrossEntropyWithLogits: return [binaryCrossEntropy(first, logits: y, bits)]
    case .categoricalCrossEntropy:
      return [-sum(zip(first, second).map { product($0, $1.logarithm()) })]
    case .binaryCrossEntropyWithLogitsGradient:
      return zip(first, y).map { sigmoidMinus($0, $1, bits) }
    case .categoricalCrossEntropyGradient: return zip(first, second).map { -$0 / $1 }
    default: return nil
    }
  }

  /// First and second derivatives of one row.
  private static func derivatives(
    _ operation: Operation, _ x: [Ball], _ y: [Ball], _ bits: Int
  ) -> [WideBall]? {
    let (first, second) = (wide(x, bits), wide(y, bits))
    func row(_ x: [Ball], scale: Ball = 1) -> ExponentialRow {
      ExponentialRow(x, scale: scale, bits: bits)
    }
    switch operation {
    case .softmaxJacobian: return row(x, scale: y[0]).jacobian(free: x.indices)
    case .reducedSoftmaxJacobian:
      return row([0] + x, scale: y[0]).jacobian(free: 1..<x.count + 1)
    case .inverseReducedSoftmaxJacobian: return inverseJacobian(first, scale: second[0])
    case .softmaxVectorJacobianProduct, .softmaxJacobianVectorProduct:
      return row(x).vectorProduct(second)
    case .logSoftmaxVectorJacobianProduct: return row(x).logarithmVectorProduct(second)
    case .softmaxHessian: return row(x, scale: y[0]).hessian(free: x.indices)
    case .reducedSoftmaxHessian: return row([0] + x, scale: y[0]).hessian(free: 1..<x.count + 1)
    case .categoricalCrossEntropyWithLogitsHessian:
      return row(y).jacobian(free: y.indices).map { product(sum(first), $0) }
    case .inverseReducedSoftmaxHessian: return inverseHessian(first, scale: second[0])
    default: return nil
    }
  }

  /// Softmax and its logarithm, of one row or row by row.
  private static func rowwise(
    _ operation: Operation, _ arguments: [Tensor], _ bits: Int
  ) -> [WideBall]? {
    let x = arguments[0].elements
    func row(_ x: [Ball], scale: Ball = 1) -> ExponentialRow {
      ExponentialRow(x, scale: scale, bits: bits)
    }
    switch operation {
    case .softmax, .logSumExpGradient: return row(x).softmax
    case .scaledSoftmax: return row(x, scale: arguments[1][0]).softmax
    case .reducedSoftmax: return row([0] + x, scale: arguments[1][0]).softmax
    case .logSoftmax: return row(x).logSoftmax
    case .logSumExp: return [row(x).logSumExp]
    case .categoricalCrossEntropyWithLogits:
      return [sum(rows(arguments).map { row($1).crossEntropy(to: wide($0, bits)) })]
    case .categoricalCrossEntropyWithLogitsGradient:
      return rows(arguments).flatMap { row($1).logarithmVectorProduct(wide($0, bits)).map { -$0 } }
    case .softmaxAlongAxis: return softmax(of: arguments[0], along: arguments[1][0], bits)
    default: return nil
    }
  }

  static func wide(_ x: [Ball], _ bits: Int) -> [WideBall] {
    x.map { WideBall(enclosing: $0, precision: bits) }
  }

  private static func rows(_ arguments: [Tensor]) -> [([Ball], [Ball])] {
    (0..<arguments[0].rows).map {
      (arguments[0].row($0).elements, arguments[1].row($0).elements)
    }
  }
}
