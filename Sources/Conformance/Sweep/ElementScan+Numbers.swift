import Arithmetic
import SoftmaxFamily
import SoftmaxReference

extension ElementScan {
  /// Judges every answer of a short range by itself.
  mutating func scanSingly(_ chunk: Chunk, _ range: Range<Int>) {
    let bounds =
      isFiltered
      ? contract.bounds(
        of: function, from: chunk.number(range.lowerBound), to: chunk.number(range.upperBound - 1))
      : nil
    for index in range { scanOne(chunk, index, bounds) }
  }

  mutating func scanOne(
    _ chunk: Chunk, _ index: Int, _ bounds: Contract.BoundRange?
  ) {
    let (x, answer) = (chunk.number(index), chunk.answer(index))
    guard isFiltered else { return escalate(chunk, index) }
    let value = filter.enclosure(at: x)
    let rounded = format.rounded(value.low)
    let displacement = answer.isFinite ? filter.displacement(of: answer, at: x) : nil
    guard rounded == format.rounded(value.high),
      let (decision, least) = decision(answer, at: x, displacement, value, bounds)
    else { return escalate(chunk, index) }
    tally.inputs += 1
    tally.count(answer, rounded: rounded, in: format)
    if decision.isVacuous { tally.vacuous += 1 }
    noteErrors(chunk, index, decision, least: least)
    if decision.isFalsified { noteSimplest(chunk, index, ratio: 1) }
  }

  /// What the filter decides of an answer by the bounds of its range, or by the bound at its own input.
  func decision(
    _ answer: Double, at x: Double, _ displacement: Enclosure?, _ value: Enclosure,
    _ bounds: Contract.BoundRange?
  ) -> (decision: FilterDecision, least: ErrorBound)? {
    if let bounds,
      let decision = FilterDecision(answer, displacement, value, bounds, contract)
    {
      return (decision, bounds.least)
    }
    guard let own = contract.bounds(of: function, from: x, to: x) else { return nil }
    return FilterDecision(answer, displacement, value, own, contract).map { ($0, own.least) }
  }

  /// Leaves an answer to the certified reference.
  mutating func escalate(_ chunk: Chunk, _ index: Int) {
    let answer = chunk.answer(index)
    let judgement = judge.judgement(at: chunk.number(index), of: answer)
    let place = extreme(chunk, index, 0)
    tally.count(judgement, answer, in: format) { size in
      SweepTally.Extreme(bits: place.bits, answer: answer, size: size, order: place.order)
    }
  }

  /// Notes the errors of an answer where they are larger than those so far.
  mutating func noteErrors(
    _ chunk: Chunk, _ index: Int, _ decision: FilterDecision, least: ErrorBound
  ) {
    let x = chunk.number(index)
    let value = filter.accepts(x) ? filter.value(x) : 0
    let distance = distance(chunk.answer(index), at: x)
    let ulps = distance / format.ulp(of: value)
    if ulps > tally.worstUlps?.size ?? -1 {
      tally.note(worstUlps: extreme(chunk, index, ulps))
    }
    guard !decision.isVacuous, distance > tally.worstRatio * least.bound(of: abs(value)) else {
      if tally.worst == nil, !decision.isVacuous { tally.note(worst: extreme(chunk, index, 0)) }
      return
    }
    let bound = contract.bound(of: function, at: x).bound(of: abs(value))
    let ratio = distance / bound
    // Rounding the quotient must not turn a verdict around.
    let certain = decision.isFalsified ? max(ratio, 1.0.nextUp) : min(ratio, 1)
    tally.note(worst: extreme(chunk, index, certain))
  }

  /// How far an answer is from the value; infinite if it is no number.
  func distance(_ answer: Double, at x: Double) -> Double {
    answer.isFinite ? abs(filter.displacement(of: answer, at: x).middle) : .infinity
  }

  mutating func noteFailure(_ chunk: Chunk, _ index: Int, ratio: Double) {
    noteSimplest(chunk, index, ratio: ratio)
    tally.note(worst: extreme(chunk, index, ratio))
  }

  /// Counts failures, of which the first is at an index.
  mutating func noteSimplest(
    _ chunk: Chunk, _ index: Int, ratio: Double, times: Int = 1
  ) {
    tally.failures += times
    tally.note(simplest: extreme(chunk, index, ratio))
  }

  func extreme(_ chunk: Chunk, _ index: Int, _ size: Double) -> SweepTally.Extreme {
    let bits = chunk.bits(index)
    return SweepTally.Extreme(
      bits: bits, answer: chunk.answer(index), size: size, order: inputs.order(bits))
  }
}
