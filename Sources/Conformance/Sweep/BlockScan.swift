import Arithmetic
import SoftmaxFamily

/// Asks the subject of a sweep for all answers of a block, and judges them.
final class BlockScan {
  /// The number of inputs of a call.
  static let callSize = 1 << 14

  private let inputs: SweepInputs
  private let function: ElementwiseFunction
  private let subject: SweepSubject
  private let isFiltered: Bool
  private let shouldStop: @Sendable () -> Bool
  private let numbers: UnsafeMutableBufferPointer<Float>
  private let answers: UnsafeMutableBufferPointer<Float>
  private let rounded: UnsafeMutableBufferPointer<Float>

  init(
    _ function: ElementwiseFunction, in format: Format, of subject: SweepSubject,
    isFiltered: Bool = true, shouldStop: @escaping @Sendable () -> Bool = { false }
  ) {
    inputs = SweepInputs(format)
    self.function = function
    self.subject = subject
    self.isFiltered = isFiltered
    self.shouldStop = shouldStop
    numbers = .allocate(capacity: Self.callSize + 1)
    answers = .allocate(capacity: Self.callSize + 1)
    rounded = .allocate(capacity: ElementScan.strip)
    numbers.initialize(repeating: 0)
    answers.initialize(repeating: 0)
    rounded.initialize(repeating: 0)
  }

  deinit {
    numbers.deallocate()
    answers.deallocate()
    rounded.deallocate()
  }

  /// Judges all inputs of a block; `nil` if the sweep was stopped in its midst.
  ///
  /// - Throws: `CallFailure` where the subject gave no answers.
  func tally(ofBlock block: Int) throws(CallFailure) -> SweepTally? {
    let first = UInt64(block) * UInt64(inputs.blockSize)
    guard let base = rounded.baseAddress else { return nil }
    var scan = ElementScan(
      function, in: inputs.format, claiming: subject.implementation.claims,
      isFiltered: isFiltered, rounded: base)
    let disorder = DisorderScan(inputs: inputs, function: function, contract: scan.contract)
    for offset in stride(from: 0, to: inputs.blockSize, by: Self.callSize) {
      if shouldStop() { return nil }
      let count = min(Self.callSize, inputs.blockSize - offset)
      let start = first + UInt64(offset)
      // The next input is asked for too, to compare its answer with the last one's.
      let hasNext = (start + UInt64(count)) & (inputs.signBit - 1) != 0
      let chunk = try chunk(from: start, count: count + (hasNext ? 1 : 0))
      guard let chunk else { return nil }
      scan.scan(chunk, count: count)
      disorder.count(chunk, count: count + (hasNext ? 1 : 0), into: &scan.tally)
    }
    return scan.tally
  }

  private func chunk(
    from bits: UInt64, count: Int
  ) throws(CallFailure) -> ElementScan.Chunk? {
    let asked = UnsafeMutableBufferPointer(rebasing: numbers[..<count])
    inputs.write(from: bits, asked)
    let wide = try subject.evaluate(
      function, inputs.format, UnsafeBufferPointer(asked),
      UnsafeMutableBufferPointer(rebasing: answers[..<count]))
    guard let numbers = numbers.baseAddress, let answers = answers.baseAddress else { return nil }
    return ElementScan.Chunk(
      first: bits, numbers: UnsafePointer(numbers), answers: UnsafePointer(answers), wide: wide)
  }
}
