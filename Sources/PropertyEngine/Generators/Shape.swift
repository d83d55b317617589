import Arithmetic
import Randomness

/// The shapes of logits that are sampled.
enum Shape: CaseIterable, Sendable {
  case moderate
  case ties
  case dominant
  case ladder
  case ramp
  case sorted
  case sparse
  case hugeOffset
  case worstMeanGap
  case overflowEdge
}

extension Xoshiro256StarStar {
  /// A vector of a shape, its entries finite values of the format.
  mutating func vector(_ shape: Shape, of format: Format, count: Int) -> [Double] {
    guard count > 0 else { return [] }
    return switch shape {
    case .moderate: moderateVector(format, count)
    case .ties: ties(format, count)
    case .dominant: dominant(format, count)
    case .ladder: ladder(format, count)
    case .ramp: ramp(format, count)
    case .sorted: sorted(format, count)
    case .sparse: sparse(format, count)
    case .hugeOffset: hugeOffset(format, count)
    case .worstMeanGap: worstMeanGap(format, count)
    case .overflowEdge: overflowEdge(format, count)
    }
  }

  /// Moderate entries, the magnitude from below one to beyond every cliff.
  private mutating func moderateVector(_ format: Format, _ count: Int) -> [Double] {
    let magnitude =
      switch index(below: 8) {
      case 0: 1.0
      case 1: format.absorbedGap
      case 2: format.vanishingGap
      case 3: 2 * format.vanishingGap
      default: 16.0
      }
    return (0..<count).map { _ in moderate(format, magnitude: magnitude) }
  }

  private mutating func ties(_ format: Format, _ count: Int) -> [Double] {
    let levels = (0...index(below: 3)).map { _ in moderate(format, magnitude: 16) }
    return (0..<count).map { _ in levels[index(below: levels.count)] }
  }

  private mutating func dominant(_ format: Format, _ count: Int) -> [Double] {
    let gap = max(0, cliff(of: format) + real(from: -2, to: 2))
    let top = oneIn(2) ? 0 : moderate(format, magnitude: 16)
    let spread = oneIn(2) ? 0 : real(from: 0, to: 4)
    var vector = (0..<count).map { _ in
      format.finite(top - gap - spread * unit())
    }
    vector[place(in: count)] = top
    return vector
  }

  private mutating func ladder(_ format: Format, _ count: Int) -> [Double] {
    let height = (format.vanishingGap + 5) * (oneIn(2) ? 1 : unit())
    let top = oneIn(2) ? 0 : moderate(format, magnitude: 16)
    let isEven = oneIn(2)
    var vector = (0..<count).map { rung in
      let fraction = isEven ? Double(rung) / Double(max(count - 1, 1)) : unit()
      return format.finite(top - height * fraction)
    }
    if oneIn(2) { shuffle(&vector) }
    return vector
  }

  /// Equal steps at every entry, or stairs: steps of up to a cliff, at every block of a power of two.
  private mutating func ramp(_ format: Format, _ count: Int) -> [Double] {
    let start = moderate(format, magnitude: 16)
    if count > 2, oneIn(2) {
      let tread = 1 << index(below: Int.bitWidth - (count - 1).leadingZeroBitCount)
      let height = oneIn(2) ? cliff(of: format) + 2 : real(from: 0, to: 16)
      let rise = bits(1) == 0 ? height : -height
      return (0..<count).map { format.finite(start + rise * Double($0 / tread)) }
    }
    let step = oneIn(2) ? Double(integer(in: -3...3)) : real(from: -2, to: 2)
    return (0..<count).map { format.finite(start + step * Double($0)) }
  }

  private mutating func sorted(_ format: Format, _ count: Int) -> [Double] {
    let vector = moderateVector(format, count).sorted()
    return oneIn(2) ? vector : vector.reversed()
  }

  /// About `√n` entries amid a fill, after the array strategy of Hypothesis.
  private mutating func sparse(_ format: Format, _ count: Int) -> [Double] {
    let fill = oneIn(2) ? 0 : moderate(format, magnitude: 16)
    var vector = Array(repeating: fill, count: count)
    for _ in 0...Int(Double(count).squareRoot()) {
      vector[index(below: count)] = moderate(format, magnitude: 16)
    }
    return vector
  }

  private mutating func hugeOffset(_ format: Format, _ count: Int) -> [Double] {
    let size = powerOfTwo(1 + index(below: format.greatestExponent - 1))
    let offset = oneIn(2) ? size : -size
    let spacing = max(format.ulp(of: offset), powerOfTwo(-index(below: 4)))
    let reach = oneIn(2) ? 2 : 20
    return (0..<count).map { _ in
      format.finite(offset + Double(integer(in: -reach...reach)) * spacing)
    }
  }

  private mutating func worstMeanGap(_ format: Format, _ count: Int) -> [Double] {
    let top = oneIn(2) ? 0 : moderate(format, magnitude: 16)
    let low = format.finite(top - 1 - SteadyMath.greatestMeanGap(count: count))
    var vector = Array(repeating: low, count: count)
    vector[place(in: count)] = top
    return vector
  }

  private mutating func overflowEdge(_ format: Format, _ count: Int) -> [Double] {
    (0..<count).map { _ in
      let size =
        switch index(below: 6) {
        case 0: format.greatestFinite
        case 1: format.predecessor(of: format.greatestFinite)
        case 2: format.greatestFinite / 2
        case 3: format.finite(format.greatestFinite * unit())
        case 4: abs(moderate(format, magnitude: 16))
        default: format.finite(format.overflowGap + real(from: -1, to: 1))
        }
      return format.rounded(bits(1) == 0 ? size : -size)
    }
  }

  private mutating func cliff(of format: Format) -> Double {
    switch index(below: 5) {
    case 0: format.absorbedGap
    case 1: format.subnormalGap
    case 2: format.vanishingGap
    case 3: format.overflowGap
    default: real(from: 0, to: format.vanishingGap + 5)
    }
  }

  /// Where the greatest entry stands: first, last, or anywhere.
  private mutating func place(in count: Int) -> Int {
    switch index(below: 4) {
    case 0: 0
    case 1: count - 1
    default: index(below: count)
    }
  }
}
