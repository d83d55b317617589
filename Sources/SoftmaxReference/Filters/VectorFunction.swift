/// A function of eight numbers at once, with the bits of `ElementwiseFilter.value(_:)`.
protocol VectorFunction {
  /// The values.
  func value(_ x: SIMD8<Double>) -> SIMD8<Double>
  /// An upper bound of the relative error, with the roundings of an enclosure's ends.
  var relativeError: Double { get }
  /// An upper bound of the absolute error beside it.
  var absoluteError: Double { get }
}

extension VectorFunction {
  @inline(__always) var relativeError: Double { ElementwiseFilter.relativeError + 0x1p-51 }
  @inline(__always) var absoluteError: Double { 0 }

  /// `e^{−|x|}`, or `e^-700` beyond.
  @inline(__always)
  func tail(_ x: SIMD8<Double>) -> SIMD8<Double> {
    let bits =
      unsafeBitCast(x, to: SIMD8<UInt64>.self) & SIMD8(repeating: 0x7fff_ffff_ffff_ffff)
    let size = unsafeBitCast(bits, to: SIMD8<Double>.self)
    let limit = SIMD8<Double>(repeating: FilterArithmetic.greatestArgument)
    return FilterArithmetic8.exponential(minus: size.replacing(with: limit, where: limit .< size))
  }
}

/// A line.
struct Line8: VectorFunction {
  private let line: EnclosedLine

  init(_ line: EnclosedLine) { self.line = line }

  /// The rounding of an enclosure's ends alone.
  @inline(__always) var relativeError: Double { 0x1p-51 }
  @inline(__always) var absoluteError: Double { line.error }

  @inline(__always)
  func value(_ x: SIMD8<Double>) -> SIMD8<Double> {
    line.value + line.slope * (x - line.start)
  }
}

/// The sigmoid of numbers of one sign.
struct Sigmoid8: VectorFunction {
  /// The numerator is `constant + factor·t`: one, or `t` itself.
  private let constant: Double
  private let factor: Double

  init(isUpper: Bool) {
    constant = isUpper ? 1 : 0
    factor = isUpper ? 0 : 1
  }

  @inline(__always)
  func value(_ x: SIMD8<Double>) -> SIMD8<Double> {
    let t = tail(x)
    let numerator: SIMD8<Double> = t * factor + constant
    return numerator / (1 + t)
  }
}

/// The sigmoid's derivative.
struct SigmoidDerivative8: VectorFunction {
  @inline(__always)
  func value(_ x: SIMD8<Double>) -> SIMD8<Double> {
    let t = tail(x)
    let sum: SIMD8<Double> = 1 + t
    return t / (sum * sum)
  }
}

/// `±(max(±x, 0) + log1p(e^{−|x|}))` of numbers of one sign.
struct Softplus8: VectorFunction {
  /// `1`, `−1` or `0`: what `x` is multiplied by to be `max(±x, 0)`.
  let factor: Double
  /// `1`, or `−1` for the negative.
  let sign: Double

  @inline(__always)
  func value(_ x: SIMD8<Double>) -> SIMD8<Double> {
    let sum: SIMD8<Double> = x * factor + FilterArithmetic8.logarithm(onePlus: tail(x))
    return sum * sign
  }
}

/// The logit.
struct Logit8: VectorFunction {
  @inline(__always)
  func value(_ x: SIMD8<Double>) -> SIMD8<Double> { FilterArithmetic8.logit(x) }
}
