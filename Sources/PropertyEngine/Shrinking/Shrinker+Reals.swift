import Arithmetic

/// Real numbers: their order is not that of size, so that the search by halves is not enough.
extension Shrinker {
  /// Makes real numbers that are equal simpler, as one: an integer, few digits after the
  /// point, few digits at all.
  mutating func lowerReal(_ positions: [Int]) {
    guard replaceNonFinite(positions), let x = real(at: positions[0]) else { return }
    let one = Double(signOf: x, magnitudeOf: 1)
    take(positions, [1, -1, 2 * one, x.rounded(.towardZero), x.rounded(.awayFromZero)])
    if let x = real(at: positions[0]), abs(x) >= 0x1p53 {
      take(positions, Self.sizes(signOf: x))
      shorten(positions)
    }
    if let x = real(at: positions[0]), x != x.rounded() { roundOff(positions) }
    lowerWithinBlock(positions)
    lowerBlock(positions)
    if let x = real(at: positions[0]), abs(x) >= 0x1p53 {
      take(positions, [x * 0.75, x * 0.625, x * 0.875])
    }
    if let x = real(at: positions[0]), x < 0 { take(positions, [-x]) }
  }

  /// The real number at a position, if there still is one.
  private func real(at position: Int) -> Double? {
    guard position < best.count, trace.kinds[position] == .real else { return nil }
    return SimplicityOrder.number(at: best[position])
  }

  /// Tries numbers in the place of some; true as soon as one is taken.
  @discardableResult
  private mutating func take(_ positions: [Int], _ numbers: [Double]) -> Bool {
    for number in numbers where number.isFinite {
      if replace(positions, with: SimplicityOrder.place(of: number)) { return true }
    }
    return false
  }

  /// Replaces NaN and infinities by simpler ones or by a finite number.
  ///
  /// Returns whether the number is finite now.
  private mutating func replaceNonFinite(_ positions: [Int]) -> Bool {
    guard let x = real(at: positions[0]) else { return false }
    if x.isFinite { return true }
    let candidates = Self.sizes(signOf: 1) + Self.sizes(signOf: -1) + [.infinity, -.infinity]
    for candidate in candidates {
      if replace(positions, with: SimplicityOrder.place(of: candidate)) { break }
    }
    return real(at: positions[0])?.isFinite ?? false
  }

  /// Rounds to few digits after the point, binary and decimal ones in turn of simplicity.
  private mutating func roundOff(_ positions: [Int]) {
    let binary = { (bits: Int) in powerOfTwo(-bits) }
    let short = Self.firstThatFits([1, 2, 3, 5, 7, 10]) {
      take(positions, grid(positions, binary($0)))
    }
    if short { return }
    let decimal = Self.firstThatFits([1, 2, 3, 5, 8, 12, 15]) {
      take(positions, decimalNeighbors(positions, digits: $0))
    }
    if decimal { return }
    let long = Self.firstThatFits([12, 16, 20, 26, 32, 40, 52]) {
      take(positions, grid(positions, binary($0)))
    }
    if !long { shorten(positions) }
  }

  /// Tries ever more digits until some fit, and then whether fewer do.
  private static func firstThatFits(_ steps: [Int], _ fits: (Int) -> Bool) -> Bool {
    var last = 0
    for step in steps {
      if fits(step) {
        for fewer in last + 1..<max(step, last + 1) where fits(fewer) { return true }
        return true
      }
      last = step
    }
    return false
  }

  /// Rounds to few digits at all.
  private mutating func shorten(_ positions: [Int]) {
    _ = Self.firstThatFits([1, 2, 3, 5, 8, 13, 21, 34, 52]) { bits in
      guard let x = real(at: positions[0]), x != 0 else { return false }
      let quantum = powerOfTwo(max(Int(x.exponent) - bits + 1, -1074))
      return take(positions, grid(positions, quantum))
    }
  }

  /// The multiples of a number nearest to the one at the positions.
  private func grid(_ positions: [Int], _ spacing: Double) -> [Double] {
    guard let x = real(at: positions[0]) else { return [] }
    let quotient = x / spacing
    return [quotient.rounded(.towardZero) * spacing, quotient.rounded(.awayFromZero) * spacing]
  }

  /// The fractions of so many decimal digits nearest to the number at the positions.
  private func decimalNeighbors(_ positions: [Int], digits: Int) -> [Double] {
    guard let x = real(at: positions[0]) else { return [] }
    let power = (0..<digits).reduce(1.0) { power, _ in power * 10 }
    let units = x * power
    guard abs(units) < 0x1p48 else { return [] }
    return [units.rounded(.towardZero) / power, units.rounded(.awayFromZero) / power]
  }

  /// Lowers the place of a number among those of as many digits after the point.
  private mutating func lowerWithinBlock(_ positions: [Int]) {
    guard real(at: positions[0]) != nil else { return }
    let place = best[positions[0]]
    let start: UInt64
    if place < SimplicityOrder.firstFraction {
      start = 0
    } else if place < SimplicityOrder.firstDecimal {
      start = place / SimplicityOrder.block * SimplicityOrder.block
    } else if place < SimplicityOrder.endOfDecimals {
      start = place / SimplicityOrder.decimalBlock * SimplicityOrder.decimalBlock + 2
    } else {
      let offset = SimplicityOrder.endOfDecimals - SimplicityOrder.firstDecimal
      start = (place - offset) / SimplicityOrder.block * SimplicityOrder.block + offset
    }
    let first = start | place & 1
    guard first < place, !replace(positions, with: first) else { return }
    search(positions, last: (place - first) / 2) { first + 2 * $0 }
  }

  /// Lowers the block of the order, which is the number of bits after the point, or the
  /// exponent of a large number, while the place in the block stays.
  private mutating func lowerBlock(_ positions: [Int]) {
    guard real(at: positions[0]) != nil else { return }
    let place = best[positions[0]]
    guard place >= SimplicityOrder.endOfDecimals else { return }
    let last = (place - SimplicityOrder.endOfDecimals) / SimplicityOrder.block
    search(positions, last: last) { place - (last - $0) * SimplicityOrder.block }
  }

  /// Numbers of every size, from one to the greatest finite one.
  private static func sizes(signOf number: Double) -> [Double] {
    let sizes = [0, 4, 10, 20, 52, 127, 1023].map(powerOfTwo) + [.greatestFiniteMagnitude]
    return sizes.map { Double(signOf: number, magnitudeOf: $0) }
  }
}
