/// A hash of text that is the same on every machine and in every run.
///
/// Unlike `Hasher`, whose seed changes with the process, it may decide a case or sign
/// a replay token.
public enum StableHash {
  /// Returns the 64-bit FNV-1a hash of the UTF-8 bytes of a text.
  ///
  /// Source: Fowler, Noll and Vo, with their parameters for 64 bits.
  public static func fnv1a(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  /// Returns FNV-1a scrambled, since its high bits hardly depend on the last bytes.
  public static func mixed(_ text: String) -> UInt64 { SplitMix64.mixed(fnv1a(text)) }
}
