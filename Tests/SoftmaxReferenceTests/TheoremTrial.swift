import Arithmetic
import SoftmaxFamily
import SoftmaxReference
import Synchronization
import Testing

/// One error theorem: an operation, and the claims that choose the form of its algorithm.
struct TheoremTrial: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let operation: SoftmaxFamily.Operation
  let claims: Claims

  init(
    _ operation: SoftmaxFamily.Operation, _ form: String = "",
    _ claim: (inout Claims) -> Void = { _ in }
  ) {
    var claims = Claims()
    claim(&claims)
    testDescription = form.isEmpty ? operation.rawValue : "\(operation.rawValue), \(form)"
    self.operation = operation
    self.claims = claims
  }

  /// The same trial with more claims.
  func claiming(_ claim: (inout Claims) -> Void) -> TheoremTrial {
    var claims = claims
    claim(&claims)
    return TheoremTrial(operation, testDescription) { $0 = claims }
  }

  /// The largest error that an honest implementation makes, in units of its bound.
  func worstRatio(in format: Format, rows: Int) throws -> Double {
    let contract = Contract(claims, in: format)
    var arithmetic = SimulatedArithmetic(contract, seed: 7)
    var worst = 0.0
    for (arguments, truths) in try TrialCases.cases(of: operation, in: format, count: rows) {
      let answers = arithmetic.evaluate(operation, arguments)
      let bounds = contract.bounds(operation, arguments)
      let truths = truths.elements
      for index in 0..<min(answers.count, truths.count, bounds.count) {
        let size = truths[index].magnitudeBound
        // What exceeds the format is infinite, and has no error.
        guard size <= format.greatestFinite else { continue }
        let bound = bounds[index].bound(of: size)
        worst = max(worst, ratio(of: answers[index], to: truths[index], bound: bound))
      }
    }
    return worst
  }

  /// The error of one answer in units of its bound; infinite where there is no answer.
  private func ratio(of answer: Double, to truth: Ball, bound: Double) -> Double {
    guard bound < .infinity else { return bound == .infinity ? 0 : .infinity }
    guard answer.isFinite else { return .infinity }
    // A bound may be smaller than what the certified value itself is uncertain by.
    let error = (Ball(answer) - truth.midpoint).magnitudeBound
    return error == 0 ? 0 : error / (bound + truth.radiusBound)
  }
}

extension TheoremTrial {
  /// Every operation without claims, and every algorithm that a claim can name.
  static let all: [TheoremTrial] =
    SoftmaxFamily.Operation.allCases.map { TheoremTrial($0) } + algorithms + sigmoids

  private static let algorithms: [TheoremTrial] =
    [Operation.softmax, .scaledSoftmax, .logSoftmax, .softmaxJacobian, .softmaxHessian].flatMap {
      operation in
      Claims.Algorithm.allCases.flatMap { algorithm in
        Claims.LogSumExpForm.allCases.map { form in
          TheoremTrial(operation, "\(algorithm) by \(form)") {
            $0.algorithm = algorithm
            $0.logSumExp = form
          }
        }
      }
    } + [
      TheoremTrial(.logSumExp, "log1p") { $0.logSumExp = .log1p },
      TheoremTrial(.logSumExp, "unshifted") { $0.algorithm = .unshifted },
    ]

  private static let sigmoids: [TheoremTrial] =
    [Operation.sigmoid, .sigmoidDerivative, .binaryCrossEntropyWithLogitsGradient].flatMap {
      operation in
      Claims.SigmoidForm.allCases.map { form in
        TheoremTrial(operation, "\(form)") { $0.sigmoid = form }
      }
    } + [TheoremTrial(.softplusDerivative, "without a division") { $0.algorithm = .expOfXMinusLSE }]
}

/// The inputs of trials with the certified values there, which are the same for all claims.
private enum TrialCases {
  private struct Key: Hashable {
    let operation: SoftmaxFamily.Operation
    let format: Format
  }

  typealias Case = (arguments: [Tensor], truths: Tensor)

  private static let known = Mutex<[Key: (inputs: TrialInputs, cases: [Case])]>([:])

  /// The first cases of an operation in a format.
  static func cases(
    of operation: SoftmaxFamily.Operation, in format: Format, count: Int
  ) throws -> ArraySlice<Case> {
    let key = Key(operation: operation, format: format)
    var (inputs, cases) =
      known.withLock { $0[key] } ?? (TrialInputs(format, seed: 11), [])
    guard cases.count < count else { return cases.prefix(count) }
    while cases.count < count {
      let arguments = inputs.arguments(of: operation)
      cases.append((arguments, try Reference.evaluate(operation, arguments)))
    }
    let result = (inputs, cases)
    known.withLock { $0[key] = result }
    return cases.prefix(count)
  }
}
