/// How many answers are how many values of the format away from the correctly rounded one.
///
/// Distances of three and more are counted together up to the next power of two; those beyond `2^34`, all together.
public struct StepHistogram: Sendable, Equatable, Codable {
  /// The number of bins on each side.
  static let reach = 36

  /// The bins, from the answers that are too small to those that are too great.
  private var counts = Array(repeating: 0, count: 2 * reach + 1)

  /// Creates an empty histogram.
  public init() {}

  /// Counts a distance some number of times.
  mutating func count(_ steps: Int, times: Int = 1) {
    counts[Self.reach + Self.bin(of: steps)] += times
  }

  /// The bin of a distance: 0, ±1, ±2, ±3 for 3 to 4, ±4 for 5 to 8 and so on.
  static func bin(of steps: Int) -> Int {
    guard steps.magnitude > 1 else { return steps }
    let bin = min(reach, Int.bitWidth - (steps.magnitude - 1).leadingZeroBitCount + 1)
    return steps < 0 ? -bin : bin
  }

  /// Whether the histogram has the bins that it ought to have, and no negative counts.
  var isWellFormed: Bool {
    counts.count == 2 * Self.reach + 1 && counts.allSatisfy { $0 >= 0 }
  }

  mutating func merge(_ other: StepHistogram) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  /// A bin that is not empty.
  public struct Entry: Sendable, Equatable {
    /// The least distance counted, with its sign.
    public let least: Int
    /// The greatest.
    public let greatest: Int
    /// The number of answers.
    public let count: Int
  }

  /// The bins that are not empty, from the answers that are too small to those that are too great.
  public var entries: [Entry] {
    (-Self.reach...Self.reach).compactMap { bin in
      let count = counts[Self.reach + bin]
      guard count > 0 else { return nil }
      let power = abs(bin) < 2 ? abs(bin) : 1 << (abs(bin) - 1)
      let least = abs(bin) < 3 ? power : power / 2 + 1
      let greatest = abs(bin) == Self.reach ? Int.max : power
      return bin < 0
        ? Entry(least: -greatest, greatest: -least, count: count)
        : Entry(least: least, greatest: greatest, count: count)
    }
  }
}
