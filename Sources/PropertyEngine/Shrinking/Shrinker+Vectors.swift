import Arithmetic

/// Moves of all real numbers at once: what a vector can do without.
extension Shrinker {
  /// Makes all numbers integers, subtracts what they have in common, narrows their spread,
  /// and makes them equal.
  mutating func simplifyRealsTogether() {
    guard reals.count > 1 else { return }
    replaceReals { $0.rounded(.towardZero) }
    for number in offsets { replaceReals { $0 - number } }
    for factor in [0x1p-30, 0x1p-10, 0x1p-3, 0.5] {
      while replaceReals({ ($0 * factor).rounded(.towardZero) }) {}
    }
    for number in offsets { replaceReals { _ in number } }
  }

  /// The positions of finite real numbers that are not zero.
  private var reals: [Int] {
    best.indices.filter {
      trace.kinds[$0] == .real && best[$0] > 1 && SimplicityOrder.number(at: best[$0]).isFinite
    }
  }

  /// What the numbers may have in common: the first of them, the least and the greatest.
  private var offsets: [Double] {
    let numbers = reals.map { SimplicityOrder.number(at: best[$0]) }
    var offsets: [Double] = []
    for number in [numbers.first, numbers.min(), numbers.max()].compactMap({ $0 })
    where !offsets.contains(number) { offsets.append(number) }
    return offsets
  }

  @discardableResult
  private mutating func replaceReals(_ transform: (Double) -> Double) -> Bool {
    var candidate = best
    for position in reals {
      let number = transform(SimplicityOrder.number(at: best[position]))
      // Zero has a sign, and the simpler one is meant.
      candidate[position] = number == 0 ? 0 : SimplicityOrder.place(of: number)
    }
    return attempt(candidate)
  }
}
