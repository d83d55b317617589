import Arithmetic

/// A sum `Σ c e^a` with exact coefficients and exponents, of which the sign is certain.
///
/// By the theorem of Lindemann and Weierstrass the exponentials of distinct algebraic numbers are linearly
/// independent over the algebraic ones: the sum is zero if and only if, collected by exponents, all its
/// coefficients are. Any other has a sign that enough bits show, however far apart its terms are.
struct ExponentialSum {
  private struct Term {
    let exponent: WideBall
    var coefficient: WideBall
  }

  private var terms: [WideBall.Identity: Term] = [:]
  /// Whether all that was calculated so far was exact.
  private var isExact = true

  /// Creates the sum of nothing, zero.
  init() {}

  /// Creates the sum of all.
  init(of sums: [ExponentialSum]) { for sum in sums { add(sum) } }

  /// The number of distinct exponents.
  var count: Int { terms.count }

  /// Creates `c e^a`.
  init(_ coefficient: WideBall, exponent: WideBall) { add(coefficient, exponent) }

  private mutating func add(_ coefficient: WideBall, _ exponent: WideBall) {
    guard coefficient.isExact, let identity = exponent.identity else {
      isExact = false
      return
    }
    guard let term = terms[identity] else {
      terms[identity] = Term(exponent: exponent, coefficient: coefficient)
      return
    }
    terms[identity]?.coefficient = term.coefficient + coefficient
  }

  private mutating func add(_ other: ExponentialSum) {
    for term in other.terms.values { add(term.coefficient, term.exponent) }
    isExact = isExact && other.isExact
  }

  static func + (a: ExponentialSum, b: ExponentialSum) -> ExponentialSum {
    ExponentialSum(of: [a, b])
  }

  static func - (a: ExponentialSum, b: ExponentialSum) -> ExponentialSum { a + -1 * b }

  static func * (factor: WideBall, x: ExponentialSum) -> ExponentialSum {
    ExponentialSum(factor, exponent: 0) * x
  }

  /// The product; quadratic in the number of terms.
  static func * (a: ExponentialSum, b: ExponentialSum) -> ExponentialSum {
    var product = ExponentialSum()
    for x in a.terms.values {
      for y in b.terms.values {
        product.add(x.coefficient * y.coefficient, x.exponent + y.exponent)
      }
    }
    product.isExact = product.isExact && a.isExact && b.isExact
    return product
  }

  /// The sign, -1, 0 or 1; `nil` where a calculation was not exact or the bits do not suffice.
  ///
  /// The greatest exponential that counts is taken out, so that none is out of reach.
  var sign: Int? {
    guard isExact, terms.values.allSatisfy(\.coefficient.isExact) else { return nil }
    let summands = terms.values.filter { !$0.coefficient.isZero }
    guard let greatest = summands.max(by: { $0.exponent.precedes($1.exponent) }) else { return 0 }
    let sum = summands.reduce(0) { (sum: WideBall, term) in
      sum + term.coefficient * (term.exponent - greatest.exponent).exponential()
    }
    return sum.isPositive ? 1 : (-sum).isPositive ? -1 : nil
  }
}
