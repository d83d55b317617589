import Arithmetic
import Dispatch
import Foundation
import SoftmaxFamily
import Specimens
import Synchronization
import Testing

@testable import Conformance

@Suite("A sweep") struct SweepTests {
  private static let libm = CMathematics.implementation

  /// The C library's functions in the half formats, computed in binary32 and rounded once.
  private static let narrow = libm.answeringArrays { call, answers throws(CallFailure) in
    let wide = ArrayCall(call.operation, in: .binary32, rows: call.rows, call.arguments)
    _ = try libm.evaluate(wide, into: answers)
    guard call.format != .binary32 else { return true }
    for index in answers.indices {
      answers[index] = Float(call.format.rounded(Double(answers[index])))
    }
    return true
  }

  /// An implementation whose sigmoid is what a function makes of the right one, in doubles.
  private static func sigmoid(
    claiming claims: Claims = CMathematics.implementation.claims,
    _ change: @escaping @Sendable (_ x: Double, _ value: Double) -> Double
  ) -> Implementation {
    Implementation(
      "changed", claims: claims, operations: [.sigmoid: [.binary16, .bfloat16, .binary32]]
    ) { call throws(CallFailure) in
      let values = call.arguments[0].values.map { x in
        call.format.rounded(change(x, 1 / (1 + exp(-x))))
      }
      return Reply(shape: call.arguments[0].shape, values: values)
    }
  }

  @Test(arguments: [Format.binary16, .bfloat16])
  func `tries all 65,536 inputs of a half format, of every function`(format: Format) {
    for function in ElementwiseFunction.allCases {
      let sweep = Sweep(function, in: format, of: Self.narrow)
      let outcome = sweep.run()
      let result = SweepResult(sweep, outcome, seconds: 0)
      #expect(result.tally.inputs == 65_536)
      #expect(result.verdict == .holds, "\(function)")
      #expect(result.tally.worstRatio > 0.1 && result.tally.worstRatio <= 1)
      #expect(result.tally.notNumbers == 0)
    }
  }

  @Test(arguments: ElementwiseFunction.allCases)
  func `counts what the certified reference alone would count`(
    function: ElementwiseFunction
  ) throws {
    // One block of each: central, in the tails, and at the end of the numbers.
    for (format, blocks) in [(Format.binary16, [3, 5, 13]), (.bfloat16, [4, 12, 7])] {
      for block in blocks {
        let fast = try scan(function, format, Self.narrow, block, isFiltered: true)
        let slow = try scan(function, format, Self.narrow, block, isFiltered: false, every: 32)
        let part = try scan(function, format, Self.narrow, block, isFiltered: true, every: 32)
        #expect(fast.inputs == 4096)
        expectSame(part, slow)
      }
    }
  }

  @Test func `counts a wrong implementation right`() throws {
    let wrong = Self.sigmoid { x, value in x > 4 ? value * 0.999 : x < -5 ? .nan : value }
    let part = try scan(.sigmoid, .binary16, wrong, 4, isFiltered: true, every: 4)
    expectSame(part, try scan(.sigmoid, .binary16, wrong, 4, isFiltered: false, every: 4))
    let sweep = Sweep(.sigmoid, in: .binary16, of: wrong)
    let result = SweepResult(sweep, sweep.run(), seconds: 0)
    #expect(result.verdict == .fails)
    #expect(result.simplest?.input == Format.binary16.successor(of: 4))
    #expect(result.simplest?.isConfirmed == true)
    let below = Format.binary16.bits(of: .infinity) - Format.binary16.bits(of: 5)
    #expect(result.tally.notNumbers == Int(below) - 1)
    #expect(result.tally.worstRatio == .infinity)
  }

  @Test func `sees special values`() throws {
    let wrong = Self.sigmoid { x, value in x.isNaN ? 0.5 : x == .infinity ? 0.99 : value }
    let sweep = Sweep(.sigmoid, in: .bfloat16, of: wrong)
    let tally = sweep.run().progress.tally
    // 127 NaNs of each sign, and one infinity.
    #expect(tally.failures == 2 * 127 + 1)
    #expect(tally.special == 2 * 127 + 4)
  }

  @Test func `counts neighbours out of order, and falsifies them where monotony is claimed`() {
    var monotone = CMathematics.implementation.claims
    monotone.monotone = true
    let bumped: @Sendable (Double, Double) -> Double = { x, value in
      x == 1 ? value * (1 + 0x1p-10) : value
    }
    let counted = Sweep(.sigmoid, in: .binary16, of: Self.sigmoid(bumped)).run().progress.tally
    let claimed = Sweep(.sigmoid, in: .binary16, of: Self.sigmoid(claiming: monotone, bumped)).run()
    #expect(counted.disorders > 0)
    #expect(counted.disorderFailures == 0)
    #expect(claimed.progress.tally.disorderFailures == counted.disorders)
  }

  @Test func `in binary32 counts by vectors what it counts one by one`() throws {
    // Near 1, where nothing is a line, and near -20.
    for first: UInt64 in [0x3f80_0000, 0xc1a0_0000] {
      for function in [ElementwiseFunction.sigmoid, .softplus, .logSigmoid, .sigmoidDerivative] {
        let fast = try chunk(function, from: first, count: 64, isFiltered: true)
        expectSame(fast, try chunk(function, from: first, count: 64, isFiltered: false))
      }
    }
  }

  @Test func `is the sum of its shards`() throws {
    let whole = Sweep(.softplus, in: .bfloat16, of: Self.narrow).run().progress.tally
    var sum = SweepTally()
    for shard in 1...3 {
      sum.merge(
        Sweep(.softplus, in: .bfloat16, of: Self.narrow, shard: try #require(Shard(shard, of: 3)))
          .run().progress.tally)
    }
    #expect(sum == whole)
  }

  @Test func `goes on from what is known as if nothing had happened`() throws {
    let sweep = Sweep(.softplus, in: .bfloat16, of: Self.narrow)
    let undisturbed = sweep.run(jobs: 2)
    let count = Count()
    let killed = sweep.run(shouldStop: { count.next() > 5 })
    #expect(!killed.isComplete)
    let file = try TemporaryFile()
    var state = SweepState(identity: ["operation": "softplus"])
    state["softplus"] = killed.progress
    try state.write(to: file.path)
    let known = try SweepState.read(from: file.path, expecting: ["operation": "softplus"])
    let resumed = sweep.run(from: try #require(known)["softplus"], jobs: 2)
    #expect(resumed.isComplete)
    #expect(resumed.progress == undisturbed.progress)
  }

  @Test func `ends with the failure of a call`() {
    let mute = Self.libm.answeringArrays { _, _ throws(CallFailure) in
      throw .unsupported("no softplus")
    }
    let sweep = Sweep(.softplus, in: .bfloat16, of: mute)
    let result = SweepResult(sweep, sweep.run(jobs: 2), seconds: 0)
    #expect(result.verdict == .unsupported)
    #expect(result.message == "not offered: no softplus")
  }

  @Test(arguments: [Float(3), 3.015625, -0.0, .infinity])
  func `tells the input at which there is no answer`(input: Float) {
    let broken = Self.narrow.answeringArrays { call, answers throws(CallFailure) in
      for x in call.arguments[0].values where x.bitPattern == input.bitPattern {
        throw .crashed("the program ended")
      }
      _ = try Self.narrow.evaluate(call, into: answers)
      return true
    }
    let sweep = Sweep(.softplus, in: .bfloat16, of: broken)
    let result = SweepResult(sweep, sweep.run(), seconds: 0)
    #expect(result.verdict == .crashed)
    let text = Format.bfloat16.shortestText(Double(input))
    #expect(result.message == "the program ended, at \(text)")
  }

  @Test func `tells of a failure that no input has alone`() {
    let shy = Self.narrow.answeringArrays { call, answers throws(CallFailure) in
      if call.arguments[0].values.count > 1 { throw .hung("no answer") }
      _ = try Self.narrow.evaluate(call, into: answers)
      return true
    }
    let sweep = Sweep(.softplus, in: .bfloat16, of: shy)
    let result = SweepResult(sweep, sweep.run(), seconds: 0)
    #expect(result.verdict == .hung)
    #expect(result.message == "no answer, in a call of 4097 inputs; 9e-41 alone it answers")
  }

  @Test func `asks every thread's implementation`() {
    let asked = Mutex<Set<Int>>([])
    let begun = DispatchGroup()
    for _ in 0..<2 { begun.enter() }
    let all = (0..<2).map { number in
      Self.narrow.answeringArrays { call, answers throws(CallFailure) in
        _ = try Self.narrow.evaluate(call, into: answers)
        // No thread ends before the other has begun; if it never does, that is what is found.
        if asked.withLock({ $0.insert(number).inserted }) { begun.leave() }
        return begun.wait(timeout: .now() + 60) == .success
      }
    }
    let sweep = Sweep(.softplus, in: .bfloat16, of: all[0], copies: [all[1]])
    #expect(sweep.run(jobs: 2).isComplete)
    #expect(asked.withLock { $0 } == [0, 1])
  }

  private func scan(
    _ function: ElementwiseFunction, _ format: Format, _ implementation: Implementation,
    _ block: Int,
    isFiltered: Bool, every step: Int = 1
  ) throws -> SweepTally {
    guard step > 1 else {
      let scan = BlockScan(function, in: format, of: implementation, isFiltered: isFiltered)
      return try #require(try scan.tally(ofBlock: block))
    }
    var tally = SweepTally()
    let first = UInt64(block) * 4096
    for start in stride(from: 0, to: 4096, by: 64 * step) {
      tally.merge(
        try chunk(
          function, format, implementation, from: first + UInt64(start), count: 8, isFiltered))
    }
    return tally
  }

  private func chunk(
    _ function: ElementwiseFunction, from bits: UInt64, count: Int, isFiltered: Bool
  ) throws -> SweepTally {
    try chunk(function, .binary32, Self.libm, from: bits, count: count, isFiltered)
  }

  private func chunk(
    _ function: ElementwiseFunction, _ format: Format, _ implementation: Implementation,
    from bits: UInt64, count: Int, _ isFiltered: Bool
  ) throws -> SweepTally {
    var numbers = Array(repeating: Float(0), count: count)
    var answers = numbers
    var room = Array(repeating: Float(0), count: ElementScan.strip)
    numbers.withUnsafeMutableBufferPointer { SweepInputs(format).write(from: bits, $0) }
    var wide: [Double]?
    try numbers.withUnsafeBufferPointer { numbers in
      try answers.withUnsafeMutableBufferPointer { answers in
        let targets = Array(repeating: Float(function.target ?? 0), count: count)
        wide = try targets.withUnsafeBufferPointer {
          try implementation.evaluate(
            function.call(numbers, in: format, targets: $0), into: answers)
        }
      }
    }
    return numbers.withUnsafeBufferPointer { numbers in
      answers.withUnsafeBufferPointer { answers in
        room.withUnsafeMutableBufferPointer { room in
          guard let numbers = numbers.baseAddress, let answers = answers.baseAddress,
            let room = room.baseAddress
          else { return SweepTally() }
          var scan = ElementScan(
            function, in: format, claiming: implementation.claims,
            isFiltered: isFiltered, rounded: room)
          scan.scan(
            ElementScan.Chunk(first: bits, numbers: numbers, answers: answers, wide: wide),
            count: count)
          return scan.tally
        }
      }
    }
  }

  /// Expects the same counts, and the same worst cases to six digits.
  private func expectSame(
    _ fast: SweepTally, _ slow: SweepTally, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(fast.inputs == slow.inputs, sourceLocation: sourceLocation)
    #expect(fast.failures == slow.failures, sourceLocation: sourceLocation)
    #expect(fast.vacuous == slow.vacuous, sourceLocation: sourceLocation)
    #expect(fast.misrounded == slow.misrounded, sourceLocation: sourceLocation)
    #expect(fast.notNumbers == slow.notNumbers, sourceLocation: sourceLocation)
    #expect(fast.special == slow.special, sourceLocation: sourceLocation)
    #expect(fast.histogram == slow.histogram, sourceLocation: sourceLocation)
    #expect(fast.simplest?.bits == slow.simplest?.bits, sourceLocation: sourceLocation)
    #expect(isClose(fast.worst, slow.worst), sourceLocation: sourceLocation)
    #expect(isClose(fast.worstUlps, slow.worstUlps), sourceLocation: sourceLocation)
  }

  private func isClose(_ a: SweepTally.Extreme?, _ b: SweepTally.Extreme?) -> Bool {
    guard let a, let b else { return a == b }
    return a.size == b.size || abs(a.size - b.size) <= 2e-4 * b.size + 2e-6
  }
}

/// Counts how often it was asked.
private final class Count: Sendable {
  private let value = Mutex(0)

  func next() -> Int {
    value.withLock {
      $0 += 1
      return $0
    }
  }
}
