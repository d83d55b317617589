import Arithmetic
import SoftmaxFamily

/// Counts consecutive inputs whose answers are in the wrong order.
struct DisorderScan {
  let inputs: SweepInputs
  let function: ElementwiseFunction
  let contract: Contract

  /// Counts among the answers to consecutive encodings of one sign, of which each but the last has a successor.
  func count(_ chunk: ElementScan.Chunk, count: Int, into tally: inout SweepTally) {
    let magnitude = chunk.first & (inputs.signBit - 1)
    let isNegative = chunk.first & inputs.signBit != 0
    // The last encoding that has a neighbour further from zero at which the function is monotone.
    guard let end = greatestMagnitude(isNegative: isNegative), end > magnitude else { return }
    let pairs = min(count - 1, Int(end - magnitude))
    guard pairs > 0 else { return }
    let towardsInfinity = function.direction(at: isNegative ? -1 : 1) * (isNegative ? -1 : 1)
    guard isDisordered(chunk.answers, pairs, rises: towardsInfinity > 0) else { return }
    for index in 0..<pairs {
      let (near, far) = (chunk.answer(index), chunk.answer(index + 1))
      let (less, more) = towardsInfinity > 0 ? (near, far) : (far, near)
      if less > more { note(chunk, index, less, more, into: &tally) }
    }
  }

  private func greatestMagnitude(isNegative: Bool) -> UInt64? {
    guard function == .logit else { return inputs.infinity }
    return isNegative ? nil : inputs.format.bits(of: 1)
  }

  private func isDisordered(
    _ answers: UnsafePointer<Float>, _ pairs: Int, rises: Bool
  ) -> Bool {
    var disorders: Int32 = 0
    if rises {
      for index in 0..<pairs { disorders |= answers[index] > answers[index + 1] ? 1 : 0 }
    } else {
      for index in 0..<pairs { disorders |= answers[index] < answers[index + 1] ? 1 : 0 }
    }
    return disorders != 0
  }

  /// Notes a pair; the answer `less`, which ought not to be the greater, belongs to the lesser value.
  private func note(
    _ chunk: ElementScan.Chunk, _ index: Int, _ less: Double, _ more: Double,
    into tally: inout SweepTally
  ) {
    tally.disorders += 1
    let isSigmoid = contract.isOrderedAsSigmoid(function)
    let slack = isSigmoid ? contract.sigmoidOrderSlack(of: abs(more)) : nil
    if let slack, less - more > slack { tally.disorderFailures += 1 }
    tally.note(
      disorder: SweepTally.Extreme(
        bits: chunk.bits(index), answer: chunk.answer(index), size: less - more,
        order: inputs.order(chunk.bits(index))))
  }
}
