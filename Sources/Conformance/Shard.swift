public import Arithmetic
import Randomness

/// One of several parts into which the work of a run is cut, each for a process of its own.
///
/// A block of work is one law in one format. Which shard a block belongs to depends on its two names
/// and the number of shards alone, by a hash of the suite's own: neither other laws nor the selection
/// move it.
public struct Shard: Sendable, Equatable, CustomStringConvertible {
  /// The most shards that a run can be cut into.
  public static let most = 100_000
  /// The only shard of a run that is not cut.
  public static let whole = Shard(index: 1, count: 1)

  /// The number of the shard, from one.
  public let index: Int
  /// The number of all shards.
  public let count: Int

  private init(index: Int, count: Int) {
    self.index = index
    self.count = count
  }

  /// Creates a shard; `nil` if there is no such.
  public init?(_ index: Int, of count: Int) {
    guard (1...Self.most).contains(count), (1...count).contains(index) else { return nil }
    self.init(index: index, count: count)
  }

  /// Reads `I/N`; `nil` if the text is nothing of the kind.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy(\.isASCII) && !$0.hasPrefix("+") }),
      let index = Int(parts[0]), let count = Int(parts[1])
    else { return nil }
    self.init(index, of: count)
  }

  /// The shard as `I/N`.
  public var description: String { "\(index)/\(count)" }

  /// The index, from one, of the shard of `count` to which a law in a format belongs.
  public static func owner(of law: String, in format: String, among count: Int) -> Int {
    precondition(count > 0, "there is at least one shard")
    return Int(StableHash.mixed("\(law):\(format)") % UInt64(count)) + 1
  }

  /// Whether a law in a format belongs to the shard.
  public func owns(_ law: String, in format: Format) -> Bool {
    Self.owner(of: law, in: format.rawValue, among: count) == index
  }
}
