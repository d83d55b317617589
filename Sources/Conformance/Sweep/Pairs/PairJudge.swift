import Arithmetic
import SoftmaxFamily
import SoftmaxLaws
import SoftmaxReference

/// Judges the answer to one pair by the certified reference, as the accuracy law of the operation does.
struct PairJudge: Sendable {
  let operation: SoftmaxFamily.Operation
  let contract: Contract

  init(_ operation: SoftmaxFamily.Operation, claiming claims: Claims) {
    self.operation = operation
    contract = Contract(claims, in: .binary16)
  }

  /// The certified entries at a pair.
  func certified(_ x: [Double]) -> [Ball] {
    (try? Reference.evaluate(operation, [Tensor(x)]))?.elements ?? []
  }

  /// What the contract allows at a pair, entry by entry.
  func bounds(_ x: [Double]) -> [Double] {
    zip(contract.bounds(operation, [Tensor(x)]), certified(x)).map {
      $0.bound(of: $1.magnitudeBound)
    }
  }

  /// Judges an answer; `entry` is the one with the largest error beside its bound.
  func judgement(at x: [Double], of answer: [Double]) -> (
    judgement: SweepJudge.Judgement, entry: Int, rounded: [Double]
  ) {
    let arguments = [Tensor(x)]
    let rounding = try? CorrectRounding(of: operation, arguments, in: .binary16)
    var judgement = SweepJudge.Judgement(isFalsified: true, ratio: .infinity)
    guard let returned = try? subject(returning: answer).answer(arguments) else {
      return (judgement, 0, rounding?.values ?? answer)
    }
    let certified = certified(x)
    let finding = Finding.equal(
      returned.enclosure, Tensor(shape: returned.enclosure.shape, certified))
    judgement.isFalsified = finding.isFalsified
    judgement.isVacuous = finding.isVacuous
    judgement.ratio = finding.ratio
    judgement.ulps = zip(answer, certified).map(ulps).max() ?? 0
    return (judgement, finding.comparison?.index ?? 0, rounding?.values ?? answer)
  }

  /// Whether the second arithmetic agrees that an entry is further from the value than its bound.
  func isConfirmed(at x: [Double], _ answer: Double, entry: Int) -> Bool {
    guard answer.isFinite, x.allSatisfy(\.isFinite),
      let wide = try? Definition.evaluate(operation, [Tensor(x)], bits: 256)
    else { return true }
    let certified = Ball(enclosing: wide[entry])
    let reach = contract.bounds(operation, [Tensor(x)])[entry].bound(of: certified.magnitudeBound)
    return !(Ball(answer).widened(by: reach) - certified).mayBeZero
  }

  private func ulps(_ answer: Double, _ certified: Ball) -> Double {
    guard certified.isReal, answer.isFinite else { return answer.isFinite ? 0 : .infinity }
    let distance = (Ball(answer) - certified).magnitude
    return (distance / Ball(Format.binary16.ulp(of: certified.value))).value
  }

  private func subject(returning answer: [Double]) -> Function {
    let shape = operation == .softmax ? [2] : []
    let implementation = Implementation(
      "answer", claims: contract.claims, operations: [operation: [.binary16]]
    ) { _ throws(CallFailure) in Reply(shape: shape, values: answer) }
    return Subject(implementation, in: .binary16).function(operation)
  }
}
