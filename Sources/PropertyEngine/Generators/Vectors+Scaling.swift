import Arithmetic
import Randomness

extension Vectors {
  /// A row and an inverse temperature `λ > 0` whose product is exact (G2).
  ///
  /// `λ` is a power of two or short, and `bits(λ) + bits(xᵢ − xⱼ) <= p`: the products
  /// `λxᵢ` and `λ(xᵢ − xⱼ)` are exact, so scaling before and after the shift by the
  /// maximum come to the same.
  public static func scaled(
    _ format: Format, count: ClosedRange<Int> = usualCounts, magnitude: Double = .infinity
  ) -> Generator<(x: [Double], lambda: Double)> {
    precondition(magnitude >= 0, "magnitudes are not negative")
    return Generator { (source) throws(Discard) in
      let count = source.count(in: count)
      let lambda = try source.inverseTemperature(for: format)
      let bits = InverseTemperature.bits(of: lambda)
      let fineness = source.fineness(coarsest: -2, finest: format.precision + 2)
      let grid = DyadicGrid(
        fineness: fineness, bits: format.precision - 1 - bits, magnitude: magnitude)
      return (try source.columns(of: grid, rows: 1, count: count)[0], lambda)
    }
  }

  /// Reduced logits and an inverse temperature in the domain of the round trip (G15).
  ///
  /// With the pivot's zero, the products `λη` spread over at most `ln(1/N) − ln(n + 1)`,
  /// so every probability is a normal number; they are exact, as `bits(λ) + bits(ηᵢ) <= p`.
  /// The bound is taken a little narrower, by `2^-40` of it, for the sake of rounding.
  /// The count `n` is that of the entries, without the pivot.
  public static func reducedRoundTrip(
    _ format: Format, count: ClosedRange<Int> = 1...32
  ) -> Generator<(eta: [Double], lambda: Double)> {
    precondition(count.upperBound < 4096, "longer rows leave binary16 no room")
    return Generator { (source) throws(Discard) in
      let count = source.count(in: count)
      let lambda = try source.inverseTemperature(for: format)
      let room = ReducedDomain(format: format, lambda: lambda, count: count)
      let hint = source.unrecorded { room.sampleEnds(&$0) } ?? (low: 0, high: 0)
      var eta: [Double] = []
      var (lowest, highest) = (0.0, 0.0)
      for _ in 0..<count {
        let entry = try source.real(
          rounding: room.nearest,
          accepting: { entry in
            let product = lambda * entry
            return product.isFinite && max(highest, product) - min(lowest, product) <= room.spread
          },
          sampling: { room.nearest(to: $0.real(from: hint.low, to: hint.high) / lambda) })
        lowest = min(lowest, lambda * entry)
        highest = max(highest, lambda * entry)
        eta.append(entry)
      }
      return (eta, lambda)
    }
  }
}

/// Where all the probabilities of a reduced softmax are normal numbers.
private struct ReducedDomain {
  let spread: Double
  private let bits: Int
  private let quantum: Double

  init(format: Format, lambda: Double, count: Int) {
    let full = format.subnormalGap - SteadyMath.logarithm(Double(count + 1))
    spread = full * (1 - 0x1p-40)
    bits = format.precision - InverseTemperature.bits(of: lambda)
    quantum = powerOfTwo(-format.precision - 4)
  }

  /// The number without the bits that would make its product with `λ` too long.
  func nearest(to number: Double) -> Double {
    let shortened = InverseTemperature.shortened(number, to: bits)
    return (shortened / quantum).rounded(.towardZero) * quantum
  }

  /// The ends of the products: around zero, or all to one side.
  func sampleEnds(_ random: inout Xoshiro256StarStar) -> (low: Double, high: Double) {
    let width = spread * (random.oneIn(2) ? 1 : random.unit())
    let share =
      switch random.index(below: 4) {
      case 0: 0.0
      case 1: 1.0
      default: random.unit()
      }
    return (-width * share, width - width * share)
  }
}
