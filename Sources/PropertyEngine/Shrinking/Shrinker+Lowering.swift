extension Shrinker {
  /// Lowers each choice alone as far as it goes.
  mutating func lowerEach() {
    var position = 0
    while position < best.count {
      lowerChoice(at: position)
      position += 1
    }
  }

  private mutating func lowerChoice(at position: Int) {
    guard best[position] > 0, !replace(position, with: 0) else { return }
    if best[position] >= SimplicityOrder.firstFraction { simplifyReal(at: position) }
    // First with the lowest bit kept, which is the sign of a real number.
    lower(at: position, by: 2)
    guard position < best.count, best[position] < SimplicityOrder.firstFraction else { return }
    for simple in 1..<8 as Range<UInt64> {
      if replace(position, with: simple) { break }
    }
    while position < best.count, best[position] > 0, replace(position, with: best[position] - 1) {}
  }

  /// Searches the least number that still fails among those in steps from the choice.
  private mutating func lower(at position: Int, by step: UInt64) {
    search(upTo: best[position] / step) { shrinker, steps in
      guard position < shrinker.best.count else { return nil }
      let (lowered, isNegative) =
        shrinker.best[position].subtractingReportingOverflow(steps * step)
      guard !isNegative else { return nil }
      var candidate = shrinker.best
      candidate[position] = lowered
      return candidate
    }
  }

  /// Takes as many steps down as still fail.
  ///
  /// The steps are tried in halves, each half twice, so that a threshold is met exactly
  /// and something that is no threshold costs little. A candidate counts its steps from
  /// what is the best by then.
  ///
  /// - Parameters:
  ///   - steps: The number of steps that are there to be taken.
  ///   - candidate: The choices some steps below the best, or nil.
  mutating func search(
    upTo steps: UInt64, _ candidate: (Self, _ steps: UInt64) -> [UInt64]?
  ) {
    var stride = steps
    while stride > 0, !isExhausted {
      for _ in 0..<2 {
        guard let choices = candidate(self, stride), attempt(choices) else { break }
      }
      stride /= 2
    }
  }

  /// Tries another number for a choice; false if that is gone or not lower.
  @discardableResult
  mutating func replace(_ position: Int, with choice: UInt64) -> Bool {
    guard position < best.count, choice < best[position] else { return false }
    var candidate = best
    candidate[position] = choice
    return attempt(candidate)
  }
}
