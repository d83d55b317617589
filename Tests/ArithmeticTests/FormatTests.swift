import Arithmetic
import Testing

@Suite("A format") struct FormatTests {
  @Test func `has the limits of Float for binary32`() {
    let format = Format.binary32
    #expect(format.greatestFinite == Double(Float.greatestFiniteMagnitude))
    #expect(format.leastNormal == Double(Float.leastNormalMagnitude))
    #expect(format.leastSubnormal == Double(Float.leastNonzeroMagnitude))
    #expect(format.unitRoundoff == Double(Float.ulpOfOne) / 2)
    #expect(format.precision == Float.significandBitCount + 1)
    #expect(format.bitWidth == 32)
  }

  @Test func `has the limits of Double for binary64`() {
    let format = Format.binary64
    #expect(format.greatestFinite == .greatestFiniteMagnitude)
    #expect(format.leastNormal == .leastNormalMagnitude)
    #expect(format.leastSubnormal == .leastNonzeroMagnitude)
    #expect(format.unitRoundoff == .ulpOfOne / 2)
    #expect(format.precision == Double.significandBitCount + 1)
    #expect(format.bitWidth == 64)
  }

  @Test func `has the published limits for binary16`() {
    let format = Format.binary16
    #expect(format.greatestFinite == 65504)
    #expect(format.leastNormal == 0x1p-14)
    #expect(format.leastSubnormal == 0x1p-24)
    #expect(format.unitRoundoff == 0x1p-11)
    #expect(format.bitWidth == 16)
  }

  @Test func `has the exponents of binary32 for bfloat16`() {
    let format = Format.bfloat16
    #expect(format.greatestFinite == 0x1.fep127)
    #expect(format.leastNormal == Format.binary32.leastNormal)
    #expect(format.leastSubnormal == 0x1p-133)
    #expect(format.unitRoundoff == 0x1p-8)
    #expect(format.bitWidth == 16)
  }

  @Test(arguments: Format.allCases)
  func `relates its least numbers`(format: Format) {
    #expect(format.leastSubnormal == 2 * format.unitRoundoff * format.leastNormal)
    #expect(format.greatestExponent == 1 - format.leastExponent)
  }

  @Test func `makes exact powers of two`() {
    let wrong = (-1074...1023).first { exponent in
      powerOfTwo(exponent) != Double(sign: .plus, exponent: exponent, significand: 1)
    }
    #expect(wrong == nil)
  }
}
