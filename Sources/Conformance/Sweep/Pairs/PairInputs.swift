import Arithmetic
import SoftmaxFamily

/// All ordered pairs of encodings of binary16, cut into blocks.
///
/// A row holds the pairs of one encoding with itself and all greater ones, in both orders; row `i` together with row
/// `65535 − i` has as many as any other two. A block is eight such couples of rows.
struct PairInputs {
  /// The number of blocks.
  static let blocks = 4096
  /// The number of ordered pairs in a block.
  static let blockSize = 1 << 20
  private static let rowsOfHalf = 8

  /// The encodings of a block's rows.
  static func rows(ofBlock block: Int) -> [Int] {
    let first = block * rowsOfHalf
    return (first..<first + rowsOfHalf).flatMap { [$0, 0xffff - $0] }
  }

  /// The encoding of a pair, and of one entry of its answer.
  static func bits(_ first: Int, _ second: Int, entry: Int = 0) -> UInt64 {
    UInt64(entry) << 32 | UInt64(first) << 16 | UInt64(second)
  }

  /// The numbers of a pair.
  static func numbers(_ bits: UInt64) -> [Double] {
    [Format.binary16.value(bits: bits >> 16 & 0xffff), Format.binary16.value(bits: bits & 0xffff)]
  }

  /// The entry of the answer that a pair's encoding is about.
  static func entry(_ bits: UInt64) -> Int { Int(bits >> 32) }

  /// The place of a pair among all: by the greater magnitude, then by the other, then by which comes first.
  static func order(_ bits: UInt64) -> UInt64 {
    let inputs = SweepInputs(.binary16)
    let (first, second) = (inputs.order(bits >> 16 & 0xffff), inputs.order(bits & 0xffff))
    return max(first, second) << 17 | min(first, second) << 1 | (first < second ? 1 : 0)
  }
}
