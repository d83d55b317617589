/// Moves of several choices at once, for failures that depend on how they relate.
extension Shrinker {
  /// Lowers choices that are equal, and neighbours, by the same amount.
  mutating func lowerTogether() {
    var position = 0
    while position < best.count {
      lowerEqual(to: best[position])
      for distance in 1...2 { lowerPair(position, position + distance) }
      position += 1
    }
  }

  private mutating func lowerEqual(to choice: UInt64) {
    let positions = best.indices.filter { best[$0] == choice }
    guard choice > 0, positions.count > 1 else { return }
    lower(positions)
  }

  private mutating func lowerPair(_ first: Int, _ second: Int) {
    guard second < best.count, best[first] > 0, best[second] > 0 else { return }
    lower([first, second])
  }

  /// Lowers the choices at some positions by one number, an even one to keep signs.
  private mutating func lower(_ positions: [Int]) {
    let least = positions.map { best[$0] }.min() ?? 0
    search(upTo: least / 2) { shrinker, steps in
      shrinker.moved(positions.map { (position: $0, by: .down(2 * steps)) })
    }
  }

  /// Moves as much as possible of a choice over to one of the next two.
  mutating func redistribute() {
    var first = 0
    while first < best.count {
      for second in [first + 1, first + 2] where second < best.count {
        let integers = SimplicityOrder.firstFraction
        guard best[first] > 0, best[first] < integers, best[second] < integers else { continue }
        search(upTo: best[first] / 2) { shrinker, steps in
          shrinker.moved([(first, .down(2 * steps)), (second, .up(2 * steps))])
        }
      }
      first += 1
    }
  }

  /// Puts neighbours in order and makes them equal.
  mutating func reorder() {
    for distance in [1, 2] {
      var first = 0
      while first + distance < best.count {
        let second = first + distance
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
        first += 1
      }
    }
  }

  private enum Move {
    case down(UInt64)
    case up(UInt64)
  }

  /// The best with some choices moved, or nil if one is gone or would become negative.
  private func moved(_ moves: [(position: Int, by: Move)]) -> [UInt64]? {
    var candidate = best
    for (position, move) in moves {
      guard position < candidate.count else { return nil }
      let choice = candidate[position]
      let (result, overflow) =
        switch move {
        case .down(let steps): choice.subtractingReportingOverflow(steps)
        case .up(let steps): choice.addingReportingOverflow(steps)
        }
      guard !overflow else { return nil }
      candidate[position] = result
    }
    return candidate
  }
}
