extension Ball {
  /// The sum of numbers; that of exact doubles is rounded once, from their exact sum.
  ///
  /// The exact sum is kept in doubles of which no two overlap (Shewchuk, "Adaptive precision floating-point
  /// arithmetic and fast robust geometric predicates", 1997), so the relative radius is some `2^-104`
  /// however much cancels. A sum of anything else, or one beyond the doubles, is added term by term.
  ///
  /// - Complexity: linear in the number of terms, times the number of parts, mostly two or three.
  public static func sum(of terms: [Ball]) -> Ball {
    var parts: [Double] = []
    for term in terms {
      guard let number = term.exactDouble else { return terms.reduce(0, +) }
      var (carry, count) = (number, 0)
      for index in parts.indices {
        let sum = DoubleDouble.sum(carry, parts[index])
        if sum.low != 0 {
          parts[count] = sum.low
          count += 1
        }
        carry = sum.high
      }
      guard carry.isFinite else { return terms.reduce(0, +) }
      parts.removeSubrange(count...)
      parts.append(carry)
    }
    return parts.reduce(0) { $0 + Ball($1) }
  }
}
