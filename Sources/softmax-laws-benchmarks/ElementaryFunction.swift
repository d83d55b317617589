import Arithmetic
import Randomness

/// The elementary functions of balls, and arguments in all their regimes.
enum ElementaryFunction: String, CaseIterable {
  case exp, log, log1p, sqrt, pow

  /// The certified value.
  func value(_ arguments: [Double]) -> Ball {
    let x = Ball(arguments[0])
    return switch self {
    case .exp: (x + Ball(arguments[1])).exponential()
    case .log: (x + Ball(arguments[1])).logarithm()
    case .log1p: (x + Ball(arguments[1])).logarithmOfOnePlus()
    case .sqrt: (x + Ball(arguments[1])).squareRoot()
    case .pow: x.power(Ball(arguments[1]))
    }
  }

  /// Two random numbers: the parts of an argument, or a base and an exponent.
  func arguments(_ random: inout Xoshiro256StarStar) -> [Double] {
    switch self {
    case .exp:
      return withTail(exponentialArgument(&random), &random)
    case .log, .sqrt: return withTail(positive(&random), &random)
    case .log1p:
      let sign = random.oneIn(2) ? 1.0 : -1
      let small = sign * ElementaryFunction.number(&random, -400 ... -7)
      return withTail(
        random.oneIn(2) ? small : ElementaryFunction.number(&random, -7...200), &random)
    case .pow:
      let base = random.oneIn(4) ? 1 + random.real(from: -0.01, to: 0.01) : positive(&random)
      let size = random.oneIn(2) ? 4.0 : 1.0
      return [abs(base), random.real(from: -size, to: size)]
    }
  }

  /// Both signs and all sizes, and the ends of the steps by which arguments are reduced.
  private func exponentialArgument(_ random: inout Xoshiro256StarStar) -> Double {
    switch random.index(below: 4) {
    case 0: return random.real(from: -11_990, to: 11_990)
    case 1: return random.real(from: -1, to: 1)
    case 2:
      let step = 0x1.62e42fefa39efp-17
      return (Double(random.integer(in: -1_000_000...1_000_000)) + 0.5) * step
    default:
      let x = ElementaryFunction.number(&random, -300...12)
      return random.oneIn(2) ? x : -x
    }
  }

  /// All sizes, and numbers close to one and to where the cases of the logarithm meet.
  private func positive(_ random: inout Xoshiro256StarStar) -> Double {
    switch random.index(below: 4) {
    case 0: return ElementaryFunction.number(&random, -1022...1023)
    case 1: return ElementaryFunction.number(&random, -2...1)
    case 2: return 1 + random.real(from: -1, to: 1) * ElementaryFunction.number(&random, -53 ... -3)
    default:
      let seams = [0x1.6a09e667f3bcdp-1, 0x1.6a09e667f3bcdp0, 0x1.08p0, 0x1.fp-1]
      let seam = seams[random.index(below: seams.count)]
      return seam
        * (1 + random.real(from: -1, to: 1) * ElementaryFunction.number(&random, -53 ... -5))
    }
  }

  /// The number and, for every other one, what makes it one of more than 53 bits.
  private func withTail(_ x: Double, _ random: inout Xoshiro256StarStar) -> [Double] {
    let tail = random.oneIn(2) ? 0 : x * random.real(from: -0x1p-54, to: 0x1p-54)
    return [x, tail]
  }

  /// A positive number of a binade of the range.
  private static func number(
    _ random: inout Xoshiro256StarStar, _ exponents: ClosedRange<Int>
  ) -> Double {
    Double(
      sign: .plus, exponent: random.integer(in: exponents), significand: 1 + random.unit())
  }
}
