public import Arithmetic
public import SoftmaxFamily

/// What a law says of one case: whether the two sides can be reconciled, and how closely.
public struct Finding: Sendable {
  /// How two numbers ought to be related.
  public enum Relation: String, Sendable {
    /// The two enclosures have a number in common.
    case equal = "="
    /// A number of the left enclosure is at most one of the right.
    case atMost = "≤"
    /// The two are the same to the last bit, infinities and NaN included.
    case identical = "is"
  }

  /// The element of a comparison that is nearest to falsifying it, or furthest beyond.
  public struct Comparison: Sendable {
    /// The position of the element.
    public let index: Int
    /// The relation that ought to hold.
    public let relation: Relation
    /// The left-hand side.
    public let left: Ball
    /// The right-hand side.
    public let right: Ball
    /// The distance of the midpoints that counts: zero where an inequality holds of them.
    public let error: Ball
    /// The largest distance that the two enclosures allow.
    public let bound: Ball
  }

  /// The error divided by the bound: at most one where the law holds.
  ///
  /// Infinite where no error is allowed, or an answer is not a number.
  public let ratio: Double
  /// Whether the bounds are too wide for the comparison to mean anything.
  public let isVacuous: Bool
  /// The comparison behind the ratio, or `nil` if there was nothing to compare.
  public let comparison: Comparison?

  init(ratio: Double, isVacuous: Bool, comparison: Comparison?) {
    self.ratio = ratio
    self.isVacuous = isVacuous
    self.comparison = comparison
  }

  /// Whether the law is falsified: no true values within the enclosures satisfy it.
  public var isFalsified: Bool { !(ratio <= 1) }

  /// A finding about nothing, such as the entries of an empty vector.
  static let nothing = Finding(ratio: 0, isVacuous: true, comparison: nil)
}

extension Finding {
  /// Says that two tensors are equal, element by element.
  ///
  /// Falsified only if two enclosures have no number in common, when `within` is added
  /// to their radii. What is expected to vanish is small `beside` the numbers that cancel,
  /// which then decide whether the bound is too wide to say anything.
  ///
  /// - Precondition: the shapes are equal, or one of them is a scalar's.
  public static func equal(
    _ a: Tensor, _ b: Tensor, within bound: Double = 0, beside terms: Tensor? = nil
  ) -> Finding {
    compare(a, .equal, b, within: bound, beside: terms)
  }

  /// Says that no element of one tensor is greater than that of another, or than a scalar.
  public static func atMost(_ a: Tensor, _ b: Tensor, within bound: Double = 0) -> Finding {
    compare(a, .atMost, b, within: bound)
  }

  /// Says that two tensors differ, element by element, by no more than a third, or a scalar.
  ///
  /// - Precondition: as for `equal`.
  public static func near(_ a: Tensor, _ b: Tensor, within remainder: Tensor) -> Finding {
    .all(.atMost(b - remainder, a), .atMost(a, b + remainder))
  }

  /// Says that every element is a number, neither infinite nor NaN.
  public static func finite(_ a: Tensor) -> Finding {
    worst(
      a.elements.indices.map { index in
        let x = a[index]
        return Finding(
          ratio: x.isReal ? 0 : .infinity, isVacuous: false,
          comparison: Comparison(
            index: index, relation: .equal, left: x, right: .unbounded, error: x, bound: 0))
      })
  }

  /// Says that all of several statements hold.
  public static func all(_ findings: Finding...) -> Finding { worst(findings) }

  /// The finding with the greatest ratio; vacuous if all of them are.
  static func worst(_ findings: [Finding]) -> Finding {
    worst(of: findings.count) { findings[$0] }
  }

  /// The same of so many findings.
  @inline(__always)
  static func worst(of count: Int, _ finding: (Int) -> Finding) -> Finding {
    var worst = Finding.nothing
    for index in 0..<count {
      let finding = finding(index)
      guard finding.isFalsified || !finding.isVacuous else { continue }
      if worst.isVacuous || finding.ratio > worst.ratio { worst = finding }
    }
    return worst
  }

  /// The number of elements that are compared, one with one or a scalar's with all.
  static func count(comparing a: Tensor, with b: Tensor) -> Int {
    precondition(
      a.shape == b.shape || a.shape.isEmpty || b.shape.isEmpty,
      "shapes are equal, or one of them is a scalar's")
    return max(a.count, b.count)
  }

  private static func compare(
    _ a: Tensor, _ relation: Relation, _ b: Tensor, within bound: Double,
    beside terms: Tensor? = nil
  ) -> Finding {
    var size: Ball = 0
    for numbers in [a.elements, b.elements, terms?.elements ?? []] {
      for x in numbers where x.isReal { size = larger(size, x.midpoint.magnitude) }
    }
    return worst(of: count(comparing: a, with: b)) { index in
      let left = a.shape.isEmpty ? a[0] : a[index]
      let right = b.shape.isEmpty ? b[0] : b[index]
      return compare(left, relation, right.widened(by: bound), at: index, size: size)
    }
  }

  /// The larger of two exact balls.
  static func larger(_ a: Ball, _ b: Ball) -> Ball { a.precedes(b) ? b : a }
}
