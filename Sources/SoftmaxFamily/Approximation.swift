import Arithmetic

/// A number that an implementation has computed on its way to a result: a running error bound.
///
/// The true value is enclosed by `value`, and the computed one is within `error` of it.
struct Approximation {
  /// An enclosure of the true value.
  let value: Ball
  /// An upper bound of the distance of the computed number from the true value.
  let error: Double

  /// A number that is given, not computed.
  init(_ x: Double) {
    value = Ball(x)
    error = 0
  }

  /// A number with an error; one that is NaN is no bound, so infinite.
  init(_ value: Ball, error: Double) {
    self.value = value
    self.error = error.isNaN ? .infinity : error
  }

  /// An upper bound of the magnitude of the true value.
  var magnitude: Double { value.magnitudeBound }

  /// An upper bound of the magnitude of the computed number.
  var reach: Double { (magnitude + error) * (1 + 0x1p-50) }

  /// The number itself, where it is known and has no error.
  var exact: Double? {
    guard error == 0, value.isReal, value.isExact, value.significand.low == 0 else { return nil }
    return value.value
  }

  /// Whether the computed number is positive, or `nil` where its sign is not certain.
  ///
  /// Zero is no certain sign, as the slope of relu there is a convention.
  var isPositive: Bool? {
    let sure = value.widened(by: error)
    return sure.isPositive ? true : sure.isNegative ? false : nil
  }
}

extension Tensor {
  /// The rows of a matrix of numbers that are given.
  var approximations: [[Approximation]] {
    (0..<rows).map { row($0).values.map { Approximation($0) } }
  }
}

extension Contract {
  /// A sum of products in any order: what the factors are off by, and `γ` of what is added.
  ///
  /// `γ = (1 + u)(1 + σ_n) − 1`, and what each product may lose below the normal range. There is no
  /// error where no product and no partial sum can be rounded.
  func dot(_ a: [Approximation], _ b: [Approximation]) -> Approximation {
    var value = Ball(0)
    var inherited = 0.0
    var size = 0.0
    for index in 0..<min(a.count, b.count) {
      let (x, y) = (a[index], b[index])
      value = value + x.value * y.value
      inherited += x.magnitude * y.error + y.magnitude * x.error + x.error * y.error
      size += x.reach * y.reach
    }
    guard size != 0, inherited != 0 || !isExactSum(a, b) else {
      return Approximation(value, error: 0)
    }
    let gamma = Upper.compound(u, sumError(a.count))
    let underflow = Double(a.count) * tiny
    return Approximation(
      value, error: (inherited + gamma * size + underflow) * (1 + 0x1p-40))
  }

  /// Whether all products are multiples of one power of two, so few that any sum of them is exact.
  private func isExactSum(_ a: [Approximation], _ b: [Approximation]) -> Bool {
    var finest = Int.max
    var total = 0.0
    for index in 0..<min(a.count, b.count) {
      guard let x = a[index].exact, let y = b[index].exact else { return false }
      let product = DoubleDouble.product(x, y)
      guard product.low == 0, product.high.isFinite, flushed(x) == 0, flushed(y) == 0 else {
        return false
      }
      guard product.high != 0 else { continue }
      let trailing = product.high.significandBitPattern.trailingZeroBitCount
      finest = min(finest, Int(product.high.exponent) - max(0, 52 - trailing))
      total += abs(product.high)
    }
    guard finest != .max else { return true }
    return finest >= working.leastExponent && total < working.greatestFinite
      && total <= powerOfTwo(min(finest + working.precision, 1023)) * (1 - 0x1p-50)
  }

  /// The analysis of a row of logits that were computed.
  func row(_ logits: [Approximation]) -> SoftmaxRow {
    let exact = logits.compactMap(\.exact)
    guard exact.count < logits.count else { return SoftmaxRow(exact, contract: self) }
    return SoftmaxRow(
      computed: logits.map(\.value.value), errors: logits.map(\.error),
      reach: logits.map(\.reach).reduce(0, max), contract: self)
  }
}
