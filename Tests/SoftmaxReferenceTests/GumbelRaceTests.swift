import Arithmetic
import FixtureSupport
import Foundation
import SoftmaxFamily
import SoftmaxReference
import Testing

@Suite("The Gumbel race") struct GumbelRaceTests {
  /// Pearson's statistic of counts against certified probabilities.
  private static func statistic(_ counts: [Int], _ expected: [Double]) -> Double {
    let total = Double(counts.reduce(0, +))
    return zip(counts, expected).reduce(0) { sum, pair in
      let mean = total * pair.1
      return sum + (Double(pair.0) - mean) * (Double(pair.0) - mean) / mean
    }
  }

  /// How often each entry wins `argmax(x_i + G_i)`, with `G = −log(−log U)`.
  private static func wins(_ x: [Double], races: Int) -> [Int] {
    var random = TestRandom(seed: 29)
    var counts = x.map { _ in 0 }
    for _ in 0..<races {
      let finishes = x.map { $0 - log(-log(random.double(in: 0x1p-54...1))) }
      let winner = finishes.indices.max { finishes[$0] < finishes[$1] } ?? 0
      counts[winner] += 1
    }
    return counts
  }

  @Test func `is won as often as softmax says: gumbel-race`() throws {
    let x = [0.5, -1, 1.25, 0, -0.75]
    let g = try Reference.evaluate(.softmax, [Tensor(x)]).values
    let counts = Self.wins(x, races: 20_000)
    // Four degrees of freedom: more than 23.5 has a probability of 10^-4, and the seed is fixed.
    #expect(Self.statistic(counts, g) < 23.5)
    let flatter = try Reference.evaluate(.scaledSoftmax, [Tensor(x), 0.9]).values
    #expect(Self.statistic(counts, flatter) > 40)
  }

  @Test func `has the most varied information where all are alike: varentropy-max`() {
    func moment(_ p: [Double]) -> Double {
      p.reduce(0) { $1 == 0 ? $0 : $0 + $1 * log($1) * log($1) }
    }
    for n in 3...6 {
      let most = log(Double(n)) * log(Double(n))
      // All compositions of one into multiples of 1/24.
      func scan(_ head: [Double], _ rest: Int) -> Double {
        if head.count == n - 1 { return moment(head + [Double(rest) / 24]) }
        return (0...rest).reduce(0) { max($0, scan(head + [Double($1) / 24], rest - $1)) }
      }
      #expect(scan([], 24) <= most * (1 + 1e-12))
    }
    #expect(moment([0.1, 0.9]) > log(2.0) * log(2.0))
  }
}
