import Arithmetic
import Randomness

/// The multiples of `2^-fineness` up to a number of steps, on which arithmetic is exact.
struct DyadicGrid: Sendable {
  let fineness: Int
  let steps: Int

  /// The grid of the numbers of at most `bits` bits and at most `magnitude` in size.
  init(fineness: Int, bits: Int, magnitude: Double) {
    self.fineness = fineness
    steps = Int(min(powerOfTwo(bits), magnitude * powerOfTwo(fineness)))
  }

  private var spacing: Double { powerOfTwo(-fineness) }

  func nearest(to number: Double) -> Double {
    (number * powerOfTwo(fineness)).rounded() * spacing
  }

  func contains(_ number: Double) -> Bool {
    abs(number) <= Double(steps) * spacing && nearest(to: number) == number
  }

  /// A point of at most some steps from zero.
  func sample(_ random: inout Xoshiro256StarStar, reach: Int) -> Double {
    let reach = min(reach, steps)
    return Double(random.integer(in: -reach...reach)) * spacing
  }

  /// A number of steps, small ones as likely as large ones.
  func sampleReach(_ random: inout Xoshiro256StarStar) -> Int {
    let bits = Int.bitWidth - steps.leadingZeroBitCount
    return min(1 << (1 + random.index(below: max(bits, 1))), steps)
  }
}

extension ChoiceSource {
  /// Draws the fineness of a grid; zero, the integers, is the simplest.
  mutating func fineness(coarsest: Int, finest: Int) -> Int {
    integer(in: coarsest...finest) { random in
      switch random.index(below: 6) {
      case 0, 1: 0
      case 2: random.integer(in: coarsest...0)
      default: random.integer(in: 0...finest)
      }
    }
  }

  /// Draws a point of a grid, within a reach that is a hint.
  mutating func point(of grid: DyadicGrid, reach: Int) throws(Discard) -> Double {
    try real(
      rounding: grid.nearest, accepting: grid.contains,
      sampling: { grid.sample(&$0, reach: reach) })
  }

  /// Draws a reach for the points to come.
  mutating func reach(of grid: DyadicGrid) -> Int {
    unrecorded { grid.sampleReach(&$0) } ?? 0
  }

  /// Draws points of a grid, as many as there are rows for each column.
  mutating func columns(
    of grid: DyadicGrid, rows: Int, count: Int
  ) throws(Discard) -> [[Double]] {
    let reaches = (0..<rows).map { _ in reach(of: grid) }
    var vectors = Array(repeating: Array(repeating: 0.0, count: count), count: rows)
    for column in 0..<count {
      for row in 0..<rows {
        vectors[row][column] = try point(of: grid, reach: reaches[row])
      }
    }
    return vectors
  }
}
