import Arithmetic
import SoftmaxFamily
import SoftmaxReference

/// Asks an implementation for softmax or log-sum-exp of a block of pairs in both orders, and judges the answers.
///
/// Whatever the screen can decide with certainty is decided by it, and nothing else. Of errors below a millionth of their
/// bounds, as where the lesser number vanishes beside the greater, it does not tell which is the largest.
final class PairScan {
  /// The number of partners of a call.
  private static let callSize = 1 << 12

  private let operation: SoftmaxFamily.Operation
  private let implementation: Implementation
  private let judge: PairJudge
  private let least: ErrorBound?
  private let vacuity: Vacuity?
  private let shouldStop: @Sendable () -> Bool
  private let pairs: UnsafeMutableBufferPointer<Float>
  /// The answers to the pairs, and to the pairs in the other order.
  private let answers: [UnsafeMutableBufferPointer<Float>]
  private let values = (0..<1 << 16).map { Float(Format.binary16.value(bits: UInt64($0))) }
  /// What has been counted of the block.
  private(set) var tally = SweepTally()

  init(
    _ operation: SoftmaxFamily.Operation, of implementation: Implementation,
    isFiltered: Bool = true,
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) {
    self.operation = operation
    self.implementation = implementation
    self.shouldStop = shouldStop
    judge = PairJudge(operation, claiming: implementation.claims)
    least = isFiltered ? judge.contract.leastBoundOfPairs : nil
    vacuity = Vacuity(judge.contract)
    pairs = .allocate(capacity: 2 * Self.callSize)
    pairs.initialize(repeating: 0)
    answers = (0..<2).map { _ in .allocate(capacity: 2 * Self.callSize) }
    for buffer in answers { buffer.initialize(repeating: 0) }
  }

  deinit {
    pairs.deallocate()
    for buffer in answers { buffer.deallocate() }
  }

  private var width: Int { operation == .softmax ? 2 : 1 }

  /// Judges all pairs of a block; `nil` if the sweep was stopped in its midst.
  ///
  /// - Throws: `CallFailure` where there were no answers.
  func tally(ofBlock block: Int) throws(CallFailure) -> SweepTally? {
    tally = SweepTally()
    for row in PairInputs.rows(ofBlock: block) {
      // Zeros, numbers, infinity and NaN of either sign.
      for part in [0..<0x7c00, 0x7c00..<0x8000, 0x8000..<0xfc00, 0xfc00..<0x1_0000] {
        let partners = part.clamped(to: row..<0x1_0000)
        for start in stride(from: partners.lowerBound, to: partners.upperBound, by: Self.callSize) {
          if shouldStop() { return nil }
          try scan(row, start..<min(start + Self.callSize, partners.upperBound))
        }
      }
    }
    return tally
  }

  /// Judges one number beside others whose encodings follow each other, all of them finite or none.
  func scan(_ row: Int, _ partners: Range<Int>) throws(CallFailure) {
    let wide = [
      try answer(row, partners, isMirrored: false), try answer(row, partners, isMirrored: true),
    ]
    let isSpecial = !values[row].isFinite || !values[partners.lowerBound].isFinite
    guard wide[0] == nil, wide[1] == nil, !isSpecial, let least else {
      for index in partners.indices {
        judgeBoth(row, partners[index], index - partners.lowerBound, wide)
      }
      return
    }
    let whole = partners.count / 8 * 8
    for start in stride(from: 0, to: whole, by: 8) {
      screen(row, partners.lowerBound + start, start, least)
    }
    for index in whole..<partners.count {
      judgeBoth(row, partners.lowerBound + index, index, wide)
    }
  }

  private func answer(
    _ row: Int, _ partners: Range<Int>, isMirrored: Bool
  ) throws(CallFailure) -> [Double]? {
    do throws(CallFailure) {
      return try ask(row, partners, isMirrored: isMirrored)
    } catch {
      let format = Format.binary16
      throw FailurePlace(shouldStop: shouldStop).failure(
        error, inputs: partners,
        describing: { partner in
          [isMirrored ? partner : row, isMirrored ? row : partner]
            .map { format.shortestText(format.value(bits: UInt64($0))) }.joined(separator: ", ")
        },
        asking: { part in
          Result { () throws(CallFailure) in
            try ask(row, part, isMirrored: isMirrored)
          }.failure
        })
    }
  }

  private func ask(
    _ row: Int, _ partners: Range<Int>, isMirrored: Bool
  ) throws(CallFailure) -> [Double]? {
    let (own, other) = isMirrored ? (1, 0) : (0, 1)
    for (index, partner) in partners.enumerated() {
      pairs[2 * index + own] = values[row]
      pairs[2 * index + other] = values[partner]
    }
    let numbers = UnsafeBufferPointer(rebasing: pairs[..<(2 * partners.count)])
    let call = ArrayCall(
      operation, in: .binary16, rows: partners.count, [.init(shape: [2], values: numbers)])
    return try implementation.evaluate(
      call,
      into: UnsafeMutableBufferPointer(
        rebasing: answers[isMirrored ? 1 : 0][..<(width * partners.count)]))
  }

  // MARK: - Eight at once

  /// Judges the answers to eight partners, whose first has a place in the buffers.
  private func screen(_ row: Int, _ partner: Int, _ place: Int, _ least: ErrorBound) {
    let x = Double(values[row])
    let y = values.withUnsafeBytes {
      SIMD8<Double>($0.loadUnaligned(fromByteOffset: 4 * partner, as: SIMD8<Float>.self))
    }
    let screen = PairScreen()
    var isOpen = PairScreen.Mask(repeating: false)
    var isOff = PairScreen.Mask(repeating: false)
    var isVacuous = PairScreen.Mask(repeating: false)
    var all: [PairScreen.Values]
    if operation == .softmax {
      let (straight, mirrored) = (entries(0, place), entries(1, place))
      let (first, second) = screen.softmax(x, y)
      isOpen = (straight.even .!= mirrored.odd) .| (straight.odd .!= mirrored.even)
      look(first, straight.even, least, &isOpen, &isOff)
      look(second, straight.odd, least, &isOpen, &isOff)
      all = [first, second]
    } else {
      let (straight, mirrored) = (numbers(0, place), numbers(1, place))
      let value = screen.logSumExp(x, y)
      isOpen = straight .!= mirrored
      if let vacuity {
        let size = PairScreen.magnitude(of: value.values)
        isVacuous = size .< vacuity.vacuous
        isOpen = isOpen .| ((size .< vacuity.meaningful) .& .!isVacuous)
      }
      look(value, straight, least, &isOpen, &isOff)
      all = [value]
    }
    if !any(isOpen .| isOff .| isVacuous) {
      let times = row >= partner && row < partner + 8 ? 15 : 16
      tally.inputs += times
      tally.histogram.count(0, times: times * all.count)
      return
    }
    for lane in 0..<8 {
      guard !isOpen[lane] else {
        judgeBoth(row, partner + lane, place + lane, [nil, nil])
        continue
      }
      let times = row == partner + lane ? 1 : 2
      tally.inputs += times
      if isVacuous[lane] { tally.vacuous += times }
      for (entry, value) in all.enumerated() {
        tally.count(
          Double(answers[0][width * (place + lane) + entry]), rounded: value.rounded[lane],
          in: .binary16, times: times)
      }
    }
  }

  /// Notes where an answer may be further off than any so far, or than every bound allows; and where it is not the
  /// rounded value.
  private func look(
    _ value: PairScreen.Values, _ answer: SIMD8<Double>, _ least: ErrorBound,
    _ isOpen: inout PairScreen.Mask, _ isOff: inout PairScreen.Mask
  ) {
    let factor = min(tally.worstRatio, 1) * (1 - 0x1p-19)
    let size = PairScreen.magnitude(of: value.values)
    let allowed: SIMD8<Double> = size * (least.relative * factor) + least.absolute * factor
    let limit: SIMD8<Double> = value.ulp * ((tally.worstUlps?.size ?? 0) * (1 - 0x1p-19))
    let distance = PairScreen.magnitude(of: answer - value.values)
    let isNear = (distance .<= allowed) .& (distance .<= limit)
    isOpen = isOpen .| .!isNear .| value.isUncertain
    isOff = isOff .| (answer .!= value.rounded)
  }

  private func entries(_ order: Int, _ place: Int) -> (even: SIMD8<Double>, odd: SIMD8<Double>) {
    let numbers = UnsafeRawPointer(answers[order].baseAddress.unsafelyUnwrapped)
      .loadUnaligned(fromByteOffset: 8 * place, as: SIMD16<Float>.self)
    return (SIMD8<Double>(numbers.evenHalf), SIMD8<Double>(numbers.oddHalf))
  }

  private func numbers(_ order: Int, _ place: Int) -> SIMD8<Double> {
    SIMD8<Double>(
      UnsafeRawPointer(answers[order].baseAddress.unsafelyUnwrapped)
        .loadUnaligned(fromByteOffset: 4 * place, as: SIMD8<Float>.self))
  }

  // MARK: - One by one

  /// Judges a pair in both orders, and whether the answers are the same but for their order.
  private func judgeBoth(_ row: Int, _ partner: Int, _ place: Int, _ wide: [[Double]?]) {
    let straight = answer(0, place, wide[0])
    let mirrored = answer(1, place, wide[1])
    judgeOne(row, partner, straight)
    guard row != partner else { return }
    judgeOne(partner, row, mirrored)
    let isSame = zip(straight, mirrored.reversed()).allSatisfy {
      $0 == $1 || ($0.isNaN && $1.isNaN)
    }
    guard !isSame else { return }
    tally.disorders += 1
    tally.note(disorder: extreme(row, partner, 0, straight, abs(straight[0] - mirrored[0])))
  }

  private func answer(_ order: Int, _ place: Int, _ wide: [Double]?) -> [Double] {
    (width * place..<width * (place + 1)).map { wide?[$0] ?? Double(answers[order][$0]) }
  }

  private func judgeOne(_ first: Int, _ second: Int, _ answer: [Double]) {
    let x = [Double(values[first]), Double(values[second])]
    if let isRight = isRight(answer, at: x) {
      tally.inputs += 1
      tally.special += 1
      guard !isRight else { return }
      tally.failures += 1
      tally.note(simplest: extreme(first, second, 0, answer, .infinity))
      tally.note(worst: extreme(first, second, 0, answer, .infinity))
      return
    }
    let (judgement, entry, rounded) = judge.judgement(at: x, of: answer)
    tally.inputs += 1
    tally.escalations += 1
    for (answer, rounded) in zip(answer, rounded) {
      tally.count(answer, rounded: rounded, in: .binary16)
    }
    if judgement.isVacuous { tally.vacuous += 1 }
    if judgement.isFalsified {
      tally.failures += 1
      tally.note(simplest: extreme(first, second, entry, answer, judgement.ratio))
    }
    if !judgement.isVacuous {
      tally.note(worst: extreme(first, second, entry, answer, judgement.ratio))
    }
    tally.note(worstUlps: extreme(first, second, entry, answer, judgement.ulps))
  }

  /// Whether an answer to NaN or infinities is what the laws of special values ask for.
  ///
  /// `nil` for numbers, and beside `−∞`, where the error theorem judges. What softmax is without
  /// mass, or with too much, is a convention.
  private func isRight(_ answer: [Double], at x: [Double]) -> Bool? {
    if x.contains(where: \.isNaN) { return answer.allSatisfy(\.isNaN) }
    let top = max(x[0], x[1])
    guard top.isInfinite else { return nil }
    return operation == .softmax ? true : answer[0] == top
  }

  private func extreme(
    _ first: Int, _ second: Int, _ entry: Int, _ answer: [Double], _ size: Double
  ) -> SweepTally.Extreme {
    let bits = PairInputs.bits(first, second, entry: entry)
    return SweepTally.Extreme(
      bits: bits, answer: answer[entry], size: size, order: PairInputs.order(bits))
  }
}
