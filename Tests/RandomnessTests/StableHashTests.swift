import Randomness
import Testing

@Suite("The stable hash") struct StableHashTests {
  /// Source: the test suite of Fowler, Noll and Vo.
  @Test(
    arguments: [
      ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C),
      ("foobar", 0x8594_4171_F739_67E8),
    ] as [(String, UInt64)])
  func `is FNV-1a`(text: String, hash: UInt64) {
    #expect(StableHash.fnv1a(text) == hash)
    #expect(StableHash.mixed(text) == SplitMix64.mixed(hash))
  }
}
