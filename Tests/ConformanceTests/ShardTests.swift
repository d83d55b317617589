import Arithmetic
import SoftmaxLaws
import Testing

@testable import Conformance

@Suite("A shard") struct ShardTests {
  private static let blocks = Catalogue.laws.flatMap { law in
    Format.allCases.map { (law.name, $0) }
  }

  @Test func `is written and read as a number of a number`() {
    #expect(Shard("3/7").map(\.description) == "3/7")
    #expect(Shard("1/1") == .whole)
    let wrong = [
      "", "3", "0/7", "8/7", "3/0", "-1/7", "3/7/9", "3 /7", "a/b", "+3/7", "3/", "1/100001",
    ]
    #expect(wrong.filter { Shard($0) != nil } == [])
  }

  @Test func `owns what no other shard owns, and all of them own everything`() {
    for count in [1, 2, 7, 64] {
      let shards = (1...count).compactMap { Shard($0, of: count) }
      #expect(shards.count == count)
      let owners = Self.blocks.map { law, format in
        shards.filter { $0.owns(law, in: format) }.count
      }
      #expect(owners.allSatisfy { $0 == 1 })
    }
  }

  @Test func `owns about as much as another`() {
    let count = 7
    var sizes = Array(repeating: 0, count: count)
    for (law, format) in Self.blocks {
      sizes[Shard.owner(of: law, in: format.rawValue, among: count) - 1] += 1
    }
    // Six standard deviations of a binomial count on either side.
    let mean = Double(Self.blocks.count) / Double(count)
    let spread = 6 * (mean * (1 - 1 / Double(count))).squareRoot()
    #expect(sizes.allSatisfy { abs(Double($0) - mean) < spread })
  }

  @Test func `is the same on every machine`() {
    let owners = ["softmax-sum-one", "lse-oracle", "sigmoid-symmetry"].flatMap { law in
      Format.allCases.map { Shard.owner(of: law, in: $0.rawValue, among: 1000) }
    }
    #expect(owners == Self.pinned)
  }

  /// From a script of its own, in Python.
  private static let pinned = [504, 129, 839, 229, 839, 841, 101, 544, 149, 946, 192, 773]
}
