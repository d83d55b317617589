import Arithmetic
import Foundation
import SoftmaxFamily

/// Faults in narrow formats: arithmetic that is narrower than claimed, and paths of one format.
extension Mutant {
  static let ofNarrowFormats = [
    narrowDot, narrowSum, narrowSigmoid, unshiftedVectorPath,
  ]

  private static let narrowDot = Mutant(
    FaultDescription(
      "D02", "narrow-dot-in-backward", in: .softmaxVectorJacobianProduct,
      or: [.softmaxJacobianVectorProduct],
      "the inner product of the backward pass is accumulated in the storage format",
      advice: "look at the type of the accumulator in the backward kernel", from: "MIOpen#3427",
      showsIn: [.binary16, .bfloat16], seenBy: "vjp-formula"), with: [0, 1]
  ) { call, control, roundsProducts throws(CallFailure) in
    guard call.arguments.count == 2, call.rows == 1, call.format.precision <= 11 else {
      return try control.evaluate(call)
    }
    let format = call.format
    let softmax = Call(.softmax, in: .binary32, [call.arguments[0]])
    let g = try control.evaluate(softmax).values
    let v = call.arguments[1].values
    let mean = zip(g, v).reduce(0.0) { sum, pair in
      let product = pair.0 * pair.1
      return format.rounded(sum + (roundsProducts == 0 ? product : format.rounded(product)))
    }
    let values = zip(g, v).map { format.rounded($0 * ($1 - mean)) }
    return Reply(shape: [values.count], values: values)
  }

  private static let narrowSum = Mutant(
    FaultDescription(
      "D02b", "narrow-sum", in: .softmax, or: [.scaledSoftmax],
      "the sum of the exponentials is accumulated in the storage format",
      advice: "look at the type of the accumulator",
      from: "candle#3727, tract#2586, tt-metal#52045",
      showsIn: [.binary16, .bfloat16], seenBy: "softmax-sum-one"), with: [0, 1]
  ) { call, control, keepsExponentials throws(CallFailure) in
    guard call.rows == 1, call.format.precision <= 11 else { return try control.evaluate(call) }
    let format = call.format
    let scale = call.arguments.count > 1 ? call.arguments[1].values[0] : 1
    let x = call.arguments[0].values.map { scale * $0 }
    let maximum = x.max() ?? 0
    let weights = x.map { number in
      let weight = exp(number - maximum)
      return keepsExponentials == 0 ? weight : format.rounded(weight)
    }
    let sum = weights.reduce(0.0) { format.rounded($0 + $1) }
    return Reply(shape: [x.count], values: weights.map { format.rounded($0 / sum) })
  }

  private static let narrowSigmoid = Mutant(
    FaultDescription(
      "D04", "narrow-sigmoid", in: .sigmoid, or: [.softplusDerivative],
      "every step of the sigmoid is rounded to the storage format",
      advice: "look at the type of the intermediate results", from: "tensorflow#123104",
      showsIn: [.binary16, .bfloat16], seenBy: "sigmoid-oracle"), with: [0, 1]
  ) { call, control, form throws(CallFailure) in
    guard call.arguments.count == 1, call.format.precision <= 11 else {
      return try control.evaluate(call)
    }
    let format = call.format
    let values = call.arguments[0].values.map { x in
      let t = format.rounded(exp(form == 0 ? -abs(x) : -x))
      let sum = format.rounded(1 + t)
      return format.rounded((form == 0 && x < 0 ? t : 1) / sum)
    }
    return Reply(shape: call.arguments[0].shape, values: values)
  }

  private static let unshiftedVectorPath = Mutant(
    FaultDescription(
      "C12", "vector-path-unshifted", in: .softmax, or: [.scaledSoftmax],
      "the vector path of one format lacks the shift, the tail has it",
      advice: "look at the path of that format for long rows", from: "pytorch#62897",
      showsIn: [.bfloat16], seenBy: "softmax-oracle"), with: [16, 8, 32]
  ) { call, control, width throws(CallFailure) in
    let x = call.arguments[0].values
    guard call.format == .bfloat16, call.rows == 1, x.count >= Int(width) else {
      return try control.evaluate(call)
    }
    let scale = call.arguments.count > 1 ? call.arguments[1].values[0] : 1
    let weights = x.map { Double(expf(Float(scale * $0))) }
    let sum = Double(weights.reduce(Float(0)) { $0 + Float($1) })
    let values = weights.map { call.format.rounded($0 / sum) }
    return Reply(shape: [x.count], values: values)
  }
}
