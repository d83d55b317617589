import Arithmetic
import SoftmaxFamily
import SoftmaxReference

extension ElementScan {
  /// Judges a range whose answers are all the same number at once, if one verdict and one rounding hold in all
  /// of it; returns whether that was so.
  ///
  /// The largest errors are those at an end, as the function is monotone, but for what the bounds change in
  /// between: no more than a ten-thousandth of the largest, or a millionth of a bound.
  mutating func settles(_ chunk: Chunk, _ range: Range<Int>) -> Bool {
    let (first, last) = (range.lowerBound, range.upperBound - 1)
    guard chunk.wide == nil, range.count > 2, isUniform(chunk, range) else { return false }
    let (a, b) = (chunk.number(first), chunk.number(last))
    let answer = chunk.answer(first)
    let value = filter.enclosure(from: a, to: b)
    let rounded = format.rounded(value.low)
    guard rounded == format.rounded(value.high),
      let bounds = contract.bounds(of: function, from: a, to: b),
      let decision = decision(answer, value, bounds, a, b)
    else { return false }
    tally.inputs += range.count
    tally.count(answer, rounded: rounded, in: format, times: range.count)
    if decision.isVacuous { tally.vacuous += range.count }
    noteErrors(chunk, first, decision, least: bounds.least)
    noteErrors(chunk, last, decision, least: bounds.least)
    if decision.isFalsified { noteSimplest(chunk, first, ratio: 1, times: range.count) }
    return true
  }

  func decision(
    _ answer: Double, _ value: Enclosure, _ bounds: Contract.BoundRange, _ a: Double, _ b: Double
  ) -> FilterDecision? {
    if answer == 1, contract.allowsOne(of: function, from: a) { return .holds }
    let displacement = answer.isFinite ? filter.displacement(of: answer, from: a, to: b) : nil
    let decision = FilterDecision(answer, displacement, value, bounds, contract)
    return isDecidedAtEnds(answer, displacement, value, bounds, a, b) ? decision : nil
  }

  func isUniform(_ chunk: Chunk, _ range: Range<Int>) -> Bool {
    let first = chunk.answers[range.lowerBound].bitPattern
    var differences: UInt32 = 0
    for index in range { differences |= chunk.answers[index].bitPattern ^ first }
    return differences == 0
  }

  /// Whether no error inside a range exceeds those at the ends by more than the tally tells.
  func isDecidedAtEnds(
    _ answer: Double, _ displacement: Enclosure?, _ value: Enclosure,
    _ bounds: Contract.BoundRange, _ a: Double, _ b: Double
  ) -> Bool {
    guard let greatest = displacement?.greatestMagnitude else { return true }
    let distances = [distance(answer, at: a), distance(answer, at: b)]
    func isClose(_ inside: Double, _ atEnds: [Double]) -> Bool {
      inside <= (atEnds.max() ?? 0) * 1.0001 + 1e-6
    }
    let least = bounds.least.bound(of: value.leastMagnitude)
    let most = bounds.greatest.bound(of: value.greatestMagnitude)
    let (ulpOfLeast, ulpOfMost) = (
      format.ulp(of: value.leastMagnitude), format.ulp(of: value.greatestMagnitude)
    )
    return isClose(greatest / least, distances.map { $0 / most })
      && isClose(greatest / ulpOfLeast, distances.map { $0 / ulpOfMost })
  }
}
