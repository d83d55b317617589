/// Pearson's statistics of the 256 values of a byte, one for each of the eight places.
func byteStatistics(_ numbers: [UInt64]) -> [Double] {
  let expected = Double(numbers.count) / 256
  return (0..<8).map { place in
    var counts = [Int](repeating: 0, count: 256)
    for number in numbers { counts[Int(number >> UInt64(8 * place) & 255)] += 1 }
    return counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
  }
}

/// Where the chi-square distribution with 255 degrees of freedom is but for 10^-9.
let byteStatisticRange = 140.2...418.1
