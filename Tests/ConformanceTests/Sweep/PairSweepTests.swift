import Arithmetic
import SoftmaxFamily
import SoftmaxReference
import Specimens
import Testing

@testable import Conformance

@Suite("A sweep of pairs") struct PairSweepTests {
  private static let libm = CMathematics.implementation

  /// A subject that makes something of the right answers.
  private static func changed(
    _ change: @escaping @Sendable (_ x: [Double], _ answer: inout [Double]) -> Void
  ) -> Implementation {
    Implementation(
      "changed", claims: CMathematics.implementation.claims,
      operations: [.softmax: [.binary16], .logSumExp: [.binary16]]
    ) { call throws(CallFailure) in
      let right = try CMathematics.implementation.evaluate(call)
      let width = call.operation == .softmax ? 2 : 1
      var values: [Double] = []
      for row in 0..<call.rows {
        var answer = Array(right.values[row * width..<(row + 1) * width])
        change(Array(call.arguments[0].values[2 * row..<2 * row + 2]), &answer)
        values += answer
      }
      return Reply(shape: right.shape, values: values)
    }
  }

  @Test func `has every ordered pair in one block`() {
    // The rows of all blocks are all encodings, and each block has as many pairs.
    var rows = Set<Int>()
    for block in 0..<PairInputs.blocks {
      let own = PairInputs.rows(ofBlock: block)
      rows.formUnion(own)
      #expect(own.reduce(0) { $0 + 2 * (0x1_0000 - $1) - 1 } == PairInputs.blockSize)
    }
    #expect(rows.count == 0x1_0000)
  }

  @Test func `asks for what the implementation answers by itself`() throws {
    let numbers: [Double] = [0, 0, 1, -1, 3.5, 65504, -65504, 0x1p-24, .infinity, 2, .nan, 1]
    let pairs = numbers.map { Float($0) }
    for operation in PairSweep.operations {
      let byKernel = try Self.answers(of: Self.libm, operation, pairs)
      let byCalls = try Self.answers(
        of: CMathematics.implementation.answeringArrays(by: nil), operation, pairs)
      #expect(byKernel == byCalls)
    }
  }

  /// The answers as text, in which NaN is like itself.
  private static func answers(
    of implementation: Implementation, _ operation: SoftmaxFamily.Operation, _ pairs: [Float]
  ) throws -> [String] {
    let width = operation == .softmax ? 2 : 1
    let answers = UnsafeMutableBufferPointer<Float>.allocate(capacity: pairs.count / 2 * width)
    defer { answers.deallocate() }
    answers.initialize(repeating: 0)
    let numbers = UnsafeMutableBufferPointer<Float>.allocate(capacity: pairs.count)
    defer { numbers.deallocate() }
    _ = numbers.initialize(fromContentsOf: pairs)
    let call = ArrayCall(
      operation, in: .binary16, rows: pairs.count / 2,
      [.init(shape: [2], values: UnsafeBufferPointer(numbers))])
    let wide = try implementation.evaluate(call, into: answers)
    #expect(wide == nil)
    return answers.map { $0.isNaN ? "NaN" : "\($0)" }
  }

  @Test(arguments: PairSweep.operations)
  func `counts what the certified reference alone would count`(
    operation: SoftmaxFamily.Operation
  ) throws {
    // The last rows of a block, of −NaN, −∞ and numbers beside these; and some of the middle ones.
    for (row, partners) in [
      (0x3c00, 0x3c00..<0x3c30), (0xb800, 0xb8f0..<0xb908), (0x4900, 0xc900..<0xc918),
      (0x0001, 0x7bf8..<0x7c00), (0x0bff, 0xc410..<0xc428),
    ] {
      let fast = PairScan(operation, of: Self.libm)
      let slow = PairScan(operation, of: Self.libm, isFiltered: false)
      try fast.scan(row, partners)
      try slow.scan(row, partners)
      let (a, b) = (fast.tally, slow.tally)
      #expect(a.inputs == b.inputs && a.failures == b.failures && a.vacuous == b.vacuous)
      #expect(a.misrounded == b.misrounded && a.histogram == b.histogram)
      #expect(abs(a.worstRatio - b.worstRatio) <= 1e-6)
      // Errors that are nothing beside their bounds are all alike.
      #expect(b.worstRatio <= 1e-6 || a.worst == b.worst && a.worstUlps == b.worstUlps)
      #expect(b.escalations == b.inputs && a.failures == 0)
    }
  }

  @Test
  func `counts log-sum-exps near zero as the certified reference alone would, the vacuous too`()
    throws
  {
    let fast = PairScan(.logSumExp, of: Self.libm)
    let slow = PairScan(.logSumExp, of: Self.libm, isFiltered: false)
    // First one whose errors are large; then numbers of a few units of 2^-24 beside ones that nearly vanish beside
    // them or do, on both sides of where the bound begins to mean something; and −log 2 beside itself.
    for (row, partners) in [
      (0x4000, 0xc4ee..<0xc4f6), (0x0001, 0xce00..<0xce10), (0x0002, 0xd000..<0xd010),
      (0x8003, 0xcc40..<0xcc50), (0x0000, 0xcd00..<0xcd10), (0x0006, 0xd000..<0xd008),
      (0x8005, 0xfb00..<0xfb08), (0x0020, 0xcc40..<0xcc48), (0x0000, 0xcb00..<0xcb08),
      (0x00f0, 0xcc40..<0xcc50), (0x03ff, 0xca00..<0xca10), (0x8100, 0xcc00..<0xcc10),
      (0x8280, 0xd000..<0xd010), (0xb980, 0xb984..<0xb994),
    ] {
      try fast.scan(row, partners)
      try slow.scan(row, partners)
    }
    let (a, b) = (fast.tally, slow.tally)
    #expect(a.inputs == b.inputs && a.failures == 0 && b.failures == 0)
    #expect(a.vacuous == b.vacuous && b.vacuous > 128 && b.vacuous < 2 * b.inputs / 3)
    #expect(a.misrounded == b.misrounded && a.histogram == b.histogram)
    #expect(a.worst == b.worst && a.worstUlps == b.worstUlps)
    #expect(a.escalations < b.escalations / 2)
  }

  @Test func `finds an answer that is wrong, and one that depends on the order`() throws {
    let wrong = Self.changed { x, answer in
      if x == [2, 3] { answer[0] *= 1.01 }
    }
    for operation in PairSweep.operations {
      let scan = PairScan(operation, of: wrong)
      try scan.scan(0x4000, 0x41f0..<0x4210)
      #expect(scan.tally.failures == 1 && scan.tally.disorders == 1)
      let bits = try #require(scan.tally.simplest?.bits)
      #expect(PairInputs.numbers(bits) == [2, 3])
      let judge = PairJudge(operation, claiming: wrong.claims)
      #expect(SweepResult.Witness(try #require(scan.tally.simplest), judge).isConfirmed)
    }
  }

  @Test func `asks of NaN for NaN, and of infinity for infinity`() throws {
    let wrong = Self.changed { x, answer in
      if x.contains(where: { !$0.isFinite }) { answer = answer.map { _ in 1 } }
    }
    for (row, partners, isWrong) in [
      (0x0000, 0x7c01..<0x7c05, true), (0x0000, 0x7c00..<0x7c01, false),
    ] {
      let softmax = PairScan(.softmax, of: wrong)
      try softmax.scan(row, partners)
      #expect(softmax.tally.failures == (isWrong ? softmax.tally.inputs : 0))
      #expect(softmax.tally.special == softmax.tally.inputs)
      let logSumExp = PairScan(.logSumExp, of: wrong)
      try logSumExp.scan(row, partners)
      #expect(logSumExp.tally.failures == logSumExp.tally.inputs)
    }
  }
}
