/// The seeds of a property's cases: a pure function of (seed, name, index).
///
/// Any case can be run alone, in any order and on any machine. The index is the
/// counter of a `SplitMix64` whose start depends on the seed and the name, so
/// neighbouring indexes, names and seeds share nothing visible.
public struct CaseSeeds: Sendable {
  private let start: UInt64

  /// Creates the seeds of one property's cases.
  public init(seed: UInt64, property: String) {
    let key = SplitMix64.mixed(seed &+ SplitMix64.step) ^ StableHash.mixed(property)
    start = SplitMix64.mixed(key)
  }

  /// The seed of the case with an index.
  public subscript(index: Int) -> UInt64 {
    let counter = UInt64(truncatingIfNeeded: index) &+ 1
    return SplitMix64.mixed(start &+ counter &* SplitMix64.step)
  }
}
