import Arithmetic

/// Choices so high that they are the places of real numbers which are no small integers:
/// the order is not that of size there, so the search by halves is not enough.
extension Shrinker {
  /// Makes a real number simpler: an integer, few bits after the point, few bits at all.
  mutating func simplifyReal(at position: Int) {
    guard replaceNonFinite(at: position) else { return }
    replaceReal(at: position) { x in
      [1, x < 0 ? -1 : 1, x.rounded(.towardZero), x.rounded(.awayFromZero)]
    }
    replaceReal(at: position) { x in abs(x) < powerOfTwo(53) ? [] : Self.sizes(signOf: x) }
    for bits in 1...32 {
      let isDone = replaceReal(at: position) { x in
        Self.neighbors(of: x, spacing: powerOfTwo(-bits))
      }
      if isDone { break }
    }
    for bits in 1...52 {
      let isDone = replaceReal(at: position) { x in
        guard let exponent = x == 0 ? nil : Int(x.exponent) else { return [] }
        let quantum = max(exponent - bits + 1, -1074)
        return Self.neighbors(of: x, spacing: powerOfTwo(quantum))
      }
      if isDone { break }
    }
    lowerExponent(at: position)
  }

  /// Replaces NaN and infinities by simpler ones or by a finite number.
  ///
  /// Returns whether the number at the position is finite now.
  private mutating func replaceNonFinite(at position: Int) -> Bool {
    let isFinite = { (shrinker: Self) in
      position < shrinker.best.count
        && SimplicityOrder.number(at: shrinker.best[position]).isFinite
    }
    if isFinite(self) { return true }
    for simpler in Self.sizes(signOf: 1) + Self.sizes(signOf: -1) + [.infinity, -.infinity] {
      if replace(position, with: SimplicityOrder.place(of: simpler)) { break }
    }
    return isFinite(self)
  }

  /// Tries numbers made of a real number; true if one is taken.
  @discardableResult
  private mutating func replaceReal(at position: Int, by candidates: (Double) -> [Double]) -> Bool {
    guard position < best.count else { return false }
    let number = SimplicityOrder.number(at: best[position])
    for candidate in candidates(number) where candidate.isFinite {
      if replace(position, with: SimplicityOrder.place(of: candidate)) { return true }
    }
    return false
  }

  /// Lowers the block of the order, which is the number of bits after the point, or the
  /// exponent of a large number, while the place in the block stays.
  private mutating func lowerExponent(at position: Int) {
    let block: UInt64 = 1 << 53
    guard position < best.count else { return }
    search(upTo: best[position] / block) { shrinker, steps in
      guard position < shrinker.best.count else { return nil }
      let (lowered, isNegative) =
        shrinker.best[position].subtractingReportingOverflow(steps * block)
      guard !isNegative else { return nil }
      var candidate = shrinker.best
      candidate[position] = lowered
      return candidate
    }
  }

  /// Numbers of every size, from one to the greatest finite one.
  private static func sizes(signOf number: Double) -> [Double] {
    let powers = Array(stride(from: 0, through: 52, by: 4)) + [127, 1023]
    let sizes = powers.map(powerOfTwo) + [.greatestFiniteMagnitude]
    return sizes.map { Double(signOf: number, magnitudeOf: $0) }
  }

  /// The multiples of a power of two below and above a number.
  private static func neighbors(of number: Double, spacing: Double) -> [Double] {
    let quotient = number / spacing
    return [quotient.rounded(.towardZero) * spacing, quotient.rounded(.awayFromZero) * spacing]
  }
}
