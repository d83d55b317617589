#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif
import Arithmetic
public import SoftmaxFamily

/// The functions of one number by the C library's `expf`, `logf` and `log1pf`, for whole arrays.
///
/// They are what a C programmer writes in a line: a measure of what calling an implementation costs
/// by itself.
public enum CMathematics {
  /// Fills an array with a function's values.
  public typealias Kernel =
    @Sendable (UnsafeBufferPointer<Float>, UnsafeMutableBufferPointer<Float>) -> Void

  /// The functions under the names of the family; the half formats are computed in binary32 and rounded once.
  public static let implementation = Implementation(
    "libm", claims: claims, binary64: functions(), binary32: functions(),
    roundedTo: [.binary16, .bfloat16]
  ).answeringArrays(by: answer)

  /// The kernels by function.
  public static let kernels: [ElementwiseFunction: Kernel] = [
    .sigmoid: sigmoid, .softplusDerivative: sigmoid, .logSigmoid: logSigmoid,
    .softplus: softplus, .logit: logit, .sigmoidDerivative: sigmoidDerivative,
    .lossOfZero: softplus, .lossOfOne: lossOfOne,
  ]

  /// The kernels of the operations on one argument, in binary32.
  private static let elementwise: [SoftmaxFamily.Operation: Kernel] = Dictionary(
    kernels.filter { $0.key.target == nil }.map { ($0.key.operation, $0.value) },
    uniquingKeysWith: { first, _ in first })

  /// Softmax and log-sum-exp of pairs, in binary32 and rounded to binary16: pairs one after the other in, and
  /// one number or two for each out.
  private static let pairKernels: [SoftmaxFamily.Operation: Kernel] = [
    .softmax: softmaxOfPairs, .logSumExp: logSumExpOfPairs,
  ]

  /// Answers calls of one argument in binary32, of losses with one target a row, and of pairs in binary16.
  private static func answer(
    _ call: ArrayCall, _ answers: UnsafeMutableBufferPointer<Float>
  ) -> Bool {
    let arguments = call.arguments
    switch call.format {
    case .binary32 where call.operation == .binaryCrossEntropyWithLogits:
      guard arguments.allSatisfy({ $0.shape == [1] }) else { return false }
      losses(arguments[0].values, arguments[1].values, answers)
    case .binary32:
      guard let kernel = elementwise[call.operation] else { return false }
      kernel(arguments[0].values, answers)
    case .binary16:
      guard let kernel = pairKernels[call.operation], arguments[0].shape == [2] else {
        return false
      }
      kernel(arguments[0].values, answers)
    case .bfloat16, .binary64: return false
    }
    return true
  }

  private static func losses(
    _ targets: UnsafeBufferPointer<Float>, _ logits: UnsafeBufferPointer<Float>,
    _ y: UnsafeMutableBufferPointer<Float>
  ) {
    for index in targets.indices {
      let (t, z) = (targets[index], logits[index])
      let rest = log1pf(expf(-abs(z)))
      y[index] = t == 1 ? positivePart(-z) + rest : positivePart(z) + rest - t * z
    }
  }

  private static func softmaxOfPairs(
    _ x: UnsafeBufferPointer<Float>, _ y: UnsafeMutableBufferPointer<Float>
  ) {
    for index in stride(from: 0, to: x.count, by: 2) {
      let (a, b) = (x[index], x[index + 1])
      let maximum = a < b ? b : a
      let (first, second) = (expf(a - maximum), expf(b - maximum))
      let sum = first + second
      y[index] = half(first / sum)
      y[index + 1] = half(second / sum)
    }
  }

  private static func logSumExpOfPairs(
    _ x: UnsafeBufferPointer<Float>, _ y: UnsafeMutableBufferPointer<Float>
  ) {
    for index in 0..<x.count / 2 {
      let (a, b) = (x[2 * index], x[2 * index + 1])
      let maximum = a < b ? b : a
      let value = maximum + logf(expf(a - maximum) + expf(b - maximum))
      y[index] = maximum.isInfinite && b == b ? maximum : half(value)
    }
  }

  /// Rounds to binary16, ties to even; dividing by a power of two and multiplying with it are exact.
  @inline(__always)
  private static func half(_ x: Float) -> Float {
    guard x.magnitude < .infinity else { return x }
    let power = Float(bitPattern: x.bitPattern & 0x7f80_0000)
    let quantum = max(power * 0x1p-10, 0x1p-24)
    let rounded = ((x / quantum + 0x1.8p23) - 0x1.8p23) * quantum
    return rounded.magnitude > 65504 ? x * .infinity : rounded
  }

  private static var claims: Claims {
    var claims = Claims()
    claims.exponentialUlps = 1
    claims.logarithmUlps = 1
    claims.sigmoid = .oneBranch
    claims.subnormals = .gradual
    return claims
  }

  private static func sigmoid(
    _ x: UnsafeBufferPointer<Float>, _ y: UnsafeMutableBufferPointer<Float>
  ) {
    for index in x.indices { y[index] = 1 / (1 + expf(-x[index])) }
  }

  private static func softplus(
    _ x: UnsafeBufferPointer<Float>, _ y: UnsafeMutableBufferPointer<Float>
  ) {
    for index in x.indices { y[index] = positivePart(x[index]) + log1pf(expf(-abs(x[index]))) }
  }

  private static func logSigmoid(
    _ x: UnsafeBufferPointer<Float>, _ y: UnsafeMutableBufferPointer<Float>
  ) {
    for index in x.indices {
      y[index] = -(positivePart(-x[index]) + log1pf(expf(-abs(x[index]))))
    }
  }

  private static func lossOfOne(
    _ x: UnsafeBufferPointer<Float>, _ y: UnsafeMutableBufferPointer<Float>
  ) {
    for index in x.indices { y[index] = positivePart(-x[index]) + log1pf(expf(-abs(x[index]))) }
  }

  private static func sigmoidDerivative(
    _ x: UnsafeBufferPointer<Float>, _ y: UnsafeMutableBufferPointer<Float>
  ) {
    for index in x.indices {
      let t = expf(-abs(x[index]))
      let value = 1 / (1 + t)
      y[index] = value * (t * value)
    }
  }

  private static func logit(
    _ p: UnsafeBufferPointer<Float>, _ y: UnsafeMutableBufferPointer<Float>
  ) {
    for index in p.indices { y[index] = logf(p[index]) - log1pf(-p[index]) }
  }

  /// The number or zero, whichever is greater; NaN of NaN.
  @inline(__always)
  private static func positivePart(_ x: Float) -> Float { x < 0 ? 0 : x }

  private static func functions<Scalar: ElementaryScalar>() -> SwiftFunctions<Scalar> {
    var functions = SwiftFunctions<Scalar>()
    functions.sigmoid = { $0.map(\.plainSigmoid) }
    functions.softplusDerivative = { $0.map(\.plainSigmoid) }
    functions.softplus = { $0.map(\.plainSoftplus) }
    functions.logSigmoid = { $0.map { -(-$0).plainSoftplus } }
    functions.logit = { $0.map { $0.logarithm - (-$0).logarithmOfOnePlus } }
    functions.sigmoidDerivative = { $0.map(\.plainSlope) }
    functions.softmax = { $0.isEmpty ? [] : Textbook.softmax($0) }
    functions.logSumExp = Textbook.logSumExp
    functions.binaryCrossEntropyWithLogits = { targets, logits in
      var loss: Scalar = 0
      for index in 0..<targets.count {
        let (t, z) = (targets[index], logits[index])
        loss += t == 1 ? (-z).plainSoftplus : z.plainSoftplus - t * z
      }
      return loss
    }
    return functions
  }
}

extension ElementaryScalar {
  /// `1/(1 + e^{−x})`.
  fileprivate var plainSigmoid: Self { 1 / (1 + (-self).exponential) }

  /// `max(x, 0) + log1p(e^{−|x|})`.
  fileprivate var plainSoftplus: Self {
    (self < 0 ? 0 : self) + (-abs(self)).exponential.logarithmOfOnePlus
  }

  /// `t/(1 + t)²` with `t = e^{−|x|}`.
  fileprivate var plainSlope: Self {
    let t = (-abs(self)).exponential
    let value = 1 / (1 + t)
    return value * (t * value)
  }
}
