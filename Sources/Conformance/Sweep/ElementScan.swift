import Arithmetic
import SoftmaxFamily
import SoftmaxReference

/// Judges the answers to consecutive encodings of one sign, and counts what it finds.
///
/// Whatever a filter or an enclosure of a whole range can decide with certainty is decided by it, and
/// nothing else: the counts are those of judging every input by the certified reference.
struct ElementScan {
  /// Answers to consecutive encodings.
  struct Chunk {
    /// The encoding of the first.
    let first: UInt64
    /// The numbers.
    let numbers: UnsafePointer<Float>
    /// The answers.
    let answers: UnsafePointer<Float>
    /// The answers as doubles, where they are no values of the format.
    let wide: [Double]?

    func number(_ index: Int) -> Double { Double(numbers[index]) }
    func answer(_ index: Int) -> Double { wide?[index] ?? Double(answers[index]) }
    func bits(_ index: Int) -> UInt64 { first &+ UInt64(index) }
  }

  let inputs: SweepInputs
  let function: ElementwiseFunction
  let contract: Contract
  let filter: ElementwiseFilter
  let judge: SweepJudge
  let special: SpecialAnswers
  /// Whether filters are used; without them the certified reference judges every input.
  let isFiltered: Bool
  /// The tally of what has been judged.
  var tally = SweepTally()
  /// Room for the rounded values of a strip of inputs.
  private let rounded: UnsafeMutablePointer<Float>

  /// The number of inputs that are screened together.
  static let strip = 512

  /// Creates a scan.
  ///
  /// - Parameter rounded: room for `strip` numbers, for as long as the scan lives.
  init(
    _ function: ElementwiseFunction, in format: Format, claiming claims: Claims,
    isFiltered: Bool = true, rounded: UnsafeMutablePointer<Float>
  ) {
    inputs = SweepInputs(format)
    self.function = function
    contract = Contract(claims, in: format)
    filter = ElementwiseFilter(function)
    judge = SweepJudge(function, in: format, claiming: claims)
    special = SpecialAnswers(function: function, contract: contract)
    self.isFiltered = isFiltered
    self.rounded = rounded
  }

  private var format: Format { inputs.format }

  /// Judges the answers of a chunk.
  mutating func scan(_ chunk: Chunk, count: Int) {
    let magnitude = chunk.first & (inputs.signBit - 1)
    var start = 0
    for seam in seams where seam > magnitude + UInt64(start) {
      let end = min(count, Int(seam - magnitude))
      if end > start { scanPiece(chunk, start..<end) }
      start = max(start, end)
    }
    if start < count { scanPiece(chunk, start..<count) }
  }

  /// The magnitudes at which what is expected of a function changes its kind.
  private var seams: [UInt64] {
    var seams: Set<UInt64> = [1, inputs.infinity, inputs.infinity + 1]
    if function == .logit {
      let (half, one) = (format.bits(of: 0.5), format.bits(of: 1))
      seams.formUnion([half, one, one + 1])
      let least = contract.working.leastNormal
      if format.contains(least) { seams.insert(format.bits(of: least)) }
    }
    return seams.sorted()
  }

  private mutating func scanPiece(_ chunk: Chunk, _ range: Range<Int>) {
    if let allowed = special.allowed(at: chunk.number(range.lowerBound)) {
      scanSpecial(chunk, range, allowed: allowed)
    } else {
      scanRegular(chunk, range)
    }
  }

  /// Judges answers that laws of special values are about, all by the same list.
  private mutating func scanSpecial(
    _ chunk: Chunk, _ range: Range<Int>, allowed: [Double]
  ) {
    tally.inputs += range.count
    tally.special += range.count
    if allowed.count == 1, allowed[0].isNaN, chunk.wide == nil {
      var numbers = 0
      for index in range {
        let answer = chunk.answers[index]
        numbers &+= answer == answer ? 1 : 0
      }
      if numbers == 0 { return }
    }
    for index in range where !special.allows(chunk.answer(index), among: allowed) {
      noteFailure(chunk, index, ratio: .infinity)
    }
  }

  /// Judges answers of which the error theorem says something.
  private mutating func scanRegular(_ chunk: Chunk, _ range: Range<Int>) {
    if isFiltered {
      if settles(chunk, range) { return }
      if format == .binary32, chunk.wide == nil { return scanVectors(chunk, range) }
    }
    guard range.count <= 16 else { return split(range, 4) { $0.scanRegular(chunk, $1) } }
    scanSingly(chunk, range)
  }

  /// Cuts a range into parts and scans each.
  private mutating func split(
    _ range: Range<Int>, _ parts: Int, _ body: (inout Self, Range<Int>) -> Void
  ) {
    let size = (range.count + parts - 1) / parts
    for start in stride(from: range.lowerBound, to: range.upperBound, by: size) {
      body(&self, start..<min(start + size, range.upperBound))
    }
  }
}

// MARK: - One by one

extension ElementScan {
  /// Judges every answer of a short range by itself.
  private mutating func scanSingly(_ chunk: Chunk, _ range: Range<Int>) {
    let bounds =
      isFiltered
      ? contract.bounds(
        of: function, from: chunk.number(range.lowerBound), to: chunk.number(range.upperBound - 1))
      : nil
    for index in range { scanOne(chunk, index, bounds) }
  }

  private mutating func scanOne(
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
  private func decision(
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
  private mutating func escalate(_ chunk: Chunk, _ index: Int) {
    let answer = chunk.answer(index)
    let judgement = judge.judgement(at: chunk.number(index), of: answer)
    let place = extreme(chunk, index, 0)
    tally.count(judgement, answer, in: format) { size in
      SweepTally.Extreme(bits: place.bits, answer: answer, size: size, order: place.order)
    }
  }

  /// Notes the errors of an answer where they are larger than those so far.
  private mutating func noteErrors(
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
  private func distance(_ answer: Double, at x: Double) -> Double {
    answer.isFinite ? abs(filter.displacement(of: answer, at: x).middle) : .infinity
  }

  private mutating func noteFailure(_ chunk: Chunk, _ index: Int, ratio: Double) {
    noteSimplest(chunk, index, ratio: ratio)
    tally.note(worst: extreme(chunk, index, ratio))
  }

  /// Counts failures, of which the first is at an index.
  private mutating func noteSimplest(
    _ chunk: Chunk, _ index: Int, ratio: Double, times: Int = 1
  ) {
    tally.failures += times
    tally.note(simplest: extreme(chunk, index, ratio))
  }

  private func extreme(_ chunk: Chunk, _ index: Int, _ size: Double) -> SweepTally.Extreme {
    let bits = chunk.bits(index)
    return SweepTally.Extreme(
      bits: bits, answer: chunk.answer(index), size: size, order: inputs.order(bits))
  }
}

// MARK: - Ranges with one answer

extension ElementScan {
  /// Judges a range whose answers are all the same number at once, if one verdict and one rounding hold in all
  /// of it; returns whether that was so.
  ///
  /// The largest errors are those at an end, as the function is monotone, but for what the bounds change in
  /// between: no more than a ten-thousandth of the largest, or a millionth of a bound.
  private mutating func settles(_ chunk: Chunk, _ range: Range<Int>) -> Bool {
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

  private func decision(
    _ answer: Double, _ value: Enclosure, _ bounds: Contract.BoundRange, _ a: Double, _ b: Double
  ) -> FilterDecision? {
    if answer == 1, contract.allowsOne(of: function, from: a) { return .holds }
    let displacement = answer.isFinite ? filter.displacement(of: answer, from: a, to: b) : nil
    let decision = FilterDecision(answer, displacement, value, bounds, contract)
    return isDecidedAtEnds(answer, displacement, value, bounds, a, b) ? decision : nil
  }

  private func isUniform(_ chunk: Chunk, _ range: Range<Int>) -> Bool {
    let first = chunk.answers[range.lowerBound].bitPattern
    var differences: UInt32 = 0
    for index in range { differences |= chunk.answers[index].bitPattern ^ first }
    return differences == 0
  }

  /// Whether no error inside a range exceeds those at the ends by more than the tally tells.
  private func isDecidedAtEnds(
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

// MARK: - Vectors

extension ElementScan {
  /// Judges a range in binary32 by the screen, strip by strip; what the screen notices is judged singly.
  private mutating func scanVectors(_ chunk: Chunk, _ range: Range<Int>) {
    guard range.count <= 4096 else { return split(range, 4) { $0.scanRegular(chunk, $1) } }
    let (a, b) = (chunk.number(range.lowerBound), chunk.number(range.upperBound - 1))
    guard range.count >= ChunkScreen.stride, filter.accepts(a), filter.accepts(b) else {
      return scanSingly(chunk, range)
    }
    let value = filter.enclosure(from: a, to: b)
    guard let bounds = contract.bounds(of: function, from: a, to: b),
      bounds.greatest.bound(of: value.greatestMagnitude) * 8.0001 <= value.leastMagnitude
    else {
      if range.count > 64 { return split(range, 4) { $0.scanRegular(chunk, $1) } }
      return scanSingly(chunk, range)
    }
    let line = filter.line(from: a, to: b).flatMap { line in
      // A line is of use where it leaves as few roundings open as the filter.
      line.error <= format.ulp(of: value.leastMagnitude) * 0x1p-21 ? line : nil
    }
    // The threshold has to tell a distance from the error that it is known to.
    let error = line?.error ?? value.greatestMagnitude * 0x1p-47
    guard bounds.least.bound(of: value.leastMagnitude) * 0x1p-20 >= error else {
      if range.count > 64 { return split(range, 4) { $0.scanRegular(chunk, $1) } }
      return scanSingly(chunk, range)
    }
    let screen = ChunkScreen(filter, line: line, isNegative: a < 0)
    let whole = range.count / ChunkScreen.stride * ChunkScreen.stride
    let end = range.lowerBound + whole
    for start in stride(from: range.lowerBound, to: end, by: Self.strip) {
      let strip = start..<min(start + Self.strip, end)
      if !passes(chunk, strip, screen, bounds.least, value) {
        for index in strip { scanOne(chunk, index, bounds) }
      }
    }
    if end < range.upperBound { scanSingly(chunk, end..<range.upperBound) }
  }

  /// Counts the answers of a strip if none of them needs a closer look.
  ///
  /// A closer look needs what may be a larger error than any so far, in either measure. The threshold is less by `2^-19` of
  /// itself, far more than the error of a line, `2^-21` units in the last place, or of the filter.
  private mutating func passes(
    _ chunk: Chunk, _ strip: Range<Int>, _ screen: ChunkScreen, _ bound: ErrorBound,
    _ value: Enclosure
  ) -> Bool {
    let factor = min(tally.worstRatio, 1) * (1 - 0x1p-19)
    let ulps = (tally.worstUlps?.size ?? 0) * (1 - 0x1p-19)
    let threshold = ChunkScreen.Threshold(
      relative: bound.relative * factor, absolute: bound.absolute * factor,
      greatest: ulps * format.ulp(of: value.leastMagnitude))
    let start = strip.lowerBound
    guard
      screen.passes(
        chunk.numbers + start, chunk.answers + start, count: strip.count, within: threshold,
        rounded: rounded)
    else { return false }
    tally.inputs += strip.count
    countSteps(chunk, strip)
    return true
  }

  /// Counts the distances of a strip's answers from the rounded values.
  private mutating func countSteps(_ chunk: Chunk, _ strip: Range<Int>) {
    let answers = chunk.answers + strip.lowerBound
    var (equal, above, below): (Int32, Int32, Int32) = (0, 0, 0)
    for index in 0..<strip.count {
      let steps = answers[index].bitPattern &- rounded[index].bitPattern
      equal &+= steps == 0 ? 1 : 0
      above &+= steps == 1 ? 1 : 0
      below &+= steps == .max ? 1 : 0
    }
    let isNegative = rounded[0] < 0
    guard Int(equal + above + below) == strip.count else {
      for index in 0..<strip.count {
        tally.count(Double(answers[index]), rounded: Double(rounded[index]), in: format)
      }
      return
    }
    tally.histogram.count(0, times: Int(equal))
    tally.histogram.count(isNegative ? -1 : 1, times: Int(above))
    tally.histogram.count(isNegative ? 1 : -1, times: Int(below))
    tally.misrounded += Int(above + below)
  }
}
