import PropertyEngine
import Testing

@Suite("A generator") struct GeneratorTests {
  let digit = Generator { source in source.index(below: 10) }

  @Test func `maps what it draws`() throws {
    var source = ChoiceSource(replaying: [7])
    #expect(try digit.map { $0 * 2 }.draw(from: &source) == 14)
  }

  @Test func `lets a value decide what is drawn next`() throws {
    let pair = digit.flatMap { first in
      Generator { source in [first, source.index(below: first + 1)] }
    }
    var source = ChoiceSource(replaying: [4, 9])
    #expect(try pair.draw(from: &source) == [4, 4])
    #expect(source.choices == [4, 4])
  }

  @Test func `leaves no trace of the values it filters out`() throws {
    let even = digit.filter { $0 % 2 == 0 }
    let run = PropertyRun(seed: 1, property: "even", cases: 100)
    for index in 0..<100 {
      var source = run.source(index: index)
      let value = try even.draw(from: &source)
      #expect(value % 2 == 0 && source.choices == [UInt64(value)])
    }
  }

  @Test func `gives up filtering after a bounded number of attempts`() {
    var source = ChoiceSource(seed: 1)
    let never = digit.filter { _ in false }
    #expect(throws: Discard.self) { try never.draw(from: &source) }
    #expect(source.choices.isEmpty)
  }

  @Test func `filters a replay once`() {
    var source = ChoiceSource(replaying: [1, 2])
    #expect(throws: Discard.self) { try digit.filter { $0 == 2 }.draw(from: &source) }
  }

  @Test func `shrinks through map, flatMap and filter`() throws {
    let list = digit.flatMap { count in
      Generator { source in (0..<count).map { _ in source.index(below: 100) } }
    }
    let generator = list.filter { $0.count != 1 }.map { $0.map { $0 + 1 } }
    let minima = try minima(of: generator) { $0.contains { $0 > 40 } }
    #expect(minima == ["[1, 41]"])
  }
}
