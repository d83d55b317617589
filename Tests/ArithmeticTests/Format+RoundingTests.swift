import FixtureSupport
import Arithmetic
import Testing

/// Every value of a 16-bit format but NaN.
func allValues(of format: Format) -> [Double] {
  (0...UInt64(UInt16.max)).map { format.value(bits: $0) }.filter { !$0.isNaN }
}

/// Midpoints of neighbouring values, and the doubles next to each.
func trials(between values: [Double]) -> [Double] {
  zip(values, values.dropFirst()).filter { $0.isFinite && $1.isFinite }.flatMap { low, high in
    let middle = low + (high - low) / 2
    return [middle, middle.nextUp, middle.nextDown]
  }
}

@Suite("Rounding to a format") struct FormatRoundingTests {
  private static func isSame(_ a: Double, _ b: Double) -> Bool {
    a == b && a.sign == b.sign || a.isNaN && b.isNaN
  }

  #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
  @Test func `agrees with Float16 at every value and midpoint`() {
    let values = allValues(of: .binary16)
    let beyond = [65519.999, 65520, 65520.001, -65519.999, -65520, 1e300, 0x1p-25, 0x1.0001p-25]
    let wrong = (values + trials(between: values) + beyond).first {
      !Self.isSame(Format.binary16.rounded($0), Double(Float16($0)))
    }
    #expect(wrong == nil)
  }
  #endif

  @Test func `agrees with Float at random numbers and midpoints`() {
    var random = TestRandom(seed: 1)
    var trial: [Double] = []
    for _ in 0..<3000 {
      let x = Double(random.double(exponents: -152...128))
      let value = Float(x)
      trial += [x] + trials(between: [Double(value), Double(value.nextUp)])
    }
    let wrong = trial.first { !Self.isSame(Format.binary32.rounded($0), Double(Float($0))) }
    #expect(wrong == nil)
  }

  @Test func `cuts Float to its upper half for bfloat16, ties to even`() {
    let values = allValues(of: .bfloat16)
    let wrong = trials(between: values).first { x in
      // Rounded to odd in Float, so that the second rounding sees on which side the number lay.
      var bits = Float(x).bitPattern
      if Double(Float(x)) != x {
        if abs(Double(Float(x))) > abs(x) { bits -= 1 }
        bits |= 1
      }
      let upper = (bits + 0x7fff + (bits >> 16 & 1)) >> 16
      return !Self.isSame(
        Format.bfloat16.rounded(x), Double(Float(bitPattern: upper << 16)))
    }
    #expect(wrong == nil)
  }

  @Test(arguments: Format.allCases)
  func `keeps infinities, NaN and zeros with their signs`(format: Format) {
    for x in [0, -0.0, .infinity, -.infinity, .nan] {
      #expect(Self.isSame(format.rounded(x), x))
      #expect(format.contains(x))
    }
  }

  @Test(arguments: [Format.binary16, .bfloat16, .binary32])
  func `keeps the sign of what underflows`(format: Format) {
    let tiny = format.leastSubnormal / 4
    #expect(Self.isSame(format.rounded(tiny), 0))
    #expect(Self.isSame(format.rounded(-tiny), -0.0))
    #expect(format.rounded(format.leastSubnormal / 2) == 0)
    #expect(format.rounded((format.leastSubnormal / 2).nextUp) == format.leastSubnormal)
    #expect(!format.contains(tiny))
  }

  @Test(arguments: [Format.binary16, .bfloat16, .binary32])
  func `overflows from half a unit above the greatest number`(format: Format) {
    let greatest = format.greatestFinite
    let threshold = greatest + format.ulp(of: greatest) / 2
    #expect(threshold == greatest * (1 - format.unitRoundoff / 2) / (1 - format.unitRoundoff))
    #expect(format.rounded(threshold) == .infinity)
    #expect(format.rounded(threshold.nextDown) == greatest)
    #expect(format.rounded(-threshold) == -.infinity)
  }

  @Test func `has the unit in the last place of Float`() {
    var random = TestRandom(seed: 2)
    let wrong = (0..<2000).lazy.map { _ in Float(random.double(exponents: -149...127)) }.first {
      Format.binary32.ulp(of: Double($0)) != Double($0.ulp)
    }
    #expect(wrong == nil)
    #expect(Format.binary32.ulp(of: 0) == Double(Float.leastNonzeroMagnitude))
    #expect(Format.binary64.ulp(of: 1) == Double.ulpOfOne)
  }

  @Test(arguments: [Format.binary16, .bfloat16])
  func `steps through all values in order`(format: Format) {
    let values = Array(Set(allValues(of: format))).sorted()
    let wrong = zip(values, values.dropFirst()).first { low, high in
      format.successor(of: low) != high || format.predecessor(of: high) != low
    }
    #expect(wrong == nil)
    #expect(format.successor(of: .infinity) == .infinity)
    #expect(format.predecessor(of: -.infinity) == -.infinity)
    #expect(format.successor(of: .nan).isNaN)
  }

  @Test func `steps as Float and Double do`() {
    var random = TestRandom(seed: 3)
    let floats = (0..<1000).map { _ in Float(random.double(exponents: -149...127)) }
    let wrong = floats.first { (float: Float) -> Bool in
      let x = Double(float)
      let isUp = Format.binary32.successor(of: x) == Double(float.nextUp)
      let isDown = Format.binary32.predecessor(of: x) == Double(float.nextDown)
      return !(isUp && isDown && Format.binary64.successor(of: x) == x.nextUp)
    }
    #expect(wrong == nil)
  }

  @Test(arguments: [Format.binary16, .bfloat16])
  func `steps to the neighbours of a number between two values`(format: Format) {
    let values = Array(Set(allValues(of: format).filter(\.isFinite))).sorted()
    let wrong = zip(values, values.dropFirst()).first { low, high in
      [low.nextUp, low + (high - low) / 2, high.nextDown].contains { (x: Double) -> Bool in
        format.successor(of: x) != high || format.predecessor(of: x) != low
      }
    }
    #expect(wrong == nil)
    #expect(format.successor(of: -1e300) == -format.greatestFinite)
    #expect(format.successor(of: 1e300) == .infinity)
  }
}
