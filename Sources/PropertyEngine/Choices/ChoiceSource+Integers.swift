import Randomness

extension ChoiceSource {
  /// Draws a uniform index in `0..<count`; zero is the simplest.
  ///
  /// - Precondition: `count > 0`.
  public mutating func index(below count: Int) -> Int {
    precondition(count > 0, "an index is drawn from at least one")
    return Int(choice(.index(last: UInt64(count - 1))) { $0.index(below: UInt64(count)) })
  }

  /// Draws a uniform integer; the simplest is the one nearest zero, `k` before `−k`.
  public mutating func integer(in range: ClosedRange<Int>) -> Int {
    let screened = screenedInteger(in: range)
    return integer(in: range) { screened ?? $0.integer(in: range) }
  }

  /// Draws an integer of the range with the distribution of `sample`.
  ///
  /// - Precondition: `sample` keeps to the range.
  public mutating func integer(
    in range: ClosedRange<Int>, sampling sample: (inout Xoshiro256StarStar) -> Int
  ) -> Int {
    if drawsSilently { return silently(sample) }
    let place = choice(.integer(range)) { random in
      let integer = sample(&random)
      precondition(range.contains(integer), "a sampled integer is one of the range")
      return IntegerOrder.place(of: integer, in: range)
    }
    return IntegerOrder.integer(at: place, in: range)
  }

  /// Draws true with probability `1/n`; false is the simpler.
  ///
  /// - Precondition: `n > 0`.
  public mutating func flag(oneIn n: Int) -> Bool {
    choice(.index(last: 1)) { $0.oneIn(n) ? 1 : 0 } == 1
  }

  /// Chooses with probability in proportion to the weight; the first is the simplest.
  ///
  /// - Precondition: no weight is negative, and one at least is positive.
  @inlinable
  public mutating func choose<T>(_ weighted: [(weight: Int, value: T)]) -> T {
    weighted[place(amongWeights: weighted.count) { weighted[$0].weight }].value
  }

  /// Draws the place of one of so many weights.
  @usableFromInline
  mutating func place(amongWeights count: Int, _ weight: (Int) -> Int) -> Int {
    var total = 0
    for place in 0..<count {
      let weight = weight(place)
      precondition(weight >= 0, "no weight is negative")
      total += weight
    }
    precondition(total > 0, "one of the choices has a weight")
    let place = choice(.index(last: UInt64(count - 1))) { random in
      var rest = random.index(below: total)
      let index = (0..<count).first { place in
        rest -= weight(place)
        return rest < 0
      }
      return UInt64(index ?? 0)
    }
    return Int(place)
  }
}
