import Arithmetic

/// The error theorems of functions of one number, over a range of numbers.
extension Contract {
  /// The least and the greatest bounds of a function on a range, part by part.
  public struct BoundRange: Sendable, Equatable {
    /// No bound in the range is less.
    public let least: ErrorBound
    /// No bound in the range is greater.
    public let greatest: ErrorBound

    /// Creates the range between two bounds.
    public init(least: ErrorBound, greatest: ErrorBound) {
      self.least = least
      self.greatest = greatest
    }

    /// Creates the range of two bounds, in either order, widened by a relative amount.
    init(between a: ErrorBound, _ b: ErrorBound, slack: Double) {
      func scaled(_ relative: Double, _ absolute: Double, _ factor: Double) -> ErrorBound {
        ErrorBound(relative: relative * factor, absolute: absolute * factor)
      }
      least = scaled(
        min(a.relative, b.relative), min(a.absolute, b.absolute), 1 - slack)
      greatest = scaled(
        max(a.relative, b.relative), max(a.absolute, b.absolute), 1 + slack)
    }
  }

  /// The bound of a function at a number: that of its operation there.
  public func bound(of function: ElementwiseFunction, at x: Double) -> ErrorBound {
    switch function {
    case .sigmoid: sigmoid(x)
    case .softplusDerivative: softplusDerivative(x)
    case .softplus: softplus(at: x)
    case .logSigmoid: softplus(at: -x)
    case .logit: logit(x)
    case .sigmoidDerivative: sigmoidDerivative(x)
    case .lossOfZero, .lossOfOne: binaryCrossEntropyWithLogits([function.target ?? 0], [x])
    }
  }

  /// Encloses the bounds of a function at all numbers between two of one sign; `nil` where a theorem
  /// changes its case between them.
  ///
  /// Within one case the bounds of T5, T6, T7 and of the logit are sums and products of terms that each rise or fall with
  /// the number, `σ(±x)`, `e^{−|x|}`, `−log p(1 − p)` or a unit in the last place, and of
  /// constants. So each part is between those at the two ends, with one exception: where `e^{−|x|}` is
  /// absorbed in `1/(1 + t)`, one term rises as the other falls; but then `σ` is within `1 ± u`
  /// of one, and so is the first term of what it is at the other end, where `E < ½`. What is computed follows what is
  /// monotone up to the C library's errors, far below `2^-30`. The derivatives are taken apart further. The logit's range does not hold `½`
  /// inside, where its bound has its minimum.
  public func bounds(
    of function: ElementwiseFunction, from a: Double, to b: Double
  ) -> BoundRange? {
    guard a != b else {
      let bound = bound(of: function, at: a)
      return BoundRange(least: bound, greatest: bound)
    }
    guard exponentialError < 0.5,
      theoremCase(of: function, at: a) == theoremCase(of: function, at: b)
    else { return nil }
    let slack = 4 * u + 0x1p-30
    switch function {
    case .sigmoidDerivative: return sigmoidDerivative(from: a, to: b, slack: slack)
    case .softplusDerivative: return softplusDerivative(from: a, to: b, slack: slack)
    case .sigmoid, .softplus, .logSigmoid, .logit, .lossOfZero, .lossOfOne:
      return BoundRange(
        between: bound(of: function, at: a), bound(of: function, at: b), slack: slack)
    }
  }

  /// Whether an answer of one is within the sigmoid's bound at a number and at all greater ones, and that is less than
  /// a sixteenth.
  ///
  /// There `1 + t` is one. With `c = t/(1 + t)`, what one is off by, T5 allows at least `(E c + t(1 + E))(1 − c) ≥ c(1 + E)`, as
  /// `t(1 − c) = c`; the error divided by the bound grows by less than `2u` of itself from
  /// one number to a greater one.
  public func allowsOne(of function: ElementwiseFunction, from x: Double) -> Bool {
    guard function == .sigmoid || function == .softplusDerivative, claims.sigmoid != .tanh else {
      return false
    }
    return x > 0 && sigmoidCase(x).isAbsorbed && bound(of: function, at: x).bound(of: 1) < 0x1p-4
  }

  /// As `sigmoidDerivative(_:)`, with each of `B`, `σ` and the slope at its least and its greatest.
  private func sigmoidDerivative(from a: Double, to b: Double, slack: Double) -> BoundRange {
    let (v, w) = (sigmoidValue(a), sigmoidValue(b))
    let errors = BoundRange(between: workingSigmoid(a), workingSigmoid(b), slack: slack)
    let (slopeAtA, slopeAtB) = (abs(1 - 2 * v) + 0x1p-30, abs(1 - 2 * w) + 0x1p-30)
    func bound(_ error: ErrorBound, _ value: Double, _ slope: Double) -> ErrorBound {
      let error = error.bound(of: value)
      let absolute = error * (slope + error) + 3 * u * (value + error) * (1 + u)
      return stored(ErrorBound(absolute: absolute + tiny))
    }
    return BoundRange(
      between: bound(errors.least, min(v, w), min(slopeAtA, slopeAtB)),
      bound(errors.greatest, max(v, w), max(slopeAtA, slopeAtB)), slack: slack)
  }

  /// What a theorem distinguishes at a number.
  private struct TheoremCase: Equatable {
    var isUpper = false
    var isAbsorbed = false
    var isFlushed = false
  }

  private func theoremCase(of function: ElementwiseFunction, at x: Double) -> TheoremCase {
    switch function {
    case .sigmoid, .softplusDerivative: sigmoidCase(x)
    case .sigmoidDerivative: unrounded.sigmoidCase(x)
    case .softplus: TheoremCase(isUpper: x > 0)
    case .logSigmoid: TheoremCase(isUpper: x < 0)
    case .logit: TheoremCase(isUpper: x >= 0.5, isFlushed: flushed(x) != 0)
    case .lossOfZero, .lossOfOne: TheoremCase()
    }
  }

  private func sigmoidCase(_ x: Double) -> TheoremCase {
    guard claims.sigmoid != .tanh else { return TheoremCase() }
    let size = Upper.exponential(-abs(x))
    let isAbsorbed = size * (1 + exponentialError) + exponentialTiny < u
    let isFlushed = flushes && size < working.leastNormal * (1 + 2 * exponentialError)
    return TheoremCase(isUpper: x >= 0, isAbsorbed: isAbsorbed, isFlushed: isFlushed)
  }
}
