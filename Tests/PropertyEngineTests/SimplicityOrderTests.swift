import Randomness
import Testing

@testable import PropertyEngine

@Suite("The order of simplicity") struct SimplicityOrderTests {
  @Test func `begins with the integers, each before its negative`() {
    let numbers = (0..<8).map { SimplicityOrder.number(at: $0) }
    #expect("\(numbers)" == "[0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0]")
    #expect(SimplicityOrder.place(of: 0x1p53 - 1) == 1 << 54 - 2)
  }

  @Test func `goes on with ever more bits after the point, and then with large numbers`() {
    let ascending: [Double] = [
      0, 1, 2, 710, 1e15, 0x1p53 - 1, 0.5, 1.5, 1000.5, 0x1p52 - 0.5, 0.25, 0.75, 1.25, 0.125, 0.1,
      0x1p-60, 3 * .leastNonzeroMagnitude, 0x1p53, 0x1p53 + 2, 0x1p54, 0x1.8p54, 0x1.4p54, 0x1.cp54,
      0x1p1023,
      .greatestFiniteMagnitude, .infinity, .nan,
    ]
    let places = ascending.map(SimplicityOrder.place)
    #expect(places == places.sorted() && Set(places).count == places.count)
  }

  @Test func `has the places of the documentation`() {
    let numbers = [1, -1, 2, 1023, 0.5, -0.5, 1.5, 0.25]
    let places: [UInt64] = [2, 3, 4, 2046, 1 << 54, 1 << 54 + 1, 1 << 54 + 2, 3 << 53]
    #expect(numbers.map(SimplicityOrder.place) == places)
  }

  @Test func `is a bijection`() {
    var random = Xoshiro256StarStar(seed: 1)
    var bits: [UInt64] = (0...64).flatMap { [1 << $0 &- 1, 1 << $0] as [UInt64] }
    for exponent in 0..<2048 as Range<UInt64> {
      let fraction = random.bits(52)
      bits += [exponent << 52, exponent << 52 | fraction, (exponent + 1) << 52 - 1]
    }
    bits += (0..<100_000).map { _ in random.next() }
    bits += bits.map { $0 ^ 1 << 63 }
    let lost = bits.first { bits in
      let number = Double(bitPattern: bits)
      let back = SimplicityOrder.number(at: SimplicityOrder.place(of: number))
      return back.bitPattern != bits
        || SimplicityOrder.place(of: SimplicityOrder.number(at: bits)) != bits
    }
    #expect(lost == nil)
  }
}
