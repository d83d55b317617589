import Arithmetic
import SoftmaxFamily

/// Asks an implementation for all answers of a block, and judges them.
final class BlockScan {
  /// The number of inputs of a call.
  static let callSize = 1 << 14

  private let inputs: SweepInputs
  private let function: ElementwiseFunction
  private let implementation: Implementation
  private let isFiltered: Bool
  private let shouldStop: @Sendable () -> Bool
  private let numbers: UnsafeMutableBufferPointer<Float>
  /// The targets of a loss, all the same.
  private let targets: UnsafeMutableBufferPointer<Float>
  private let answers: UnsafeMutableBufferPointer<Float>
  private let rounded: UnsafeMutableBufferPointer<Float>

  init(
    _ function: ElementwiseFunction, in format: Format, of implementation: Implementation,
    isFiltered: Bool = true, shouldStop: @escaping @Sendable () -> Bool = { false }
  ) {
    inputs = SweepInputs(format)
    self.function = function
    self.implementation = implementation
    self.isFiltered = isFiltered
    self.shouldStop = shouldStop
    numbers = .allocate(capacity: Self.callSize + 1)
    answers = .allocate(capacity: Self.callSize + 1)
    rounded = .allocate(capacity: ElementScan.strip)
    numbers.initialize(repeating: 0)
    targets = .allocate(capacity: function.target == nil ? 0 : Self.callSize + 1)
    targets.initialize(repeating: Float(function.target ?? 0))
    answers.initialize(repeating: 0)
    rounded.initialize(repeating: 0)
  }

  deinit {
    numbers.deallocate()
    targets.deallocate()
    answers.deallocate()
    rounded.deallocate()
  }

  /// Judges all inputs of a block; `nil` if the sweep was stopped in its midst.
  ///
  /// - Throws: `CallFailure` where there were no answers, at the input that it is about.
  func tally(ofBlock block: Int) throws(CallFailure) -> SweepTally? {
    let first = UInt64(block) * UInt64(inputs.blockSize)
    guard let base = rounded.baseAddress else { return nil }
    var scan = ElementScan(
      function, in: inputs.format, claiming: implementation.claims,
      isFiltered: isFiltered, rounded: base)
    let disorder = DisorderScan(inputs: inputs, function: function, contract: scan.contract)
    for offset in stride(from: 0, to: inputs.blockSize, by: Self.callSize) {
      if shouldStop() { return nil }
      let count = min(Self.callSize, inputs.blockSize - offset)
      let start = first + UInt64(offset)
      // The next input is asked for too, to compare its answer with the last one's.
      let hasNext = (start + UInt64(count)) & (inputs.signBit - 1) != 0
      guard let chunk = try chunk(from: start, count: count + (hasNext ? 1 : 0)) else { return nil }
      scan.scan(chunk, count: count)
      disorder.count(chunk, count: count + (hasNext ? 1 : 0), into: &scan.tally)
    }
    return scan.tally
  }

  /// The answers to consecutive encodings; `nil` if the sweep was stopped while they were asked for.
  private func chunk(
    from bits: UInt64, count: Int
  ) throws(CallFailure) -> ElementScan.Chunk? {
    let wide: [Double]?
    do throws(CallFailure) {
      wide = try ask(from: bits, count: count)
    } catch {
      let format = inputs.format
      throw FailurePlace(shouldStop: shouldStop).failure(
        error, inputs: 0..<count,
        describing: { format.shortestText(format.value(bits: bits + UInt64($0))) },
        asking: { part in
          Result { () throws(CallFailure) in
            try ask(from: bits + UInt64(part.lowerBound), count: part.count)
          }.failure
        })
    }
    guard let numbers = numbers.baseAddress, let answers = answers.baseAddress else { return nil }
    return ElementScan.Chunk(
      first: bits, numbers: UnsafePointer(numbers), answers: UnsafePointer(answers), wide: wide)
  }

  private func ask(from bits: UInt64, count: Int) throws(CallFailure) -> [Double]? {
    let asked = UnsafeMutableBufferPointer(rebasing: numbers[..<count])
    inputs.write(from: bits, asked)
    let call = function.call(
      UnsafeBufferPointer(asked), in: inputs.format,
      targets: UnsafeBufferPointer(rebasing: targets.prefix(count)))
    return try implementation.evaluate(
      call, into: UnsafeMutableBufferPointer(rebasing: answers[..<count]))
  }
}

extension Result where Failure == CallFailure {
  /// The failure, if it is one.
  var failure: CallFailure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}
