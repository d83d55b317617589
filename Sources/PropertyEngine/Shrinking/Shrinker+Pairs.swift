import Arithmetic

/// Moves of two choices at once, for failures that depend on how they relate.
extension Shrinker {
  /// Lowers neighbours by the same amount, and moves as much as possible of one number over
  /// to one of the next two.
  mutating func movePairs() {
    var first = 0
    while first < best.count {
      for second in [first + 1, first + 2] {
        move(first, second, sign: -1)
        move(first, second, sign: 1)
        halve(first, doubling: second)
      }
      first += 1
    }
  }

  /// Moves the first number towards zero, and the second by the same amount: with it if the
  /// sign is negative, against it if it is positive.
  ///
  /// All of it is tried, then one step; only if that fails are there more in between.
  private mutating func move(_ first: Int, _ second: Int, sign: Int) {
    guard second < best.count, let amount = amount(at: first), amount != 0 else { return }
    let pair = Pair(first: first, second: second, isUp: amount < 0, sign: sign, choices: best)
    let all = abs(amount)
    if attempt(pair, steps: all) { return }
    guard all > 1, attempt(pair, steps: 1) else { return }
    var (fails, holds) = (1, all)
    while holds - fails > 1, !isExhausted {
      let middle = fails + (holds - fails) / 2
      if attempt(pair, steps: middle) { fails = middle } else { holds = middle }
    }
  }

  /// Halves a real number and doubles another, so that their product stays.
  private mutating func halve(_ first: Int, doubling second: Int) {
    guard second < best.count, trace.kinds[first] == .real, trace.kinds[second] == .real,
      best[first] > 1
    else { return }
    var candidate = best
    candidate[first] = SimplicityOrder.place(of: SimplicityOrder.number(at: best[first]) / 2)
    candidate[second] = SimplicityOrder.place(of: SimplicityOrder.number(at: best[second]) * 2)
    attempt(candidate)
  }

  /// Two numbers, how they move, and the choices from which the steps count.
  private struct Pair {
    let first: Int
    let second: Int
    let isUp: Bool
    let sign: Int
    let choices: [UInt64]
  }

  private mutating func attempt(_ pair: Pair, steps: Int) -> Bool {
    let delta = pair.isUp ? steps : -steps
    guard let lowered = shifted(pair.choices, pair.first, by: delta),
      let moved = shifted(pair.choices, pair.second, by: pair.sign * -delta)
    else { return false }
    var candidate = pair.choices
    candidate[pair.first] = lowered
    candidate[pair.second] = moved
    return attempt(candidate)
  }

  /// The number at a position, towards zero to an integer; nil if it is no number.
  private func amount(at position: Int) -> Int? {
    switch trace.kinds[position] {
    case .more: return nil
    case .index: return Int(exactly: best[position])
    case .integer(let range):
      let value = IntegerOrder.integer(at: best[position], in: range)
      return value == .min ? nil : value
    case .real: return Int(exactly: SimplicityOrder.number(at: best[position]).rounded(.towardZero))
    }
  }

  /// The choice for the number at a position and so many more; nil if there is none.
  private func shifted(_ choices: [UInt64], _ position: Int, by delta: Int) -> UInt64? {
    guard position < trace.kinds.count else { return nil }
    switch trace.kinds[position] {
    case .more: return nil
    case .index(let last):
      guard let index = Int(exactly: choices[position]) else { return nil }
      let (sum, overflow) = index.addingReportingOverflow(delta)
      return overflow || sum < 0 || sum > last ? nil : UInt64(sum)
    case .integer(let range):
      let integer = IntegerOrder.integer(at: choices[position], in: range)
      let (sum, overflow) = integer.addingReportingOverflow(delta)
      return overflow || !range.contains(sum) ? nil : IntegerOrder.place(of: sum, in: range)
    case .real:
      let number = SimplicityOrder.number(at: choices[position])
      let sum = number + Double(delta)
      return sum - Double(delta) == number ? SimplicityOrder.place(of: sum) : nil
    }
  }

  /// Puts neighbours in order and makes them equal; exchanges parts and lists.
  mutating func reorder() {
    for distance in [1, 2] {
      var first = 0
      while first + distance < best.count {
        reorder(first, first + distance)
        first += 1
      }
    }
    var number = 0
    while number < trace.spans.count {
      exchange(number)
      number += 1
    }
  }

  private mutating func reorder(_ first: Int, _ second: Int) {
    guard trace.kinds[first].isLike(trace.kinds[second]) else { return }
    if best[first] > best[second] {
      var candidate = best
      candidate.swapAt(first, second)
      attempt(candidate)
    }
    if second < best.count, best[first] != best[second] {
      let lower = min(best[first], best[second])
      var candidate = best
      candidate[first] = lower
      candidate[second] = lower
      attempt(candidate)
    }
  }

  /// Exchanges a span with the next one of its kind beside it, if that is simpler.
  private mutating func exchange(_ number: Int) {
    let span = trace.spans[number]
    let next = trace.spans[(number + 1)...].first {
      $0.parent == span.parent && $0.label == span.label && $0.start >= span.end
    }
    guard let next, span.range != next.range else { return }
    var candidate = best
    candidate.replaceSubrange(next.range, with: best[span.range])
    candidate.replaceSubrange(span.range, with: best[next.range])
    attempt(candidate)
  }

  /// Tries all pairs of the simplest numbers, where no more than three numbers are left.
  ///
  /// Two numbers may fail together in a way that no path of single steps leads to.
  mutating func trySimplestPairs() {
    let positions = best.indices.filter { trace.kinds[$0].isNumber }
    guard (2...3).contains(positions.count) else { return }
    for (first, second) in zip(positions, positions.dropFirst()) {
      trySimplest(first, second)
    }
  }

  private mutating func trySimplest(_ first: Int, _ second: Int) {
    for lower in simplest(at: first) where lower <= best[first] {
      for other in simplest(at: second) {
        var candidate = best
        candidate[first] = lower
        candidate[second] = other
        if attempt(candidate) { return }
        if isExhausted { return }
      }
    }
  }

  /// The simplest choices of a kind, with integers, halves and tenths among the real ones.
  private func simplest(at position: Int) -> [UInt64] {
    guard trace.kinds[position] == .real else { return Array(0..<12) }
    let simple: [Double] = [0, 1, -1, 2, 3, 4, 5, 10, 0.5, 1.5, 0.25]
    let numbers = simple + (1...9).map { Double($0) / 10 }
    return numbers.map(SimplicityOrder.place)
  }
}
