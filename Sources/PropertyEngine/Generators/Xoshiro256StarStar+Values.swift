import Arithmetic
import Randomness

/// How values are sampled: mixtures that meet the special ones often.
extension Xoshiro256StarStar {
  /// A finite value: one in eight special, one in four a small integer, or else uniform
  /// by bit pattern, which is about log-uniform.
  mutating func finite(_ format: Format) -> Double {
    switch index(below: 8) {
    case 0:
      let special = specialMagnitude(of: format)
      return bits(1) == 0 ? special : -special
    case 1, 2:
      return Double(integer(in: -10...10))
    default:
      let last = format.bits(of: format.greatestFinite)
      let magnitude = format.value(bits: index(below: last + 1))
      return bits(1) == 0 ? magnitude : -magnitude
    }
  }

  private mutating func specialMagnitude(of format: Format) -> Double {
    switch index(below: 12) {
    case 0: 0
    case 1: format.leastSubnormal
    case 2: format.predecessor(of: format.leastNormal)
    case 3: format.leastNormal
    case 4: format.successor(of: format.leastNormal)
    case 5: 1 - format.unitRoundoff
    case 6: 1
    case 7: 1 + 2 * format.unitRoundoff
    case 8: format.unitRoundoff
    case 9: powerOfTwo(format.precision)
    case 10: format.predecessor(of: format.greatestFinite)
    default: format.greatestFinite
    }
  }

  /// A value of at most a magnitude: half of them uniform, the others integers, halves
  /// and special points.
  mutating func moderate(_ format: Format, magnitude: Double) -> Double {
    let value: Double
    switch index(below: 8) {
    case 0, 1: value = real(from: -magnitude, to: magnitude).rounded()
    case 2: value = (2 * real(from: -magnitude, to: magnitude)).rounded() / 2
    case 3: value = specialPoint(of: format, magnitude: magnitude)
    default: value = real(from: -magnitude, to: magnitude)
    }
    return format.rounded(value).clamped(to: magnitude, in: format)
  }

  private mutating func specialPoint(of format: Format, magnitude: Double) -> Double {
    let point =
      switch index(below: 8) {
      case 0: 0.0
      case 1: format.leastSubnormal
      case 2: format.unitRoundoff
      case 3: SteadyMath.logarithmOfTwo
      case 4: 1.0
      case 5: format.absorbedGap
      case 6: format.subnormalGap
      default: magnitude
      }
    return bits(1) == 0 ? point : -point
  }

  /// A length: four in five short, the others beside a power of two or anything.
  mutating func count(in range: ClosedRange<Int>) -> Int {
    // The greatest power of two that is drawn is 4096.
    let powers = min(13, max(1, Int.bitWidth - range.upperBound.leadingZeroBitCount))
    let count: Int
    switch index(below: 20) {
    case 0: count = integer(in: range)
    case 1, 2, 3: count = (1 << index(below: powers)) + integer(in: -1...1)
    default: count = range.lowerBound + index(below: 8)
    }
    return min(max(count, range.lowerBound), range.upperBound)
  }

  /// Puts a list in a uniformly random order.
  mutating func shuffle<T>(_ list: inout [T]) {
    for last in list.indices.dropFirst().reversed() {
      list.swapAt(last, index(below: last + 1))
    }
  }
}
