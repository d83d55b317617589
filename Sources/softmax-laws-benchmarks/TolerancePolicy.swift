import Arithmetic
import Conformance
import SoftmaxFamily

/// A rule by which others compare an answer with the expected one.
///
/// Each is written as its project has it; where the expected number is NaN or infinite there is
/// nothing to compare here, so that only finite expectations matter.
struct TolerancePolicy: Sendable {
  /// Who uses it, and how.
  let name: String
  private let accepts: @Sendable (_ returned: [Double], _ expected: [Double], Operation) -> Bool

  /// Whether an answer passes beside the expected one, which is rounded to binary32.
  func passes(_ record: Subject.Record) -> Bool {
    let expected = record.certified.elements.map { Format.binary32.rounded($0) }
    return accepts(record.returned.values, expected, record.operation)
  }

  /// The arguments, the number that is farthest off, and what was expected of it.
  func text(_ record: Subject.Record) -> String {
    let expected = record.certified.elements.map { Format.binary32.rounded($0) }
    let returned = record.returned.values
    let errors = zip(returned, expected).map { abs($0 - $1) / (abs($1) + 1e-7) }
    let place = errors.indices.max { errors[$0] < errors[$1] } ?? 0
    let arguments = record.arguments.map { argument in
      "\(argument.shape) " + argument.values.map { "\($0)" }.joined(separator: " ")
    }
    return "\(record.operation.rawValue)(\(arguments.joined(separator: "; ")))[\(place)] is "
      + "\(returned[place]), not \(expected[place]); rounding may make \(record.bounds[place])"
  }

  private init(
    _ name: String, _ accepts: @escaping @Sendable ([Double], [Double], Operation) -> Bool
  ) {
    self.name = name
    self.accepts = accepts
  }

  /// Compares number by number; an infinity is only equal to itself, and NaN to nothing.
  private init(
    _ name: String,
    each isClose: @escaping @Sendable (_ x: Double, _ truth: Double, _ count: Int) -> Bool
  ) {
    self.init(name) { returned, expected, _ in
      zip(returned, expected).allSatisfy { x, truth in
        x.isFinite && truth.isFinite ? isClose(x, truth, returned.count) : x == truth
      }
    }
  }

  /// `|returned − expected| ≤ atol + rtol |expected|`, as `numpy.allclose` and those after it.
  private init(_ name: String, rtol: Double, atol: Double) {
    self.init(name) { x, truth, _ in abs(x - truth) <= atol + rtol * abs(truth) }
  }

  /// The rules of other suites for binary32, the widest first.
  static let all = [
    // `math.isclose` with these defaults, in test_operators_and_elementwise_functions.py.
    TolerancePolicy("array-api-tests: rel_tol 0.25, abs_tol 1") { x, truth, _ in
      abs(x - truth) <= max(0.25 * max(abs(x), abs(truth)), 1)
    },
    TolerancePolicy("probabilities sum to one within 1e-5") {
      (returned: [Double], _: [Double], operation: Operation) in
      guard operation.givesProbabilities else { return true }
      return abs(returned.reduce(0, +) - 1) <= 1e-5
    },
    // The default of the backend tests' runner.
    TolerancePolicy("ONNX: rtol 1e-3, atol 1e-7", rtol: 1e-3, atol: 1e-7),
    TolerancePolicy("NumPy allclose: rtol 1e-5, atol 1e-8", rtol: 1e-5, atol: 1e-8),
    // The default of `torch.testing.assert_close` for float32.
    TolerancePolicy("PyTorch: rtol 1.3e-6, atol 1e-5", rtol: 1.3e-6, atol: 1e-5),
    // `check_close` of `jax.test_util`, by which gradients are checked.
    TolerancePolicy("JAX check_close: rtol and atol 1e-6 × size") { x, truth, count in
      abs(x - truth) <= 1e-6 * Double(count) * (1 + abs(truth))
    },
  ]
}

extension Operation {
  /// Whether the result is one probability vector.
  fileprivate var givesProbabilities: Bool {
    switch self {
    case .softmax, .scaledSoftmax, .reducedSoftmax, .logSumExpGradient: true
    default: false
    }
  }
}
