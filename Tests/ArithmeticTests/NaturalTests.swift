import FixtureSupport
import Testing

@testable import Arithmetic

@Suite("Natural numbers") struct NaturalTests {
  /// A number of up to eight digits, of which many are all zeros or all ones.
  private static func natural(_ random: inout TestRandom) -> Natural {
    let limbs = (0..<random.integer(in: 1...8)).map { _ in
      switch random.integer(in: 0...3) {
      case 0: UInt64.max
      case 1: UInt64(0)
      case 2: UInt64(1) << 63
      default: random.bits()
      }
    }
    return Natural(limbs: limbs)
  }

  @Test func `multiply as sums do`() {
    var random = TestRandom(seed: 200)
    let wrong = (0..<500).first { _ in
      let (a, b, c) = (
        Self.natural(&random), Self.natural(&random), Self.natural(&random)
      )
      return (a + b) * c != a * c + b * c || (a + b) - b != a || a * b != b * a
    }
    #expect(wrong == nil)
  }

  @Test func `are the quotient times the divisor and a smaller remainder`() {
    var random = TestRandom(seed: 201)
    let wrong = (0..<2000).first { _ in
      let (a, b) = (Self.natural(&random), Self.natural(&random) + Natural(1))
      let (quotient, remainder) = a.dividedBy(b)
      return quotient * b + remainder != a || !(remainder < b)
    }
    #expect(wrong == nil)
    let (quotient, remainder) = Natural(limbs: [5, 0, 7]).dividedBy(3)
    #expect(quotient * Natural(3) + Natural(remainder) == Natural(limbs: [5, 0, 7]))
  }

  @Test func `correct a digit of the quotient that was estimated too large`() {
    // The estimate from the leading digits is off by two here (Knuth 4.3.1, exercise 21).
    let a = Natural(limbs: [0, UInt64.max - 1, 1 << 63])
    let b = Natural(limbs: [UInt64.max, 1 << 63])
    let (quotient, remainder) = a.dividedBy(b)
    #expect(quotient * b + remainder == a && remainder < b)
  }

  @Test func `shift as they multiply by powers of two`() {
    var random = TestRandom(seed: 202)
    let wrong = (0..<500).first { _ in
      let a = Self.natural(&random)
      let count = random.integer(in: 0...300)
      let power = Natural.powerOfTwo(count)
      let (quotient, remainder) = a.dividedBy(power)
      let up = remainder.isZero ? quotient : quotient + Natural(1)
      return a << count != a * power || a >> count != quotient
        || a.shiftedRightRoundingUp(count) != up || (a << count).bitWidth != a.widthOfShift(count)
    }
    #expect(wrong == nil)
  }

  @Test func `have roots that are rounded down`() {
    var random = TestRandom(seed: 203)
    let wrong = (0..<200).first { _ in
      let a = Self.natural(&random)
      let root = a.squareRoot
      let next = root + Natural(1)
      return a < root * root || !(a < next * next)
    }
    #expect(wrong == nil)
    #expect(Natural(144).squareRoot == Natural(12))
  }

  @Test func `are ordered by their digits`() {
    #expect(Natural(3) < Natural(limbs: [0, 1]) && !(Natural(3) < Natural(3)))
    #expect(Natural(limbs: [9, 1]) < Natural(limbs: [0, 2]))
    #expect(Natural(limbs: [4, 0, 0]) == Natural(4) && Natural(0).isZero)
    #expect(Natural(limbs: [0, 8]).trailingZeroBitCount == 67 && Natural(0).bitWidth == 0)
  }
}

extension Natural {
  fileprivate func widthOfShift(_ count: Int) -> Int { isZero ? 0 : bitWidth + count }
}
