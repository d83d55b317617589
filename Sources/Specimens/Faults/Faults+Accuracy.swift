import Arithmetic
import SoftmaxFamily

/// D and E. Merges of partial results, and approximations of the elementary functions.
extension Faults {
  static var ofAccuracy: [Fault<Scalar>] {
    [
      mergeWithoutRescaling, otherBase, truncatedSeries, rationalSigmoid, magicNumber,
      differenceFlipped, powersOfTwo, lowDegree, quantisedScale, logInsteadOfLogOfOnePlus,
    ]
  }

  private static var mergeWithoutRescaling: Fault<Scalar> {
    Fault(
      FaultDescription(
        "D06", "merge-without-rescaling", in: .logSumExp, or: [.softmax],
        "the sum so far is not rescaled, or the wrong way, when the running maximum rises",
        advice: "multiply the old sum by e^(old maximum − new maximum)",
        from: "flash-attention#404", seenBy: "lse-oracle"), with: [0, -1, 2, 0, -1]
    ) { kernels, direction in
      let sum: @Sendable (Kernels<Scalar>, [Scalar]) -> (maximum: Scalar, sum: Scalar) = {
        kernels, x in
        x.reduce((-Scalar.infinity, 0)) { state, number in
          let next = max(state.0, number)
          guard next > -.infinity else { return state }
          let gap = Scalar(direction) * (state.0 - next)
          let old = state.1 == 0 ? 0 : state.1 * (direction == 0 ? 1 : kernels.exponential(gap))
          return (next, old + kernels.exponential(number - next))
        }
      }
      kernels.logSumExpOfRow = { kernels, x in
        let (maximum, total) = sum(kernels, x)
        return maximum.isFinite ? maximum + kernels.logarithm(total) : maximum
      }
      kernels.softmaxOfRow = { kernels, x in
        let (maximum, total) = sum(kernels, x)
        return kernels.weights(x, less: maximum).map { $0 / total }
      }
    }
  }

  private static var otherBase: Fault<Scalar> {
    Fault(
      FaultDescription(
        "D07", "lse-in-another-base", in: .logSumExp,
        "the logarithm is in base two where a natural one is expected, or converted twice",
        advice: "look at the factors ln 2 and log₂ e at both ends of the kernel",
        from: "tokenspeed#571, attention-gym#205", seenBy: "lse-oracle"),
      with: [1.4426950408889634, 0.6931471805599453, 0.4342944819032518]
    ) { kernels, factor in
      let logSumExp = kernels.logSumExpOfRow
      kernels.logSumExpOfRow = { Scalar(factor) * logSumExp($0, $1) }
    }
  }

  private static var truncatedSeries: Fault<Scalar> {
    Fault(
      FaultDescription(
        "E01", "exp-flushed-early", in: .softmax, or: [.scaledSoftmax],
        "exp is a short series, and zero beyond a gap of thirteen",
        advice: "look at the approximation of exp in the kernel",
        from: "torch/nn#804, torch/nn#663",
        seenBy: "softmax-oracle"), with: [13, 10, 17]
    ) { kernels, cut in
      kernels.exponential = { x in
        guard x <= 0 else { return x.exponential }
        guard x > -Scalar(cut) else { return 0 }
        let series = exponentialSeries(-x / 8, degree: 4)
        let square = series * series
        let fourth = square * square
        return 1 / (fourth * fourth)
      }
    }
  }

  private static var rationalSigmoid: Fault<Scalar> {
    Fault(
      FaultDescription(
        "E03", "rational-sigmoid", in: .sigmoid, or: [.softplusDerivative],
        "an odd rational function and ½, clamped at ±18, which leaves [0, 1]",
        advice: "clamp the result, or use a form that is accurate for negative x",
        from: "onnxruntime#22557", seenBy: "sigmoid-oracle"), with: [18, 16, 20]
    ) { kernels, limit in
      kernels.sigmoidOfNumber = { _, x in
        rationalSigmoid(min(max(x, -Scalar(limit)), Scalar(limit)))
      }
    }
  }

  /// The published rational approximation of the sigmoid, of degrees nine and ten.
  private static func rationalSigmoid(_ x: Scalar) -> Scalar {
    let numerator = [
      4.37031012579801e-11, 1.15627324459942e-07, 6.08574864600143e-05, 8.51377133304701e-03,
      2.48287947061529e-01,
    ]
    let denominator = [
      6.10247389755681e-13, 5.76102136993427e-09, 6.29106785017040e-06, 1.70198817374094e-03,
      1.16817656904453e-01, 9.93151921023180e-01,
    ]
    let square = x * x
    let p = numerator.dropFirst().reduce(Scalar(numerator[0])) { $0 * square + Scalar($1) }
    let q = denominator.dropFirst().reduce(Scalar(denominator[0])) { $0 * square + Scalar($1) }
    return p * x / q + 0.5
  }

  private static var magicNumber: Fault<Scalar> {
    Fault(
      FaultDescription(
        "E05", "magic-number-rounding", in: .softplus, or: [.logSigmoid],
        "the exponent of exp is rounded by a magic number, which wraps around for huge arguments",
        advice: "clamp the argument of exp before its range reduction",
        from: "tt-metal#55798, tt-metal#55802, tt-metal#56418",
        showsIn: [.bfloat16, .binary32, .binary64], seenBy: "softplus-extremes"),
      with: [22, 20, 24]
    ) { kernels, bits in
      kernels.softplusOfNumber = { kernels, x in
        let wraps = abs(x) > Scalar(0.6931471805599453 * powerOfTwo(bits))
        let t = wraps ? 1 : kernels.exponential(-abs(x))
        return max(x, 0) + kernels.logarithmOfOnePlus(t)
      }
    }
  }

  private static func powerOfTwo(_ exponent: Double) -> Double {
    Double(sign: .plus, exponent: Int(exponent), significand: 1)
  }

  private static var differenceFlipped: Fault<Scalar> {
    Fault(
      FaultDescription(
        "E06", "difference-flipped", in: .softmax, or: [.scaledSoftmax],
        "1/Σ e^(x_i − x_j) with the indices exchanged",
        advice: "look at the sign of the difference in the table or the exponent",
        from: "hls4ml#42",
        seenBy: "softmax-order-preserving")
    ) { kernels, _ in
      kernels.softmaxOfRow = { kernels, x in
        x.map { number in 1 / kernels.sum(x.map { kernels.exponential(number - $0) }) }
      }
    }
  }

  private static var powersOfTwo: Fault<Scalar> {
    Fault(
      FaultDescription(
        "E07", "base-two", in: .softmax, or: [.scaledSoftmax],
        "powers of another base than e", advice: "look at the factor log₂ e before exp2",
        from: "CMSIS-NN documentation", seenBy: "softmax-odds-ratio"),
      with: [0.6931471805599453, 2.302585092994046, 1.4426950408889634]
    ) { kernels, logarithmOfBase in
      let softmax = kernels.softmaxOfRow
      kernels.softmaxOfRow = { softmax($0, $1.map { $0 * Scalar(logarithmOfBase) }) }
    }
  }

  private static var lowDegree: Fault<Scalar> {
    Fault(
      FaultDescription(
        "E08", "low-degree-exp", in: .softmax, or: [.sigmoid],
        "exp is a polynomial of low degree",
        advice: "look at the polynomial after the range reduction",
        from: "openvino#37857, MNN#235", seenBy: "softmax-oracle"), with: [3, 2, 4]
    ) { kernels, degree in
      kernels.exponential = { x in
        guard x > -80, x < 80 else { return x.exponential }
        let power = (x * Scalar(1.4426950408889634)).rounded(.down)
        let rest = x - power * Scalar(0.6931471805599453)
        let polynomial = exponentialSeries(rest, degree: Int(degree))
        return polynomial * Scalar(powerOfTwo(power.double))
      }
    }
  }

  /// `1 + x + x²/2! + …` up to a degree.
  private static func exponentialSeries(_ x: Scalar, degree: Int) -> Scalar {
    var sum: Scalar = 1
    for index in stride(from: degree, to: 0, by: -1) {
      let quotient = sum * x / Scalar(Double(index))
      sum = 1 + quotient
    }
    return sum
  }

  private static var quantisedScale: Fault<Scalar> {
    Fault(
      FaultDescription(
        "E09", "scale-quantised", in: .scaledSoftmax, or: [.reducedSoftmax],
        "the scale is rounded to few fractional bits",
        advice: "look at the fixed-point format of the temperature", from: "tflite-micro#3039",
        seenBy: "scaled-softmax-oracle"), with: [4, 2, 1]
    ) { functions, kernels, steps in
      let quantised: @Sendable (Scalar) -> Scalar = {
        ($0 * Scalar(steps)).rounded() / Scalar(steps)
      }
      functions.scaledSoftmax = { x, scale in kernels.softmax(x.map { quantised(scale) * $0 }) }
      functions.reducedSoftmax = { eta, scale in
        kernels.softmax([0] + eta.map { quantised(scale) * $0 })
      }
    }
  }

  private static var logInsteadOfLogOfOnePlus: Fault<Scalar> {
    Fault(
      FaultDescription(
        "D09", "log-instead-of-log1p", in: .softplus,
        or: [.logSigmoid, .binaryCrossEntropyWithLogits],
        "log(1 + t) where t may be less than a unit roundoff", advice: "use log1p",
        from: "pytorch#94333, cumo#481", seenBy: "softplus-oracle")
    ) { kernels, _ in
      kernels.logarithmOfOnePlus = { ($0 + 1).logarithm }
    }
  }
}
