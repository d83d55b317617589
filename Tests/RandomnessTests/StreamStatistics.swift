import Randomness

/// Statistics of a list of words, each standard normal if the bits are random.
///
/// At `z = 6.11` a two-sided test of a normal statistic refuses one sound list in `10^9`.
enum StreamStatistics {
  static let range = -6.11...6.11

  /// The number of places at which a bit differs from the one before it, over all words in a
  /// row: binomial with probability one half.
  static func runs(_ words: [UInt64]) -> Double {
    var changes = 0
    var last: UInt64 = words[0] & 1
    for word in words {
      changes += (word ^ (word << 1 | last)).nonzeroBitCount
      last = word >> 63
    }
    let count = Double(64 * words.count - 1)
    return (Double(changes) - count / 2) / (count / 4).squareRoot()
  }

  /// The number of bits that are set.
  static func weight(_ words: [UInt64]) -> Double {
    let ones = words.reduce(0) { $0 + $1.nonzeroBitCount }
    let count = Double(64 * words.count)
    return (Double(ones) - count / 2) / (count / 4).squareRoot()
  }

  /// The correlation of uniform numbers with those some places on: the products of the
  /// deviations from one half have variance `1/144`.
  static func correlation(_ words: [UInt64], lag: Int) -> Double {
    let units = words.map { Double($0 >> 11) * 0x1p-53 - 0.5 }
    var sum = 0.0
    for index in 0..<units.count - lag { sum += units[index] * units[index + lag] }
    return sum * 12 / Double(units.count - lag).squareRoot()
  }

  /// The number of words greater than both neighbours: a third, with variance `2/45` each.
  ///
  /// Source: the turning-point test of Bienaymé, for peaks alone; peaks of `n` words have
  /// mean `(n − 2)/3` and variance `2(n + 1)/45`.
  static func peaks(_ words: [UInt64]) -> Double {
    var peaks = 0
    for index in 1..<words.count - 1
    where words[index] > words[index - 1] && words[index] > words[index + 1] { peaks += 1 }
    let count = Double(words.count)
    return (Double(peaks) - (count - 2) / 3) / (2 * (count + 1) / 45).squareRoot()
  }

  static func all(_ words: [UInt64]) -> [Double] {
    [runs(words), weight(words), peaks(words)] + [1, 2, 7].map { correlation(words, lag: $0) }
  }
}
