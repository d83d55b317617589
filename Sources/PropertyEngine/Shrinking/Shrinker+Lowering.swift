/// Lowering a choice, or several equal ones as one, as far as it goes.
extension Shrinker {
  /// Lowers each choice alone.
  mutating func lowerEach() {
    var position = 0
    while position < best.count {
      lower([position])
      position += 1
    }
  }

  /// Lowers together the choices that are equal and of one kind.
  mutating func lowerEqual() {
    var position = 0
    while position < best.count {
      let (choice, kind) = (best[position], trace.kinds[position])
      let equals = best.indices.filter { best[$0] == choice && trace.kinds[$0] == kind }
      if equals.count > 1, equals.first == position, kind != .more { lower(equals) }
      position += 1
    }
  }

  /// Lowers choices that are equal and of one kind, as one.
  private mutating func lower(_ positions: [Int]) {
    let choice = best[positions[0]]
    guard choice > 0, !replace(positions, with: 0), stand(positions) else { return }
    if choice <= 16 {
      for simple in 1..<choice where replace(positions, with: simple) { return }
      return
    }
    switch trace.kinds[positions[0]] {
    case .more: break
    case .index: search(positions, last: best[positions[0]]) { $0 }
    case .integer(let range): lowerInteger(positions, in: range)
    case .real: lowerReal(positions)
    }
  }

  /// Whether the positions still hold equal choices of one kind.
  private func stand(_ positions: [Int]) -> Bool {
    guard let last = positions.last, last < best.count else { return false }
    return positions.allSatisfy {
      best[$0] == best[positions[0]] && trace.kinds[$0] == trace.kinds[positions[0]]
    }
  }

  private mutating func lowerInteger(_ positions: [Int], in range: ClosedRange<Int>) {
    let value = IntegerOrder.integer(at: best[positions[0]], in: range)
    let simplest = IntegerOrder.integer(at: 0, in: range)
    let distance = value.magnitude - simplest.magnitude
    let isNegative = value < 0
    search(positions, last: UInt64(distance)) { steps in
      let magnitude = simplest.magnitude + UInt(steps)
      let integer = Int(truncatingIfNeeded: isNegative ? 0 &- magnitude : magnitude)
      return IntegerOrder.place(of: integer, in: range)
    }
    guard stand(positions) else { return }
    let lowered = IntegerOrder.integer(at: best[positions[0]], in: range)
    if lowered < 0, lowered != .min, range.contains(-lowered) {
      replace(positions, with: IntegerOrder.place(of: -lowered, in: range))
    }
  }

  /// Searches the least of the candidates `0...last` that fails, the last one being the best.
  ///
  /// If the neighbours below the last one and the one in the middle hold, it is taken for a
  /// threshold. Otherwise steps are doubled from below until a candidate fails, and the gap
  /// is halved until nothing is left of it.
  mutating func search(
    _ positions: [Int], last: UInt64, _ choice: (_ candidate: UInt64) -> UInt64
  ) {
    guard last > 0 else { return }
    if last <= 8 {
      for candidate in 0..<last where replace(positions, with: choice(candidate)) { return }
      return
    }
    let probes = [last - 1, last - 2, last / 2]
    if let found = probes.first(where: { replace(positions, with: choice($0)) }) {
      bisect(positions, upTo: found, choice)
    } else {
      for small in 1...3 as ClosedRange<UInt64> where replace(positions, with: choice(small)) {
        return
      }
    }
  }

  private mutating func bisect(
    _ positions: [Int], upTo last: UInt64, _ choice: (_ candidate: UInt64) -> UInt64
  ) {
    var (holds, fails): (UInt64, UInt64) = (0, last)
    var step: UInt64 = 1
    while step < fails {
      if replace(positions, with: choice(step)) { fails = step } else { holds = step }
      step = step > .max / 2 ? fails : step * 2
    }
    while fails - holds > 1, stand(positions), !isExhausted {
      let middle = holds + (fails - holds) / 2
      if replace(positions, with: choice(middle)) { fails = middle } else { holds = middle }
    }
  }

  /// Tries another number for some choices; false if they are gone or not lower.
  @discardableResult
  mutating func replace(_ positions: [Int], with choice: UInt64) -> Bool {
    guard let last = positions.last, last < best.count, choice < best[positions[0]] else {
      return false
    }
    var candidate = best
    for position in positions { candidate[position] = choice }
    return attempt(candidate)
  }
}
