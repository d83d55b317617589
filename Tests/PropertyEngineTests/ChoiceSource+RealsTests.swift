import Arithmetic
import PropertyEngine
import Testing

@Suite("Reals from choices") struct ChoiceSourceRealsTests {
  @Test func `are recorded by their place in the order of simplicity`() throws {
    var source = ChoiceSource(seed: 1)
    let number = try source.real(accepting: { $0 < 8 }, sampling: { _ in -2.5 })
    #expect(number == -2.5)
    #expect(source.choices == [SimplicityOrder.place(of: -2.5)])
  }

  @Test func `are refused by a discard`() {
    var source = ChoiceSource(replaying: [SimplicityOrder.place(of: 9)])
    #expect(throws: Discard.self) {
      try source.real(accepting: { $0 < 8 }, sampling: { _ in 0 })
    }
  }

  @Test func `are rounded to the format before they are recorded`() throws {
    var source = ChoiceSource(replaying: [SimplicityOrder.place(of: 0.1)])
    let number = try source.real(in: .bfloat16, upTo: 1) { _ in 0 }
    #expect(number == Format.bfloat16.rounded(0.1))
    #expect(source.choices == [SimplicityOrder.place(of: number)])
  }

  @Test(arguments: [.nan, .infinity, 1e5, -1e5])
  func `are refused beyond the limit`(number: Double) {
    var source = ChoiceSource(replaying: [SimplicityOrder.place(of: number)])
    #expect(throws: Discard.self) {
      try source.real(in: .binary16, upTo: 70_000) { _ in 0 }
    }
  }
}
