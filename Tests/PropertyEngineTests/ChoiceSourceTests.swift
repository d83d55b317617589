import Randomness
import Testing

@testable import PropertyEngine

@Suite("A source of choices") struct ChoiceSourceTests {
  @Test func `draws the same from the same seed`() {
    var source = ChoiceSource(seed: 42)
    let drawn = (0..<6).map { _ in source.index(below: 100) }
    #expect(drawn == [8, 37, 68, 92, 99, 76])
    #expect(source.choices == drawn.map { UInt64($0) })
  }

  @Test func `replays zeros when the list is too short`() {
    var source = ChoiceSource(replaying: [3])
    #expect(source.index(below: 5) == 3)
    #expect(source.index(below: 5) == 0)
    #expect(source.integer(in: -4...4) == 0)
    #expect(source.choices == [3, 0, 0])
  }

  @Test func `clamps a choice out of range and records it clamped`() {
    var source = ChoiceSource(replaying: [99, .max])
    #expect(source.index(below: 5) == 4)
    #expect(source.integer(in: 2...3) == 3)
    #expect(source.choices == [4, 1])
  }

  @Test func `ignores choices that nobody asks for`() {
    var source = ChoiceSource(replaying: [1, 2, 3])
    _ = source.index(below: 10)
    #expect(source.choices == [1])
  }

  @Test func `samples hints without recording them, and none when replaying`() {
    var drawing = ChoiceSource(seed: 1)
    #expect(drawing.unrecorded { $0.bits(8) } != nil)
    #expect(drawing.choices.isEmpty)
    var replaying = ChoiceSource(replaying: [1])
    #expect(replaying.unrecorded { $0.bits(8) } == nil)
  }

  @Test func `restarts as if it were new`() {
    var source = ChoiceSource(seed: 1)
    _ = source.index(below: 1000)
    source.restart(seed: 2)
    var fresh = ChoiceSource(seed: 2)
    #expect(source.index(below: 1000) == fresh.index(below: 1000))
    #expect(source.choices == fresh.choices)
  }
}
