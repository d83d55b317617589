import Arithmetic
import Randomness

/// Inverse temperatures `λ > 0` of few bits, whose products with short numbers are exact.
struct InverseTemperature {
  let format: Format

  /// The exponents are within this of zero; binary16 leaves little room.
  var reach: Int { format == .binary16 ? 3 : 8 }

  /// The number of bits of a `λ` is at most half the precision.
  private var mostBits: Int { format.precision / 2 }

  func contains(_ number: Double) -> Bool {
    number >= powerOfTwo(-reach) && number <= powerOfTwo(reach)
      && Self.bits(of: number) <= mostBits
  }

  /// Zero, with which a short list of choices continues, stands for one.
  func nearest(to number: Double) -> Double {
    let size = abs(number)
    guard size.isFinite, size > 0 else { return 1 }
    return Self.shortened(size, to: mostBits)
  }

  /// Half of the time a power of two.
  func sample(_ random: inout Xoshiro256StarStar) -> Double {
    let exponent = random.integer(in: -reach...(reach - 1))
    guard random.oneIn(2) else { return powerOfTwo(exponent) }
    let last = 1 << (mostBits - 1)
    return (1 + Double(random.index(below: last)) / Double(last)) * powerOfTwo(exponent)
  }

  /// The number of bits between the first and the last one that is set.
  static func bits(of number: Double) -> Int { number == 0 ? 0 : number.significandWidth + 1 }

  /// The number without the bits after the first ones.
  static func shortened(_ number: Double, to bits: Int) -> Double {
    guard number.isFinite, number != 0 else { return number }
    let quantum = powerOfTwo(max(Int(number.exponent) - bits + 1, -1074))
    return (number / quantum).rounded(.towardZero) * quantum
  }
}

extension ChoiceSource {
  /// Draws an inverse temperature; one is the simplest.
  mutating func inverseTemperature(for format: Format) throws(Discard) -> Double {
    let temperatures = InverseTemperature(format: format)
    return try real(
      rounding: temperatures.nearest, accepting: temperatures.contains,
      sampling: { temperatures.sample(&$0) })
  }
}
