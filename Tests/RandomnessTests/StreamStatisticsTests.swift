import Randomness
import Testing

/// Cheap statistics at `10^-9`; `Fixtures/RandomStream.md` has those of a battery.
@Suite("The statistics of a stream") struct StreamStatisticsTests {
  /// The words with the bits in another order, where other weaknesses show.
  private static let views: [@Sendable (UInt64) -> UInt64] = [
    { $0 }, { $0.byteSwapped },
    { word in
      var bits = word.byteSwapped
      bits = bits &>> 4 & 0x0f0f_0f0f_0f0f_0f0f | (bits & 0x0f0f_0f0f_0f0f_0f0f) &<< 4
      bits = bits &>> 2 & 0x3333_3333_3333_3333 | (bits & 0x3333_3333_3333_3333) &<< 2
      return bits &>> 1 & 0x5555_5555_5555_5555 | (bits & 0x5555_5555_5555_5555) &<< 1
    },
  ]

  private static func expectRandom(
    _ words: [UInt64], _ comment: Comment, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for view in views {
      let seen = words.map(view)
      let outliers = StreamStatistics.all(seen).filter { !StreamStatistics.range.contains($0) }
      #expect(outliers.isEmpty, comment, sourceLocation: sourceLocation)
    }
  }

  @Test func `are those of random bits`() {
    var random = Xoshiro256StarStar(seed: 20_261_121)
    Self.expectRandom((0..<1 << 14).map { _ in random.next() }, "xoshiro256**")
    var counter = SplitMix64(seed: 20_261_121)
    Self.expectRandom((0..<1 << 14).map { _ in counter.next() }, "SplitMix64")
  }

  @Test func `are those of random bits across the seeds of neighbouring cases`() {
    let seeds = CaseSeeds(seed: 1, property: "neighbours")
    Self.expectRandom((0..<1 << 14).map { seeds[$0] }, "seeds")
  }

  /// The first draws of a million neighbouring cases.
  @Test func `are those of random bits across the first draws of a million cases`() {
    let seeds = CaseSeeds(seed: 2, property: "first draws")
    var draws: [UInt64] = []
    draws.reserveCapacity(1 << 20)
    for index in 0..<1 << 20 {
      var random = Xoshiro256StarStar(seed: seeds[index])
      draws.append(random.next())
    }
    let statistics = [
      StreamStatistics.runs(draws), StreamStatistics.weight(draws), StreamStatistics.peaks(draws),
      StreamStatistics.correlation(draws, lag: 1),
    ]
    #expect(statistics.allSatisfy(StreamStatistics.range.contains))
    #expect(byteStatistics(draws).allSatisfy(byteStatisticRange.contains))
  }

  @Test func `tell what is not random`() {
    let counting = (0..<1 << 12 as Range<UInt64>).map { $0 &* 3 }
    #expect(!StreamStatistics.range.contains(StreamStatistics.runs(counting)))
    #expect(!StreamStatistics.range.contains(StreamStatistics.weight(counting)))
    #expect(!StreamStatistics.range.contains(StreamStatistics.peaks(counting)))
    let rising = (0..<1 << 12 as Range<UInt64>).map { $0 << 52 }
    #expect(!StreamStatistics.range.contains(StreamStatistics.correlation(rising, lag: 1)))
  }

  /// Each bit of the seed changes each bit of the case's seed in half of the cases.
  @Test func `spread every bit of the seed over the seeds of the cases`() {
    var changes = [Int](repeating: 0, count: 64 * 64)
    let samples = 1024
    for sample in 0..<samples {
      let seed = SplitMix64.mixed(UInt64(sample))
      let plain = CaseSeeds(seed: seed, property: "avalanche")[sample]
      for input in 0..<64 {
        let changed =
          plain ^ CaseSeeds(seed: seed ^ 1 << UInt64(input), property: "avalanche")[sample]
        for output in 0..<64 { changes[64 * input + output] += Int(changed >> UInt64(output) & 1) }
      }
    }
    // Binomial with deviation 16; 8 of them for 4096 counts leave about 5e-12.
    #expect((changes.map { abs($0 - samples / 2) }.max() ?? 0) < 8 * 16)
  }
}
