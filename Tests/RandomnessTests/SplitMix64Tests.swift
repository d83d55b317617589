import Randomness
import Testing

@Suite("SplitMix64") struct SplitMix64Tests {
  @Test(
    arguments: [
      (
        1_234_567,
        [
          6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
          4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
      ),
      (0, [16_294_208_416_658_607_535, 7_960_286_522_194_355_700, 487_617_019_471_545_679]),
      (
        1_477_776_061_723_855_037,
        [
          1_985_237_415_132_408_290, 2_979_275_885_539_914_483, 13_511_426_838_097_143_398,
          8_488_337_342_461_049_707, 15_141_737_807_933_549_159,
        ]
      ),
    ] as [(UInt64, [UInt64])])
  func `gives the published outputs`(seed: UInt64, outputs: [UInt64]) {
    var random = SplitMix64(seed: seed)
    #expect(outputs.map { _ in random.next() } == outputs)
  }

  @Test func `scrambles so that each input bit reaches every output bit`() {
    var changes = [Int](repeating: 0, count: 64 * 64)
    let samples = 4096
    for sample in 0..<samples {
      let number = SplitMix64.mixed(UInt64(sample) &* SplitMix64.step)
      for input in 0..<64 {
        let changed = SplitMix64.mixed(number) ^ SplitMix64.mixed(number ^ 1 << UInt64(input))
        for output in 0..<64 { changes[64 * input + output] += Int(changed >> UInt64(output) & 1) }
      }
    }
    // Each count is binomial, with mean 2048 and deviation 32; 8 deviations for
    // each of the 4096 leave a chance of about 5e-12.
    let worst = changes.map { abs($0 - samples / 2) }.max() ?? 0
    #expect(worst < 8 * 32)
  }
}
