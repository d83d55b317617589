public import Arithmetic
public import SoftmaxFamily

/// The correctly rounded results of operations, by Ziv's method.
///
/// Both ends of a certified ball are rounded; where they differ, the operation is evaluated again by
/// its definition in the second arithmetic, with twice the bits each time, until they do not.
/// (Ziv, "Fast evaluation of elementary mathematical functions with correctly rounded last bit", ACM
/// TOMS 17 (1991).)
///
/// That ends unless a result lies exactly half-way between two values of the format. By the theorems of
/// Lindemann and Weierstrass (exponentials) and Baker (logarithms) the results are transcendental at
/// floating-point arguments, except where equal entries, `n = 1`, a zero argument or a zero
/// weight make them rational; those the definition evaluates exactly: sums of whole numbers
/// and quotients without remainder carry no error. What no number of bits decides, because all but one of the
/// exponentials are out of reach, `HalfWay` decides by a proof. Were a result undecided all the same after
/// `greatestBits`, it is rounded from the last midpoint, faithfully, and counted as `undecided`.
public struct CorrectRounding: Sendable {
  /// The results.
  public let values: [Double]
  /// The number of results that the first arithmetic left open.
  public let escalations: Int
  /// The number of results that no number of bits up to the greatest decided.
  public let undecided: Int

  /// The number of bits of the last attempt: enough for what differs from a half-way number
  /// by less than the least positive binary64 number's square.
  static let greatestBits = 6144

  /// Evaluates an operation in a format.
  ///
  /// - Throws: `ShapeMismatch` where the arguments do not fit the operation's signature.
  public init(
    of operation: Operation, _ arguments: [Tensor], in format: Format
  ) throws(ShapeMismatch) {
    let balls = try Reference.evaluate(operation, arguments).elements
    var values = balls.map { format.correctlyRounded($0) }
    let open = values.indices.filter { values[$0] == nil }
    escalations = open.count
    var nearest = balls
    var last: [WideBall] = []
    var bits = 192
    while bits <= Self.greatestBits, values.contains(nil),
      let wide = try Definition.evaluate(operation, arguments, bits: bits)
    {
      for index in open where values[index] == nil {
        values[index] = format.correctlyRounded(wide[index])
        if wide[index].isBounded { nearest[index] = Ball(enclosing: wide[index]) }
      }
      last = wide
      bits *= 2
    }
    for index in last.indices where values[index] == nil && last[index].isBounded {
      values[index] = HalfWay.rounded(operation, arguments, at: index, last[index], in: format)
    }
    undecided = values.count { $0 == nil }
    self.values = values.indices.map { values[$0] ?? format.rounded(nearest[$0]) }
  }
}
