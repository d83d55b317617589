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
      0, 1, 2, 710, 1e15, 0x1p53 - 1, 0.5, 1.5, 1000.5, 0x1p52 - 0.5, 0.25, 0.75, 1.25, 0.125,
      0x1p-10, 0.1, 0.2, 0.3, 0.9, 1.1, 1e12 + 0.1, 0.01, 0.11, 3.14, 0x1p-11, 123.456789012345,
      1e-15,
      0.1.nextUp, 0x1p-60, 3 * .leastNonzeroMagnitude, 0x1p53, 0x1p53 + 2, 0x1p54,
      0x1.8p54, 0x1.4p54, 0x1.cp54,
      0x1p1023,
      .greatestFiniteMagnitude, .infinity, .nan,
    ]
    let places = ascending.map(SimplicityOrder.place)
    #expect(places == places.sorted() && Set(places).count == places.count)
  }

  @Test func `has the places of the documentation`() {
    let numbers = [1, -1, 2, 1023, 0.5, -0.5, 1.5, 0.25, 0.1, 0.2]
    let places: [UInt64] = [
      2, 3, 4, 2046, 1 << 54, 1 << 54 + 1, 1 << 54 + 2, 3 << 53, 3 << 55 + 2, 3 << 55 + 4,
    ]
    #expect(numbers.map(SimplicityOrder.place) == places)
  }

  @Test func `gives every number a place of its own`() {
    var random = Xoshiro256StarStar(seed: 1)
    var bits: [UInt64] = (0...62).flatMap { [1 << $0 &- 1, 1 << $0] as [UInt64] }
    for exponent in 0..<2047 as Range<UInt64> {
      let fraction = random.bits(52)
      bits += [exponent << 52, exponent << 52 | fraction, (exponent + 1) << 52 - 1]
    }
    bits += (0..<100_000).map { _ in random.next() }
    bits += (0..<50_000).map { _ in
      (Double(random.bits(1 + random.index(below: 48))) / powerOfTen(random.index(below: 16)))
        .bitPattern
    }
    bits += bits.map { $0 ^ 1 << 63 }
    let lost = bits.first { bits in
      let number = Double(bitPattern: bits)
      let back = SimplicityOrder.number(at: SimplicityOrder.place(of: number))
      return number.isNaN ? !back.isNaN || back.sign != number.sign : back.bitPattern != bits
    }
    #expect(lost == nil)
  }

  /// A place is that of its number, or else its number has a simpler or equally short form.
  @Test func `gives every place a number, and that number its simplest place`() {
    var random = Xoshiro256StarStar(seed: 2)
    let places = (0..<200_000).map { _ in random.bits(1 + random.index(below: 64)) }
    let wrong = places.first { place in
      let number = SimplicityOrder.number(at: place)
      let again = SimplicityOrder.place(of: number)
      return again > place || SimplicityOrder.number(at: again).bitPattern != number.bitPattern
        || again != place && !isDecimal(again) && !isDecimal(place)
    }
    #expect(wrong == nil)
  }

  @Test func `keeps NaN and its leading payload bits`() {
    for nan in [Double.nan, .signalingNaN, -.nan, Double(nan: 5, signaling: false)] {
      let back = SimplicityOrder.number(at: SimplicityOrder.place(of: nan))
      #expect(back.bitPattern == nan.bitPattern)
    }
  }

  private func isDecimal(_ place: UInt64) -> Bool {
    (SimplicityOrder.firstDecimal..<SimplicityOrder.endOfDecimals).contains(place)
  }

  private func powerOfTen(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
