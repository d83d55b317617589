import Arithmetic
import Randomness

extension Vectors {
  /// Points of the simplex with dyadic entries, whose sum is exactly one (G3).
  ///
  /// The entries are integers divided by `2^g`, `g <= p − 1`, so every partial sum is
  /// exact in whatever order. The simplest point has all it can in the last entry. In
  /// an interior point every entry is positive; it has at most `2^(p−1)` of them. Fewer bits than
  /// `p − 1` can be asked for.
  public static func simplex(
    _ format: Format, count: ClosedRange<Int> = 1...32, isInterior: Bool = false,
    bits: Int? = nil
  ) -> Generator<[Double]> {
    let most = min(bits ?? .max, format.precision - 1)
    precondition(count.lowerBound > 0, "a point of the simplex has an entry")
    precondition(!isInterior || count.upperBound <= 1 << most, "the entries must be positive")
    return Generator { (source) throws(Discard) in
      let count = source.count(in: count)
      let fewest = isInterior ? Int.bitWidth - (count - 1).leadingZeroBitCount : 0
      let bits = fewest + source.index(below: most - fewest + 1)
      return try source.composition(ofOneIn: bits, parts: count, least: isInterior ? 1 : 0)
    }
  }
}

extension ChoiceSource {
  /// Draws multiples of `2^-bits` that sum to one, each of at least `least` such steps.
  ///
  /// All but the last are choices, rounded to the grid and to what is left, so that a
  /// coarser grid finds a point nearby.
  mutating func composition(
    ofOneIn bits: Int, parts: Int, least: Int
  ) throws(Discard) -> [Double] {
    let total = 1 << bits
    let step = powerOfTwo(-bits)
    let hint = unrecorded { $0.composition(of: total, parts: parts, least: least) }
    var rest = total
    var result: [Double] = []
    for part in 0..<parts - 1 {
      let room = rest - least * (parts - 1 - part)
      let share = try real(
        rounding: { min(max(($0 / step).rounded(), Double(least)), Double(room)) * step },
        accepting: { $0.isFinite },
        sampling: { _ in Double(hint?[part] ?? least) * step })
      result.append(share)
      rest -= Int(share / step)
    }
    return result + [Double(rest) * step]
  }
}

extension Xoshiro256StarStar {
  /// Integers with a sum: uniform, a few large ones, or nearly all in one.
  fileprivate mutating func composition(of total: Int, parts: Int, least: Int) -> [Int] {
    let free = total - least * parts
    let few = oneIn(3) ? 1 + index(below: min(parts, 3)) : parts
    var cuts = (1..<few).map { _ in index(below: free + 1) }
    if oneIn(4) { cuts = cuts.map { min($0, 2) } }
    cuts.sort()
    var result = zip(cuts + [free], [0] + cuts).map { $0 - $1 + least }
    result += Array(repeating: least, count: parts - few)
    shuffle(&result)
    return result
  }
}
