import Arithmetic
import SoftmaxFamily
import SoftmaxLaws
import SoftmaxReference

/// Judges one answer to one number by the certified reference, as the accuracy law of the operation does.
struct SweepJudge: Sendable {
  /// What is known of one answer.
  struct Judgement: Equatable {
    /// Whether no true value explains the answer.
    var isFalsified = false
    /// Whether the bound is too wide to mean anything.
    var isVacuous = false
    /// The error divided by the bound.
    var ratio = 0.0
    /// The error in units in the last place of the true value.
    var ulps = 0.0
    /// The correctly rounded value.
    var rounded = 0.0
  }

  let function: ElementwiseFunction
  let format: Format
  let contract: Contract

  init(_ function: ElementwiseFunction, in format: Format, claiming claims: Claims) {
    self.function = function
    self.format = format
    contract = Contract(claims, in: format)
  }

  /// Judges an answer to a number at which the function is a real number.
  func judgement(at x: Double, of answer: Double) -> Judgement {
    let arguments = function.arguments(x)
    var judgement = Judgement()
    if let rounding = try? CorrectRounding(of: function.operation, arguments, in: format) {
      judgement.rounded = rounding.values[0]
    }
    guard let returned = try? subject(returning: answer).answer(arguments),
      let certified = try? Reference.evaluate(function.operation, arguments)
    else {
      judgement.isFalsified = true
      judgement.ratio = .infinity
      return judgement
    }
    let finding = Finding.equal(returned.enclosure, certified)
    judgement.isFalsified = finding.isFalsified
    judgement.isVacuous = finding.isVacuous
    judgement.ratio = finding.ratio
    judgement.ulps = ulps(answer, from: certified[0])
    return judgement
  }

  /// The certified value at a number.
  func certified(at x: Double) -> Ball {
    let value = try? Reference.evaluate(function.operation, function.arguments(x))
    return value?[0] ?? Ball(.nan)
  }

  /// What the contract allows at a number.
  func bound(at x: Double) -> Double {
    contract.bound(of: function, at: x).bound(of: certified(at: x).magnitudeBound)
  }

  /// Whether the second arithmetic agrees that an answer is further from the value than its bound.
  ///
  /// Where the function is not a real number there is nothing to calculate.
  func isConfirmed(at x: Double, _ answer: Double) -> Bool {
    guard answer.isFinite, certified(at: x).isReal, x.isFinite,
      let wide = try? Definition.evaluate(
        function.operation, function.arguments(x), bits: 256)
    else { return true }
    let certified = Ball(enclosing: wide[0])
    let reach = contract.bound(of: function, at: x).bound(of: certified.magnitudeBound)
    return !(Ball(answer).widened(by: reach) - certified).mayBeZero
  }

  private func ulps(_ answer: Double, from certified: Ball) -> Double {
    guard certified.isReal, answer.isFinite else { return answer.isFinite ? 0 : .infinity }
    let distance = (Ball(answer) - certified).magnitude
    return (distance / Ball(format.ulp(of: certified.value))).value
  }

  /// The function of an implementation that returns one answer, as laws see it.
  private func subject(returning answer: Double) -> Function {
    let shape = function.target == nil ? [1] : []
    let implementation = Implementation(
      "answer", claims: contract.claims, operations: [function.operation: [format]]
    ) { _ throws(CallFailure) in Reply(shape: shape, values: [answer]) }
    return Subject(implementation, in: format).function(function.operation)
  }
}
