import Arithmetic

/// The shifted exponentials of one row of logits, from which the softmax family follows.
///
/// With `m` the greatest entry, `e_i = e^{λ(x_i − m)}` and `s = Σ e_i`. The shift is by the
/// midpoint of the greatest entry, an exact number that cancels, so the uncertainty of an
/// entry counts only once.
struct CertifiedRow {
  /// The scale `λ`.
  let scale: Ball
  /// The greatest entry's midpoint `m`, `−∞` for an empty row.
  let maximum: Ball
  /// The position of the greatest entry.
  let pivot: Int
  /// The exponents `λ(x_i − m)`.
  let exponents: [Ball]
  /// The exponentials `e_i`.
  let exponentials: [Ball]
  /// Their sum without the greatest, and with what the greatest differs from one.
  private let rest: Ball
  /// Whether all entries are numbers less than `+∞` and one is finite.
  let isProper: Bool

  /// Analyses the row `λx`.
  init(_ x: [Ball], scale: Ball = 1) {
    self.scale = scale
    var pivot = 0
    for i in x.indices where scale.isNegative ? x[i].precedes(x[pivot]) : x[pivot].precedes(x[i]) {
      pivot = i
    }
    self.pivot = pivot
    let maximum = x.isEmpty ? Ball(-.infinity) : x[pivot].midpoint
    self.maximum = x.contains(where: \.isNaN) ? Ball(.nan) : maximum
    isProper = self.maximum.isReal && scale.isReal
    let terms = isProper ? x.map { Self.term($0 - maximum, scale) } : []
    exponents = terms.map(\.exponent)
    exponentials = terms.map(\.exponential)
    var rest = isProper ? exponentials[pivot] - 1 : 0
    for i in exponentials.indices where i != pivot { rest = rest + exponentials[i] }
    self.rest = rest
    count = x.count
  }

  private let count: Int

  /// The exponent `λd` and its exponential.
  ///
  /// A product `λd` of ten thousand, known to 106 bits, would leave its exponential with 92: so what the
  /// leading bits of an exact product leave over goes in as a factor, `e^t = 1 + t` but for `t²`.
  private static func term(_ gap: Ball, _ scale: Ball) -> (exponent: Ball, exponential: Ball) {
    guard gap.significand.low != 0, let (leading, rest) = Ball.exactProduct(gap, scale) else {
      let exponent = scale * gap
      return (exponent, exponent.exponential())
    }
    let exponent = leading.widened(by: rest.magnitudeBound)
    guard rest.magnitudeBound < 0x1p-80 else { return (exponent, exponent.exponential()) }
    let t = rest.widened(by: rest.magnitudeBound * 0x1p-80)
    return (exponent, leading.exponential() * (1 + t))
  }

  var undefined: [Ball] { Array(repeating: Ball(.nan), count: count) }

  /// The sum `s`.
  var sum: Ball { 1 + rest }

  /// `e_i/s`.
  var softmax: [Ball] {
    guard isProper else { return undefined }
    let sum = sum
    return exponentials.map { $0 / sum }
  }

  /// `1 − e_i/s`, as the sum of the other entries.
  var complements: [Ball] {
    guard isProper else { return undefined }
    let sum = sum
    // Only the greatest can be close to one; elsewhere the subtraction is harmless.
    return exponentials.indices.map { $0 == pivot ? rest / sum : (sum - exponentials[$0]) / sum }
  }

  /// `log s`, accurate relative to itself where one entry dominates.
  private var logSum: Ball { rest.logarithmOfOnePlus() }

  /// `λm + log s`; near zero the radius is relative to the two.
  var logSumExp: Ball {
    isProper ? scale * maximum + logSum : scale * maximum
  }

  /// `λ(x_i − m) − log s`.
  var logSoftmax: [Ball] {
    guard isProper else { return undefined }
    let logSum = logSum
    return exponents.map { $0 - logSum }
  }
}
