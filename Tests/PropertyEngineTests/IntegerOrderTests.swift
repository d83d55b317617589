import Testing

@testable import PropertyEngine

@Suite("The order of integers") struct IntegerOrderTests {
  @Test(
    arguments: [
      (-2...2, [0, 1, -1, 2, -2]),
      (-1...4, [0, 1, -1, 2, 3, 4]),
      (-4...1, [0, 1, -1, -2, -3, -4]),
      (0...3, [0, 1, 2, 3]),
      (-3...0, [0, -1, -2, -3]),
      (5...8, [5, 6, 7, 8]),
      (-8...(-5), [-5, -6, -7, -8]),
    ])
  func `goes out from zero, k before -k`(range: ClosedRange<Int>, order: [Int]) {
    #expect(order.indices.map { IntegerOrder.integer(at: UInt64($0), in: range) } == order)
    #expect(order.map { Int(IntegerOrder.place(of: $0, in: range)) } == Array(order.indices))
    #expect(IntegerOrder.last(in: range) == UInt64(order.count - 1))
  }

  @Test(
    arguments: [
      Int.min...Int.max, Int.min...0, 0...Int.max, Int.min...1, -1...Int.max, Int.max...Int.max,
    ])
  func `has a place for the ends of the largest ranges`(range: ClosedRange<Int>) {
    for integer in [range.lowerBound, range.upperBound] {
      let place = IntegerOrder.place(of: integer, in: range)
      #expect(IntegerOrder.integer(at: place, in: range) == integer)
      #expect(place <= IntegerOrder.last(in: range))
    }
  }
}
