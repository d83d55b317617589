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
  let rounded: UnsafeMutablePointer<Float>

  /// The number of inputs that are screened together.
  static let strip = 512

  /// Creates a scan, given room for `strip` rounded numbers for as long as it lives.
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

  var format: Format { inputs.format }

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
  var seams: [UInt64] {
    var seams: Set<UInt64> = [1, inputs.infinity, inputs.infinity + 1]
    if function == .logit {
      let (half, one) = (format.bits(of: 0.5), format.bits(of: 1))
      seams.formUnion([half, one, one + 1])
      let least = contract.working.leastNormal
      if format.contains(least) { seams.insert(format.bits(of: least)) }
    }
    return seams.sorted()
  }

  mutating func scanPiece(_ chunk: Chunk, _ range: Range<Int>) {
    if let allowed = special.allowed(at: chunk.number(range.lowerBound)) {
      scanSpecial(chunk, range, allowed: allowed)
    } else {
      scanRegular(chunk, range)
    }
  }

  /// Judges answers that laws of special values are about, all by the same list.
  mutating func scanSpecial(
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
  mutating func scanRegular(_ chunk: Chunk, _ range: Range<Int>) {
    if isFiltered {
      if settles(chunk, range) { return }
      if format == .binary32, chunk.wide == nil { return scanVectors(chunk, range) }
    }
    guard range.count <= 16 else { return split(range, 4) { $0.scanRegular(chunk, $1) } }
    scanSingly(chunk, range)
  }

  /// Cuts a range into parts and scans each.
  mutating func split(
    _ range: Range<Int>, _ parts: Int, _ body: (inout Self, Range<Int>) -> Void
  ) {
    let size = (range.count + parts - 1) / parts
    for start in stride(from: range.lowerBound, to: range.upperBound, by: size) {
      body(&self, start..<min(start + size, range.upperBound))
    }
  }
}
