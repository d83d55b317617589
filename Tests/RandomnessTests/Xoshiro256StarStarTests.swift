import Randomness
import Testing

@Suite("xoshiro256**") struct Xoshiro256StarStarTests {
  /// Source: `xoshiro256starstar.rs` of rust-random/rngs.
  @Test func `gives the published outputs`() {
    var random = Xoshiro256StarStar(state: (1, 2, 3, 4))
    let outputs: [UInt64] = [
      11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360,
      607_988_272_756_665_600, 16_172_922_978_634_559_625, 8_476_171_486_693_032_832,
      10_595_114_339_597_558_777, 2_904_607_092_377_533_576,
    ]
    #expect(outputs.map { _ in random.next() } == outputs)
  }

  @Test(
    arguments: [
      (0, 11_091_344_671_253_066_420), (1, 12_966_619_160_104_079_557),
      (2, 1_884_871_951_439_679_575),
    ] as [(UInt64, UInt64)])
  func `is seeded by SplitMix64`(seed: UInt64, first: UInt64) {
    var random = Xoshiro256StarStar(seed: seed)
    #expect(random.next() == first)
  }

  @Test func `jumps 2^128 outputs ahead`() {
    var random = Xoshiro256StarStar(state: (1, 2, 3, 4))
    random.jump()
    #expect(random.next() == 13_534_147_089_533_256_664)
    #expect(random.next() == 7_126_240_192_422_241_655)
  }

  @Test func `jumps 2^192 outputs ahead`() {
    var random = Xoshiro256StarStar(state: (1, 2, 3, 4))
    random.longJump()
    #expect(random.next() == 5_942_309_088_398_569_549)
    #expect(random.next() == 15_625_447_729_937_358_436)
  }

  /// Source: `xoshiro256starstar_value.phpt` of php-src, bytes 1f197e9ca7969123.
  @Test func `agrees with another implementation after ten thousand outputs and both jumps`() {
    var random = Xoshiro256StarStar(seed: 1234)
    for _ in 0..<10_000 { _ = random.next() }
    random.jump()
    random.longJump()
    #expect(random.next().byteSwapped == 0x1F19_7E9C_A796_9123)
  }

  @Test func `gives each byte equally often in every place`() {
    var random = Xoshiro256StarStar(seed: 20_261_121)
    let statistics = byteStatistics((0..<1 << 16).map { _ in random.next() })
    #expect(statistics.allSatisfy(byteStatisticRange.contains))
  }
}
