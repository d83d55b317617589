import FixtureSupport
import Foundation
import Testing

/// Every challenge from 100 seeds; the table of the results is `Fixtures/ShrinkingChallenges.md`.
@Suite("A shrinking challenge") struct ShrinkingChallengeTests {
  /// Published results as distinct witnesses and mean evaluations over 100 runs.
  private static let published: [(String, hypothesis: String, jqwik: String, exhaust: String)] = [
    ("bound5", "1 / 136.9", "45 / 24940", "1 / 104.9"),
    ("large union list", "1 / 341.0", "3 / 80.5", "1 / 129.4"),
    ("reverse", "1 / 46.0", "1 / 17.5", "1 / 7.8"),
    ("calculator", "1 / 341.4", "3 / 56.7", "1 / 13.3"),
    ("length list", "1 / 85.1", "1 / 717", "1 / 19.8"),
    ("difference must not be zero", "–", "1 / 386", "1 / 91.2"),
    ("difference must not be small", "–", "1 / 296", "1 / 85.6"),
    ("difference must not be one", "–", "2 / 513", "1 / 97.3"),
    ("binary heap", "–", "85 / 484", "3 / 127.5"),
    ("coupling", "–", "1 / 140", "1 / 23.2"),
    ("deletion", "–", "1 / 132.7", "1 / 4.5"),
    ("distinct", "–", "2 / 24.4", "1 / 10.6"),
    ("nested lists", "–", "1 / 20.6", "1 / 37.1"),
    ("(a + b) − b = a", "82 / 66.1", "–", "82 / 9635"),
  ]

  private struct Result {
    var witnesses: Set<String> = []
    var evaluations: [Int] = []
  }

  private static func result(_ challenge: ShrinkingChallenge) throws -> Result {
    var result = Result()
    for seed in 0..<100 as Range<UInt64> {
      let witness = try #require(try challenge.witness(seed: seed))
      result.witnesses.insert(witness.text)
      result.evaluations.append(witness.evaluations)
    }
    return result
  }

  /// The mean number of evaluations of each challenge in the table.
  private static func means(in text: String) -> [String: Int] {
    var means: [String: Int] = [:]
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 6, let mean = cells[2].split(separator: " ").last.flatMap({ Int($0) })
      else { continue }
      means[cells[0]] = mean
    }
    return means
  }

  @Test func `ends in one witness over 100 seeds, and is told in the table`() throws {
    let file = GeneratedFile("Fixtures/ShrinkingChallenges.md")
    let means = Self.means(in: try file.text)
    var table = ""
    for (challenge, published) in zip(ShrinkingChallenge.all, Self.published) {
      #expect(challenge.name == published.0)
      let result = try Self.result(challenge)
      let isHeap = challenge.name == "binary heap"
      #expect(result.witnesses.count <= (isHeap ? 3 : 1), "\(challenge.name)")
      #expect(result.witnesses.contains(challenge.simplest), "\(challenge.name)")
      let mean = result.evaluations.reduce(0, +) / 100
      #expect(mean < 300)
      if !file.isUpdating {
        // A change of how cases are drawn starts from other failures, and so shifts the means.
        let known = try #require(means[challenge.name])
        #expect(4 * abs(mean - known) <= known, "\(challenge.name): \(mean), not \(known)")
      }
      table +=
        "| \(challenge.name) | `\(challenge.simplest)` | \(result.witnesses.count) / \(mean) "
        + "| \(published.hypothesis) | \(published.jqwik) | \(published.exhaust) |\n"
    }
    if file.isUpdating {
      try file.expect(containing: table, between: "| --- |\n")
    }
  }
}
