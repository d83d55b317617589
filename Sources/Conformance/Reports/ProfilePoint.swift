import Foundation
import StrictJSON

/// The error of an answer at one input, divided by its bound.
public struct ProfilePoint: Sendable, Equatable {
  /// The entry of the input, or the largest one.
  public let input: Double
  /// The error divided by its bound.
  public let ratio: Double

  /// Creates a point, with the three digits that a picture can show.
  public init(input: Double, ratio: Double) {
    self.input = Self.shortened(input)
    self.ratio = Self.shortened(ratio)
  }

  private static func shortened(_ number: Double) -> Double {
    number.isFinite ? Double(String(format: "%.2e", number)) ?? number : number
  }

  /// The pair of numbers as a report in JSON Lines has it.
  var json: JSON { JSON([JSON(input), JSON(ratio)]) }

  /// Reads a pair of numbers.
  init?(_ json: JSON) {
    guard let numbers = json.numbers, numbers.count == 2 else { return nil }
    self.init(input: numbers[0], ratio: numbers[1])
  }
}
