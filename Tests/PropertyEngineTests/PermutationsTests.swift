import PropertyEngine
import Testing

@Suite("Permutations") struct PermutationsTests {
  @Test func `have every index once`() throws {
    for count in 0..<20 {
      let generator = Permutations.of(count: count)
      let wrong = try firstCounterexample(to: generator, cases: 100) {
        $0.sorted() == Array(0..<count)
      }
      #expect(wrong == nil)
    }
  }

  @Test func `are all equally likely`() throws {
    let run = PropertyRun(seed: 1, property: "permutations", cases: 24_000)
    var counts: [[Int]: Int] = [:]
    for index in 0..<24_000 {
      var source = run.source(index: index)
      counts[try Permutations.of(count: 4).draw(from: &source), default: 0] += 1
    }
    // Binomial with deviation 31; 6.7 of them for 24 counts leave 10^-9.
    #expect(counts.count == 24 && counts.values.allSatisfy { abs($0 - 1000) < 210 })
  }

  @Test func `shrink to the identity`() throws {
    let nine = Permutations.of(count: 9)
    #expect(try minima(of: nine) { _ in true } == ["[0, 1, 2, 3, 4, 5, 6, 7, 8]"])
    #expect(try minima(of: nine) { $0[8] != 8 } == ["[0, 1, 2, 3, 4, 5, 6, 8, 7]"])
  }
}
