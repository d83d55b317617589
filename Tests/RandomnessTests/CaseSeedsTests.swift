import Randomness
import Testing

@Suite("The seeds of cases") struct CaseSeedsTests {
  @Test func `are pinned`() {
    let seeds = CaseSeeds(seed: 1, property: "softmax-sum-one:binary32")
    #expect(
      [0, 1, 2, 1_000_000].map { seeds[$0] } == [
        0xEC38_237A_1506_B287, 0xA4B9_8014_3334_D831, 0xC48E_2FD1_EA8C_CC2B, 0x05E4_06EA_02AB_EE07,
      ])
  }

  @Test func `do not depend on the order in which they are asked for`() {
    let seeds = CaseSeeds(seed: 9, property: "order")
    let forwards = (0..<1000).map { seeds[$0] }
    let backwards = (0..<1000).reversed().map { CaseSeeds(seed: 9, property: "order")[$0] }
    #expect(forwards == backwards.reversed())
  }

  @Test func `differ between seeds, properties and indexes`() {
    var all: Set<UInt64> = []
    for seed in 0..<10 as Range<UInt64> {
      for property in ["a", "b", "ab", "ba", ""] {
        let seeds = CaseSeeds(seed: seed, property: property)
        for index in 0..<1000 { all.insert(seeds[index]) }
      }
    }
    #expect(all.count == 50_000)
  }

  @Test func `make the first draws of neighbouring cases independent`() {
    let seeds = CaseSeeds(seed: 0, property: "neighbours")
    let draws = (0..<1 << 16).map { index in
      var random = Xoshiro256StarStar(seed: seeds[index])
      return random.next()
    }
    #expect(byteStatistics(draws).allSatisfy(byteStatisticRange.contains))
    let differences = zip(draws, draws.dropFirst()).map { $0 ^ $1 }
    #expect(byteStatistics(differences).allSatisfy(byteStatisticRange.contains))
  }

  @Test func `make the same case of neighbouring seeds independent`() {
    let draws = (0..<1 << 14 as Range<UInt64>).map { seed in
      var random = Xoshiro256StarStar(seed: CaseSeeds(seed: seed, property: "neighbours")[0])
      return random.next()
    }
    #expect(byteStatistics(draws).allSatisfy(byteStatisticRange.contains))
  }
}
