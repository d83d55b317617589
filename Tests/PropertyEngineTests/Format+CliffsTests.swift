import Arithmetic
import Testing

@testable import PropertyEngine

@Suite("The cliffs of a format") struct FormatCliffsTests {
  /// Rounded from 24 ln 2, 126 ln 2, 149 ln 2 and 128 ln 2.
  @Test func `are those of binary32`() {
    let format = Format.binary32
    let cliffs = [
      format.absorbedGap, format.subnormalGap, format.vanishingGap, format.overflowGap,
    ]
    let known = [16.6355, 87.3365, 103.2789, 88.7228]
    let isNear = zip(cliffs, known).allSatisfy { (cliff, value) in abs(cliff - value) < 1e-4 }
    #expect(isNear)
  }

  @Test(arguments: Format.allCases)
  func `stand at the powers of two`(format: Format) {
    let beyond = SteadyMath.logarithm(format.unitRoundoff)
    #expect(abs(beyond + format.absorbedGap) < 1e-12)
    let range = SteadyMath.logarithm(format.leastNormal)
    #expect(abs(range + format.subnormalGap) < 1e-10)
    #expect(format.finite(.infinity) == format.greatestFinite)
  }
}
