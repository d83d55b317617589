import Arithmetic
import Foundation
import SoftmaxFamily

/// Faults that couple the rows of a call, or let one call see another.
extension Mutant {
  static let ofState = [scratchMaximum, scratchSum, race]

  static let ofBatches = [
    globalMaximum, firstMaximumStored, firstScale, firstRow, strideRounded,
  ]

  private static let globalMaximum = Mutant(
    FaultDescription(
      "A22", "max-over-all-rows", in: .softmax, or: [.logSumExp],
      "the maximum is taken over the whole batch", advice: "look at the axis of the maximum",
      from: "common in teaching code", seenBy: "batch-softmax")
  ) { call, control, _ throws(CallFailure) in
    guard call.rows > 1, call.operation == .softmax || call.operation == .logSumExp else {
      return try control.evaluate(call)
    }
    let maximum = call.arguments[0].values.max() ?? 0
    let reply = try control.evaluate(call)
    let size = reply.values.count / call.rows
    let values = call.rows(of: 0).enumerated().flatMap { index, x in
      // A row so far below the common maximum that all its exponentials vanish has no sum.
      let isLost = (x.max() ?? 0) - maximum < call.format.vanishingExponent
      let row = reply.values[index * size..<(index + 1) * size]
      guard isLost else { return Array(row) }
      return row.map { _ in call.operation == .softmax ? .nan : -.infinity }
    }
    return Reply(shape: reply.shape, values: values)
  }

  private static let firstMaximumStored = Mutant(
    FaultDescription(
      "C11", "max-of-neighbour-row", in: .logSoftmax, or: [.softmax],
      "the second of two rows is shifted by the maximum of the first",
      advice: "check which maximum is stored for the second vector", from: "pytorch#156379",
      seenBy: "batch-logsoftmax"), with: [2, 4]
  ) { call, control, group throws(CallFailure) in
    let reply = try control.evaluate(call)
    guard call.rows > 1, call.operation == .logSoftmax || call.operation == .softmax else {
      return reply
    }
    let rows = call.rows(of: 0)
    let size = reply.values.count / call.rows
    let values = rows.indices.flatMap { index in
      let neighbour = rows[index - index % Int(group)].max() ?? 0
      let gap = (rows[index].max() ?? 0) - neighbour
      let row = reply.values[index * size..<(index + 1) * size]
      return row.map { number in
        if gap > -call.format.vanishingExponent {
          return call.operation == .softmax ? Double.nan : -.infinity
        }
        return gap < call.format.vanishingExponent
          ? (call.operation == .softmax ? .nan : .infinity) : number
      }
    }
    return Reply(shape: reply.shape, values: values)
  }

  private static let firstScale = Mutant(
    FaultDescription(
      "C16", "scale-of-another-row", in: .scaledSoftmax, or: [.reducedSoftmax],
      "a row uses the scale of another one", advice: "look at the index of a broadcast argument",
      from: "llama.cpp#10683", seenBy: "batch-scaled-softmax"), with: [1, 2]
  ) { call, control, period throws(CallFailure) in
    guard call.arguments.count > 1, call.arguments[1].shape.isEmpty else {
      return try control.evaluate(call)
    }
    let scales = call.rows(of: 1)
    let folded = scales.indices.map { scales[$0 % Int(period)] }
    return try control.evaluate(call.replacing(1, by: folded))
  }

  private static let firstRow = Mutant(
    FaultDescription(
      "J05", "first-row-for-all", in: .reducedSoftmax, or: [.softmax, .logSumExp],
      "every row has the result of the first one", advice: "look at the shape of batch and event",
      from: "probability#145", seenBy: "batch-soft"), with: [0, 1]
  ) { call, control, kept throws(CallFailure) in
    let reply = try control.evaluate(call)
    guard call.rows > 1 else { return reply }
    let size = reply.values.count / call.rows
    let values = (0..<call.rows).flatMap { row in
      let used = kept == 0 ? 0 : max(0, row - 1)
      return reply.values[used * size..<(used + 1) * size]
    }
    return Reply(shape: reply.shape, values: values)
  }

  private static let strideRounded = Mutant(
    FaultDescription(
      "C04", "stride-taken-for-packed", in: .softmax, or: [.logSoftmax, .logSumExp],
      "rows are read at another stride than they are stored with",
      advice: "look at the stride of the rows, which need not be their length",
      from: "mlx#657, TransformerEngine#2734, rocm-libraries#11387", seenBy: "batch-softmax"),
    with: [4, 8, 2]
  ) { call, control, width throws(CallFailure) in
    let values = call.arguments[0].values
    let n = call.arguments[0].shape.last ?? 1
    let stride = (n + Int(width) - 1) / Int(width) * Int(width)
    guard call.rows > 1, call.arguments[0].shape.count == 1, stride != n else {
      return try control.evaluate(call)
    }
    let rows = (0..<call.rows).map { row in
      (0..<n).map { values[(row * stride + $0) % values.count] }
    }
    return try control.evaluate(call.replacing(0, by: rows))
  }

  private static let scratchMaximum = Mutant(
    FaultDescription(
      "K01", "scratch-max-kept", in: .softmax, or: [.logSumExp, .logSoftmax],
      "the running maximum is not reset between calls",
      advice: "check where the scratch memory of the reduction is initialised",
      from: "llama.cpp#26385, llama.cpp#4742, neon#171", seenBy: "softmax-oracle"),
    remembering: -Double.infinity
  ) { call, reply, kept, _ in
    let isReduction = call.operation == .logSumExp || call.operation == .logSoftmax
    guard call.operation.isNormalised || isReduction else { return reply }
    let maximum = call.arguments[0].values.max() ?? -.infinity
    let gap = kept - maximum
    kept = max(kept, maximum)
    guard gap > -call.format.vanishingExponent else { return reply }
    return Reply(
      shape: reply.shape, values: reply.values.map { _ in isReduction ? -.infinity : .nan })
  }

  private static let scratchSum = Mutant(
    FaultDescription(
      "K02", "scratch-sum-kept", in: .softmax, or: [.scaledSoftmax, .logSumExp],
      "the sum still holds a part of the call before",
      advice: "check where the sum is set to zero", from: "colibri#1098, composable_kernel#323",
      seenBy: "softmax-sum-one"), with: [0.5, 1, 0.125], remembering: 0.0
  ) { call, reply, kept, share in
    guard call.operation.isNormalised || call.operation == .logSumExp else { return reply }
    let rest = 1 + kept
    kept = share
    let values = reply.values.map {
      call.format.rounded(call.operation == .logSumExp ? $0 + log(rest) : $0 / rest)
    }
    return Reply(shape: reply.shape, values: values)
  }

  private static let race = Mutant(
    FaultDescription(
      "K03", "race", in: .softmax, or: [.logSumExp, .sigmoid],
      "once in a while one entry is read before it is written",
      advice: "look at the barriers around shared memory", from: "llm.c#847, LeetCUDA#251",
      seenBy: "softmax-oracle"), with: [7, 20, 3], remembering: 0
  ) { call, reply, count, period in
    count += 1
    guard count % Int(period) == 0, !reply.values.isEmpty else { return reply }
    return Reply(shape: reply.shape, values: reply.values.dropLast() + [0])
  }
}

extension SoftmaxFamily.Operation {
  /// Whether a row of exponentials is divided by its sum.
  fileprivate var isNormalised: Bool {
    switch self {
    case .softmax, .scaledSoftmax, .reducedSoftmax, .logSumExpGradient: true
    default: false
    }
  }
}

extension Format {
  /// A gap beyond which exp vanishes in the arithmetic of the format: binary32's or binary64's.
  fileprivate var vanishingExponent: Double { self == .binary64 ? -745.2 : -104 }
}
