import Arithmetic
import SoftmaxFamily
import SoftmaxReference

/// A derivative of a certified function, put to the test by the mean value theorem.
///
/// `f(x + h) − f(x) = h·f′(ξ)` with `ξ` between the two: the formula for `f′`, evaluated in balls at the
/// whole interval, must have a number in common with the quotient. The balls are sharp
/// enough to tell a wrong formula: as wide as the step, `2^-30`.
struct MeanValue {
  /// The function, of a ball.
  let function: (Ball) throws -> [Ball]
  /// What is to be its derivative.
  let derivative: (Ball) throws -> [Ball]

  /// The largest width of the derivative's enclosure, or `nil` if one has no number in common with the
  /// quotient.
  func width(at points: [Double]) throws -> Double? {
    let step = 0x1p-30
    var widest = 0.0
    for point in points {
      let whole = Ball(point + step / 2).widened(by: step / 2)
      let (before, after) = (try function(Ball(point)), try function(Ball(point + step)))
      for (slope, (y, z)) in zip(try derivative(whole), zip(before, after)) {
        guard ((z - y) / Ball(step) - slope).mayBeZero else { return nil }
        widest = max(widest, slope.radiusBound)
      }
    }
    return widest
  }
}
