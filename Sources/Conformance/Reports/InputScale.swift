import Foundation

/// Numbers of any size and sign on a line of length one: logarithmic, with zero where the signs meet.
///
/// Magnitudes from 2^-10 to 2^10 have most of the room; those below and above, if there are any, have
/// a sixth each, however many there are.
struct InputScale {
  /// A stretch of the exponents, and of the line.
  private struct Piece {
    let exponents: ClosedRange<Double>
    let places: ClosedRange<Double>
  }

  private static let middle = -10.0...10.0
  private static let edge = 1.0 / 6
  private static let gap = 0.04

  private let pieces: [Piece]
  private let isSigned: Bool
  /// The largest magnitude.
  let end: Double

  /// Creates the scale on which numbers have room.
  init(of numbers: [Double]) {
    let magnitudes = numbers.lazy.filter { $0.isFinite && $0 != 0 }.map(\.magnitude)
    end = magnitudes.max() ?? 1
    isSigned = numbers.contains { $0 < 0 }
    let high = max(log2(end), -9)
    let low = min(log2(magnitudes.min() ?? 1), high - 1)
    let first = low < Self.middle.lowerBound ? Self.gap + Self.edge : Self.gap
    let last = high > Self.middle.upperBound ? 1 - Self.edge : 1
    let core = max(low, Self.middle.lowerBound)...min(high, Self.middle.upperBound)
    var pieces = [Piece(exponents: core, places: first...last)]
    if low < core.lowerBound {
      pieces.append(Piece(exponents: low...core.lowerBound, places: Self.gap...first))
    }
    if high > core.upperBound {
      pieces.append(Piece(exponents: core.upperBound...high, places: last...1))
    }
    self.pieces = pieces
  }

  /// The place of a number, from 0 to 1.
  func place(of number: Double) -> Double {
    let half = placeOfMagnitude(number.magnitude)
    guard isSigned else { return half }
    return 0.5 + (number < 0 ? -0.5 : 0.5) * half
  }

  private func placeOfMagnitude(_ magnitude: Double) -> Double {
    guard magnitude > 0 else { return 0 }
    guard magnitude < end else { return 1 }
    let exponent = log2(magnitude)
    guard let piece = pieces.first(where: { $0.exponents.contains(exponent) }) else {
      return Self.gap
    }
    let (from, to) = (piece.exponents.lowerBound, piece.exponents.upperBound)
    let share = (exponent - from) / (to - from)
    return piece.places.lowerBound + share * (piece.places.upperBound - piece.places.lowerBound)
  }

  /// The numbers to be marked, in order: zero, the ends, and between them what has room for its name.
  var marks: [Double] {
    let room = isSigned ? 0.3 : 0.15
    var magnitudes = [0, end]
    for mark in [1, 1e-3, 1e3] where mark < end {
      let place = placeOfMagnitude(mark)
      let isFree = magnitudes.allSatisfy { abs(placeOfMagnitude($0) - place) >= room }
      if isFree { magnitudes.append(mark) }
    }
    magnitudes.sort()
    return (isSigned ? magnitudes.dropFirst().reversed().map { -$0 } : []) + magnitudes
  }
}
