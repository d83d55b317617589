import Randomness

/// Where a generator's choices come from: a seeded stream, or a recorded list.
///
/// Whatever is drawn is recorded as a list of numbers in which a smaller number is a
/// simpler choice. A list in a shorter or lexicographically smaller form therefore
/// gives a simpler value, and a shrinker needs to know nothing about generators.
///
/// A replayed list that is too short continues with zeros, the simplest choices; a
/// number past the last choice is clamped to it and recorded clamped; numbers that
/// nobody asks for are ignored.
public struct ChoiceSource: Sendable {
  /// Everything drawn so far: replaying it reproduces the value exactly.
  public private(set) var choices: [UInt64] = []

  private var random: Xoshiro256StarStar
  private let replayed: [UInt64]?

  /// Creates a source that draws from the stream of a seed.
  public init(seed: UInt64) {
    random = Xoshiro256StarStar(seed: seed)
    replayed = nil
  }

  /// Creates a source that replays recorded choices.
  public init(replaying choices: [UInt64]) {
    random = Xoshiro256StarStar(seed: 0)
    replayed = choices
  }

  /// Begins another stream in the storage of this one.
  ///
  /// - Precondition: the source draws.
  mutating func restart(seed: UInt64) {
    precondition(replayed == nil, "a replay has no seed")
    random = Xoshiro256StarStar(seed: seed)
    choices.removeAll(keepingCapacity: true)
  }

  /// Records one choice in `0...last`, drawn by `draw` or replayed.
  mutating func choice(
    upTo last: UInt64 = .max, drawing draw: (inout Xoshiro256StarStar) -> UInt64
  ) -> UInt64 {
    let choice = if let replayed { min(next(of: replayed), last) } else { draw(&random) }
    choices.append(choice)
    return choice
  }

  /// What comes next in a replay: each choice takes one number and records one.
  private func next(of replayed: [UInt64]) -> UInt64 {
    choices.count < replayed.count ? replayed[choices.count] : 0
  }

  /// Replaces the latest choice by the form that a generator made of it.
  mutating func amendLatest(_ choice: UInt64) { choices[choices.count - 1] = choice }

  /// Samples something without recording it; nil when replaying.
  ///
  /// What comes out may only steer what later choices sample, as when the shape of a
  /// vector steers its entries: a replay has the entries and needs no shape.
  public mutating func unrecorded<Hint>(
    _ sample: (inout Xoshiro256StarStar) -> Hint
  ) -> Hint? {
    replayed == nil ? sample(&random) : nil
  }

  /// Forgets the choices made since there were `count` of them.
  ///
  /// Returns false when replaying, where the same choices would only come again.
  mutating func retract(to count: Int) -> Bool {
    guard replayed == nil else { return false }
    choices.removeSubrange(count...)
    return true
  }
}
