import Arithmetic
public import SoftmaxFamily

extension Reference {
  /// The bits of a value that `certify` is content with.
  public static var sharpness: Int { 92 }

  /// Evaluates an operation so that no radius is more than `2^-92` of its value, if some number of bits
  /// can do that.
  ///
  /// Where a result is small beside what it is the difference of (`logSumExp` near zero, a gradient
  /// near its minimum, a product with a vector whose mean is close to an entry), 106 bits leave
  /// `evaluate` with a radius that is relative to the larger. There the definition is evaluated in
  /// the second arithmetic, with twice the bits each time up to 3072; both enclosures hold the value,
  /// and the second is the narrower. What stays wide:
  ///
  /// - values under `2^-17300`, of which only the sign is known;
  /// - the vector products of the sparse maps where an entry is exactly at the threshold: the derivative jumps,
  ///   and both its sides are enclosed;
  /// - results at arguments that are balls, not numbers: their radii decide.
  ///
  /// - Throws: `ShapeMismatch` where the arguments do not fit the operation's signature.
  /// - Complexity: that of `evaluate` where nothing cancels, else that of `Definition.evaluate`.
  public static func certify(
    _ operation: Operation, _ arguments: [Tensor]
  ) throws(ShapeMismatch) -> Tensor {
    let value = try evaluate(operation, arguments)
    var balls = value.elements
    var open = balls.indices.filter { needsSharpening(balls[$0]) }
    var bits = 192
    guard !open.isEmpty, arguments.allSatisfy({ $0.elements.allSatisfy(\.isExact) }),
      !Definition.jumps(operation, arguments, bits)
    else { return value }
    while !open.isEmpty, bits <= 3072,
      let wide = try Definition.evaluate(operation, arguments, bits: bits)
    {
      for index in open where wide[index].isBounded {
        let ball = Ball(enclosing: wide[index])
        precondition((ball - balls[index]).mayBeZero, "the two arithmetics agree")
        if ball.isSharp(bits: sharpness) { balls[index] = ball }
      }
      open = open.filter { needsSharpening(balls[$0]) }
      bits *= 2
    }
    return Tensor(shape: value.shape, balls)
  }

  private static func needsSharpening(_ ball: Ball) -> Bool {
    ball.isReal && !ball.isSharp(bits: sharpness) && ball.exponent > -17_000
  }
}
