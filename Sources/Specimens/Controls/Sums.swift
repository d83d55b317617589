import SoftmaxFamily

/// Sums in other orders and with other accumulators.
extension Array where Element: ElementaryScalar {
  /// The halves' sums, added.
  var pairwiseSum: Element { pairwiseSum(from: 0, count: count) }

  private func pairwiseSum(from start: Int, count: Int) -> Element {
    guard count > 1 else { return count == 0 ? 0 : self[start] }
    let half = count / 2
    return pairwiseSum(from: start, count: half)
      + pairwiseSum(from: start + half, count: count - half)
  }

  /// Partial sums of every so many entries, added at the end.
  func sumInLanes(_ lanes: Int) -> Element {
    var sums = [Element](repeating: 0, count: lanes)
    for (index, number) in enumerated() { sums[index % lanes] += number }
    return sums.reduce(0, +)
  }

  /// The sums of blocks, added.
  func sumInBlocks(of size: Int) -> Element {
    blocks(of: size).reduce(0) { $0 + $1.reduce(0, +) }
  }

  /// A sum with what each addition loses carried along (Neumaier).
  var compensatedSum: Element {
    var (sum, lost): (Element, Element) = (0, 0)
    for number in self {
      let next = sum + number
      lost += abs(sum) >= abs(number) ? (sum - next) + number : (number - next) + sum
      sum = next
    }
    // Where the sum overflows, what was lost is no number.
    return sum.isFinite ? sum + lost : sum
  }

  /// The sum in doubles, rounded once.
  var sumInDoubles: Element { Element(reduce(0.0) { $0 + $1.double }) }

  /// The entries in blocks of a size; the last may be shorter.
  func blocks(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
