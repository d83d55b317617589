public import SoftmaxFamily

/// A function of one number in double arithmetic, with a proved bound on its error.
///
/// It stands in front of the reference: where an enclosure `y(1 ± 2^-47)` decides what is asked, whether a
/// number is within a bound, to which value of a narrower format the true one is rounded, no
/// certified ball is needed. In binary32 that leaves some `2^-22` of all inputs undecided.
///
/// With `t = e^{−|x|}`, known to `2^-50` by `FilterArithmetic`, the functions are `1/(1 + t)`, `t/(1 + t)`, `t/(1 + t)²` and
/// `max(±x, 0) + log1p t`. An error of `t` counts at most once in each, and there are at most five further roundings, or
/// `log1p`'s `2^-49` and one rounding: all relative errors are below `2^-48`.
public struct ElementwiseFilter: Sendable {
  /// An upper bound of the relative error of `value(_:)`.
  public static let relativeError = 0x1p-48

  /// The function.
  public let function: ElementwiseFunction

  /// Creates the filter of a function.
  public init(_ function: ElementwiseFunction) { self.function = function }

  /// Whether the value at a number has the proved error: not where it is too small for a double, at
  /// infinities and NaN, nor outside a logit's domain.
  public func accepts(_ x: Double) -> Bool {
    switch function {
    case .logit: x > 0x1p-200 && x < 1
    case .sigmoid, .softplusDerivative, .softplus, .lossOfZero: x.isFinite && x >= -700
    case .logSigmoid, .lossOfOne: x.isFinite && x <= 700
    case .sigmoidDerivative: abs(x) <= 700
    }
  }

  /// The function's value, within `2^-48` of itself where the number is accepted.
  public func value(_ x: Double) -> Double {
    switch function {
    case .logit: return FilterArithmetic.logit(x)
    case .sigmoid, .softplusDerivative:
      let t = tail(x)
      return (x < 0 ? t : 1) / (1 + t)
    case .sigmoidDerivative:
      let t = tail(x)
      let sum = 1 + t
      return t / (sum * sum)
    case .softplus, .lossOfZero: return softplus(x)
    case .lossOfOne: return softplus(-x)
    case .logSigmoid: return -softplus(-x)
    }
  }

  /// Encloses the value at a number of the function's domain.
  ///
  /// Where a value is below `e^-700 < 2^-1009` that is all that is said of it.
  public func enclosure(at x: Double) -> Enclosure {
    guard !accepts(x) else { return Enclosure(value(x), relativeError: Self.relativeError) }
    return function.isNegative ? Enclosure(-0x1p-1009, 0) : Enclosure(0, 0x1p-1009)
  }

  /// Encloses how far a finite answer is from the value at a number, with its sign.
  ///
  /// In the sigmoid's upper half the value is `1 − t/(1 + t)`, and it is the second term that has the relative error `2^-48`: an
  /// answer of one is known to be off by `t/(1 + t)` to as many digits, however small that is.
  public func displacement(of answer: Double, at x: Double) -> Enclosure {
    guard accepts(x) else {
      let value = enclosure(at: x)
      return Enclosure(answer - value.high, answer - value.low).widened(by: abs(answer) * 0x1p-51)
    }
    let isSigmoid = function == .sigmoid || function == .softplusDerivative
    let t = isSigmoid && x >= 0 ? tail(x) : 0
    let (base, offset): (Double, Double) =
      isSigmoid && x >= 0 ? (1, -t / (1 + t)) : (0, value(x))
    let known = answer - base
    let reach =
      abs(offset) * (Self.relativeError + 0x1p-51) + abs(known) * (known == 0 ? 0 : 0x1p-51)
    // Beyond its greatest argument the exponential is only known to be less.
    let rest = x > FilterArithmetic.greatestArgument && base == 1 ? abs(offset) : 0
    return Enclosure(known - offset - reach - rest, known - offset + reach)
  }

  /// Encloses how far one answer is from the values at all numbers between two of one sign.
  public func displacement(of answer: Double, from a: Double, to b: Double) -> Enclosure {
    displacement(of: answer, at: a).union(displacement(of: answer, at: b))
  }

  /// Encloses the values at all numbers between two of one sign, by monotony.
  public func enclosure(from a: Double, to b: Double) -> Enclosure {
    enclosure(at: a).union(enclosure(at: b))
  }

  /// `e^{−|x|}`, or `e^-700` beyond: of values that are accepted no digit depends on it there.
  @inline(__always)
  private func tail(_ x: Double) -> Double {
    FilterArithmetic.exponential(minus: min(abs(x), FilterArithmetic.greatestArgument))
  }

  @inline(__always)
  private func softplus(_ x: Double) -> Double {
    max(x, 0) + FilterArithmetic.logarithm(onePlus: tail(x))
  }
}
