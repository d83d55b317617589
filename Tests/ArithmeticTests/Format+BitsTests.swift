import FixtureSupport
import Arithmetic
import Testing

@Suite("The encoding of a value") struct FormatBitsTests {
  @Test(arguments: [Format.binary16, .bfloat16])
  func `is read and written back, all 65,536 of them`(format: Format) {
    let wrong = (0...UInt64(UInt16.max)).first { bits in
      let value = format.value(bits: bits)
      let written = format.bits(of: value)
      return value.isNaN
        ? !format.value(bits: written).isNaN || written >> 15 != bits >> 15 : written != bits
    }
    #expect(wrong == nil)
  }

  #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
  @Test func `is that of Float16 for binary16`() {
    let wrong = (0...UInt16.max).first { bits in
      let value = Double(Float16(bitPattern: bits))
      return !value.isNaN && Format.binary16.value(bits: UInt64(bits)) != value
    }
    #expect(wrong == nil)
  }
  #endif

  @Test func `is the upper half of Float's for bfloat16`() {
    let wrong = (0...UInt16.max).first { bits in
      let value = Double(Float(bitPattern: UInt32(bits) << 16))
      return !value.isNaN && Format.bfloat16.value(bits: UInt64(bits)) != value
    }
    #expect(wrong == nil)
  }

  @Test func `is that of Float and Double`() {
    var random = TestRandom(seed: 4)
    for _ in 0..<1000 {
      let float = Float(random.double(exponents: -149...127))
      let double = Double(bitPattern: random.bits())
      let isRight =
        Format.binary32.bits(of: Double(float)) == UInt64(float.bitPattern)
        && Format.binary32.value(bits: UInt64(float.bitPattern)) == Double(float)
        && Format.binary64.bits(of: double) == double.bitPattern
        && Format.binary64.value(bits: double.bitPattern).bitPattern == double.bitPattern
      guard isRight else {
        Issue.record("\(float) or \(double)")
        return
      }
    }
  }

  @Test(arguments: [Format.binary16, .bfloat16, .binary32])
  func `tells signed zeros, infinities and NaN apart`(format: Format) {
    let sign: UInt64 = 1 << UInt64(format.bitWidth - 1)
    #expect(format.bits(of: 0) == 0)
    #expect(format.bits(of: -0.0) == sign)
    #expect(format.bits(of: -.infinity) == sign | format.bits(of: .infinity))
    #expect(format.bits(of: .nan) > format.bits(of: .infinity))
    #expect(format.bits(of: -.nan) == sign | format.bits(of: .nan))
  }

  @Test func `ignores bits above the width`() {
    #expect(Format.binary16.value(bits: 0xabcd_3c00) == 1)
    #expect(Format.binary32.value(bits: 0xabcd_3f80_0000 | 0xff << 40) == 1)
  }
}
