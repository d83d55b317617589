import Arithmetic
import SoftmaxFamily

/// Results that lie half-way between two values of a format, or closer to there than any number of bits tells.
///
/// Where logits are `10^10` apart, all but the greatest weigh less than `2^-10^10`; a result is then
/// a sum of few bits and something so small that it only decides a tie. Its side of the half-way number `T` is the sign
/// of `N − T·D`, for a result `N/D` whose numerator and denominator are sums of exponentials.
enum HalfWay {
  /// The greatest number of distinct entries of a row that is looked at: a quotient by the square of their
  /// sum has half the square of it in terms.
  private static let mostEntries = 64

  /// The correctly rounded result of an operation at an index, given an enclosure that leaves it open.
  static func rounded(
    _ operation: Operation, _ arguments: [Tensor], at index: Int, _ enclosure: WideBall,
    in format: Format
  ) -> Double? {
    let nearest = format.rounded(Ball(enclosing: enclosure))
    guard nearest.isFinite else { return nil }
    for (lower, upper) in [
      (nearest, format.successor(of: nearest)), (format.predecessor(of: nearest), nearest),
    ] {
      let middle = exact([Ball(lower), Ball(upper)]).reduce(0, +).scaled(byPowerOfTwo: -1)
      guard middle.isExact, (enclosure - middle).mayBeZero,
        let quotient = quotient(operation, arguments, at: index)
      else { continue }
      switch (quotient.numerator - middle * quotient.denominator).sign {
      case 1: return upper
      case -1: return lower
      case 0: return format.correctlyRounded(middle)
      default: return nil
      }
    }
    return nil
  }

  /// A result as a quotient of sums of exponentials; `nil` for operations that are none.
  private static func quotient(
    _ operation: Operation, _ arguments: [Tensor], at index: Int
  ) -> (numerator: ExponentialSum, denominator: ExponentialSum)? {
    switch operation {
    case .softmaxVectorJacobianProduct, .softmaxJacobianVectorProduct:
      guard let row = Row(arguments[0].elements) else { return nil }
      let v = exact(arguments[1].elements)
      let difference = v[index] * row.sum - row.mean(of: v)
      return (row.terms[index] * difference, row.sum * row.sum)
    case .logSoftmaxVectorJacobianProduct:
      return logarithmProduct(arguments[0].elements, arguments[1].elements, at: index)
    case .categoricalCrossEntropyWithLogitsGradient:
      let (row, column) = index.quotientAndRemainder(dividingBy: arguments[0].columns)
      return logarithmProduct(
        arguments[1].row(row).elements, arguments[0].row(row).elements.map { -$0 }, at: column)
    default: return nil
    }
  }

  /// `v − e Σv/Σe`.
  private static func logarithmProduct(
    _ x: [Ball], _ v: [Ball], at index: Int
  ) -> (numerator: ExponentialSum, denominator: ExponentialSum)? {
    guard let row = Row(x) else { return nil }
    let v = exact(v)
    return (v[index] * row.sum - Definition.sum(v) * row.terms[index], row.sum)
  }

  private static func exact(_ x: [Ball]) -> [WideBall] {
    x.map { WideBall(enclosing: $0, precision: CorrectRounding.greatestBits) }
  }

  /// The exponentials of a row, as they are.
  private struct Row {
    let terms: [ExponentialSum]
    let sum: ExponentialSum

    init?(_ x: [Ball]) {
      let one = WideBall(1, precision: CorrectRounding.greatestBits)
      terms = zip(x, HalfWay.exact(x)).map { ball, exponent in
        Definition.isNothing(ball) ? ExponentialSum() : ExponentialSum(one, exponent: exponent)
      }
      sum = ExponentialSum(of: terms)
      guard sum.count <= HalfWay.mostEntries else { return nil }
    }

    /// `Σ v e`.
    func mean(of v: [WideBall]) -> ExponentialSum {
      ExponentialSum(of: zip(v, terms).map { $0 * $1 })
    }
  }
}
