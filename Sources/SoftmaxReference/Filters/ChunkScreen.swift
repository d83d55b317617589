import SoftmaxFamily

/// Looks through many answers of an implementation in binary32 at once for those that need a closer look.
///
/// For each input it evaluates the function in double, by its filter or on a line, rounds the value to
/// binary32, and compares the answer's distance from it with a threshold.
public struct ChunkScreen: Sendable {
  /// What distances are compared with: `min(relative·|y| + absolute, greatest)`.
  public struct Threshold: Sendable {
    /// The part proportional to the value.
    public var relative: Double
    /// The part that does not depend on it.
    public var absolute: Double
    /// The largest threshold.
    public var greatest: Double

    /// Creates a threshold.
    public init(relative: Double, absolute: Double, greatest: Double) {
      self.relative = relative
      self.absolute = absolute
      self.greatest = greatest
    }
  }

  /// The number of inputs that are looked at together.
  public static let stride = 8

  private let filter: ElementwiseFilter
  private let line: EnclosedLine?
  private let isUpper: Bool

  /// Creates the screen of a function for numbers of one sign, on a line if there is one.
  ///
  /// - Precondition: the filter accepts all inputs.
  public init(_ filter: ElementwiseFilter, line: EnclosedLine?, isNegative: Bool) {
    self.filter = filter
    self.line = line
    isUpper = !isNegative
  }

  /// Whether no answer is beyond its threshold and every value's rounding is certain; `rounded`
  /// takes the correctly rounded values.
  ///
  /// An answer that is no number is beyond every threshold.
  ///
  /// - Precondition: all three have as many elements, a multiple of `stride`.
  public func passes(
    _ inputs: UnsafePointer<Float>, _ answers: UnsafePointer<Float>, count: Int,
    within threshold: Threshold, rounded: UnsafeMutablePointer<Float>
  ) -> Bool {
    if let line {
      return scan(Line8(line), inputs, answers, count, threshold, rounded)
    }
    switch filter.function {
    case .sigmoid, .softplusDerivative:
      return scan(Sigmoid8(isUpper: isUpper), inputs, answers, count, threshold, rounded)
    case .sigmoidDerivative:
      return scan(SigmoidDerivative8(), inputs, answers, count, threshold, rounded)
    case .softplus, .lossOfZero:
      return scan(
        Softplus8(factor: isUpper ? 1 : 0, sign: 1), inputs, answers, count, threshold, rounded)
    case .lossOfOne:
      return scan(
        Softplus8(factor: isUpper ? 0 : -1, sign: 1), inputs, answers, count, threshold, rounded)
    case .logSigmoid:
      return scan(
        Softplus8(factor: isUpper ? 0 : -1, sign: -1), inputs, answers, count, threshold, rounded)
    case .logit: return scan(Logit8(), inputs, answers, count, threshold, rounded)
    }
  }

  @inline(__always)
  private func scan<Function: VectorFunction>(
    _ function: Function, _ inputs: UnsafePointer<Float>, _ answers: UnsafePointer<Float>,
    _ count: Int, _ threshold: Threshold, _ rounded: UnsafeMutablePointer<Float>
  ) -> Bool {
    let inputs = UnsafeRawPointer(inputs)
    let answers = UnsafeRawPointer(answers)
    let rounded = UnsafeMutableRawPointer(rounded)
    let greatest = SIMD8<Double>(repeating: threshold.greatest)
    var suspicious = SIMDMask<SIMD8<Int64>>(repeating: false)
    var uncertain = SIMD8<UInt32>(repeating: 0)
    for index in Swift.stride(from: 0, to: count * 4, by: 32) {
      let x = doubles(inputs, index)
      let y = function.value(x)
      let size = magnitude(y)
      let reach: SIMD8<Double> = size * function.relativeError + function.absoluteError
      let low = SIMD8<Float>(y - reach)
      let high = SIMD8<Float>(y + reach)
      uncertain |= bits(low) ^ bits(high)
      rounded.storeBytes(of: low, toByteOffset: index, as: SIMD8<Float>.self)
      let allowed: SIMD8<Double> = size * threshold.relative + threshold.absolute
      let limit = allowed.replacing(with: greatest, where: greatest .< allowed)
      // A comparison with NaN is false.
      suspicious .|= .!(magnitude(doubles(answers, index) - y) .<= limit)
    }
    return !any(suspicious) && uncertain.max() == 0
  }

  @inline(__always)
  private func doubles(_ numbers: UnsafeRawPointer, _ offset: Int) -> SIMD8<Double> {
    SIMD8<Double>(numbers.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self))
  }

  @inline(__always)
  private func bits(_ x: SIMD8<Float>) -> SIMD8<UInt32> {
    unsafeBitCast(x, to: SIMD8<UInt32>.self)
  }

  @inline(__always)
  private func magnitude(_ x: SIMD8<Double>) -> SIMD8<Double> {
    let bits = unsafeBitCast(x, to: SIMD8<UInt64>.self)
    return unsafeBitCast(
      bits & SIMD8(repeating: 0x7fff_ffff_ffff_ffff), to: SIMD8<Double>.self)
  }
}
