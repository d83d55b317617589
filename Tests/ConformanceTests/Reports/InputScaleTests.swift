import Testing

@testable import Conformance

@Suite("A scale of inputs") struct InputScaleTests {
  @Test func `has every number in its order, from one end to the other`() {
    let sets: [[Double]] = [
      [-1e308, -1e3, -1, -1e-3, -1e-300, 0, 1e-300, 1e-3, 1, 1e3, 1e308],
      [-.infinity, -2, 0, 2, .infinity], [0, 1e-12, 0.25, 0.5, 1], [0], [0, 3], [5], [],
      [0x1p-1050, 0x1p-1049],
    ]
    for numbers in sets {
      let scale = InputScale(of: numbers)
      let places = numbers.map(scale.place)
      #expect(places == places.sorted())
      #expect(places.allSatisfy { (0...1).contains($0) })
      let marks = scale.marks.map(scale.place)
      #expect(marks == marks.sorted() && scale.marks.contains(0))
    }
  }

  @Test func `tells numbers of a usual size apart, whatever the largest is`() {
    let scale = InputScale(of: [-1e308, 1e-300, 1e308])
    #expect(scale.place(of: 1000) - scale.place(of: 1) > 0.1)
    #expect(scale.place(of: 1) - scale.place(of: 0.01) > 0.1)
    #expect(scale.place(of: 0) == 0.5)
  }
}
