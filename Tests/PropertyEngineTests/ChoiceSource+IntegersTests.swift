import PropertyEngine
import Testing

@Suite("Integers from choices") struct ChoiceSourceIntegersTests {
  @Test func `are uniform`() {
    var source = ChoiceSource(seed: 1)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<7000 { counts[source.integer(in: -3...3) + 3] += 1 }
    // Binomial with deviation 29.3; 6.6 of them for seven counts leave 10^-9.
    #expect(counts.allSatisfy { abs($0 - 1000) < 194 })
  }

  @Test func `are the sampled ones when sampled`() {
    var source = ChoiceSource(seed: 1)
    let integer = source.integer(in: -10...10) { _ in -7 }
    #expect(integer == -7)
    #expect(source.choices == [14])
  }

  @Test func `are flags that are true once in n`() {
    var source = ChoiceSource(seed: 2)
    let count = (0..<9000).count { _ in source.flag(oneIn: 9) }
    // Binomial with deviation 29.8.
    #expect(abs(count - 1000) < 190)
    #expect(Set(source.choices) == [0, 1])
    var simplest = ChoiceSource(replaying: [])
    let flag = simplest.flag(oneIn: 1)
    #expect(!flag)
  }

  @Test func `choose by weight, and the first when simplest`() {
    let weighted = [(weight: 3, value: "a"), (weight: 0, value: "b"), (weight: 1, value: "c")]
    var source = ChoiceSource(seed: 3)
    let drawn = (0..<4000).map { _ in source.choose(weighted) }
    #expect(!drawn.contains("b"))
    // Binomial with deviation 27.4.
    #expect(abs(drawn.count { $0 == "a" } - 3000) < 175)
    var replay = ChoiceSource(replaying: [0, 2, 9])
    #expect((0..<3).map { _ in replay.choose(weighted) } == ["a", "c", "c"])
  }
}
