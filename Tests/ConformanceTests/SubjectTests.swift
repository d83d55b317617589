import Arithmetic
import SoftmaxFamily
import Specimens
import Synchronization
import Testing

@testable import Conformance
@testable import SoftmaxLaws

@Suite("A subject") struct SubjectTests {
  private static func function(
    _ operation: Operation, of implementation: Implementation = Specimen.textbook,
    in format: Format = .binary16
  ) -> Function {
    Subject(implementation, in: format).functions.subject(operation)
  }

  private static func certified(_ operation: Operation, _ arguments: Tensor...) throws -> Tensor {
    try Subject(referenceIn: .binary32).functions.certified(operation).answer(arguments).returned
  }

  /// Whether the left ball contains all of the right one, or nearly.
  private static func encloses(_ outer: Ball, _ inner: Ball) -> Bool {
    !(((outer - inner).midpoint.magnitude) - Ball(outer.radiusBound)).isPositive
  }

  private static func numbers(_ values: Double...) -> Tensor { Tensor(values) }

  /// One number for every call, in the shape asked for.
  private static func constant(_ value: Double) -> Implementation {
    Implementation.answering("constant", formats: Format.allCases) { call throws(CallFailure) in
      let correct = try Specimen.textbook.evaluate(call)
      return Reply(shape: correct.shape, values: correct.values.map { _ in value })
    }
  }

  @Test func `returns the bits of the implementation, and encloses the truth with them`() throws {
    let x = Self.numbers(1, 2, 4)
    let answer = try Self.function(.softmax).answer([x])
    let reply = try Specimen.textbook.evaluate(
      Call(.softmax, in: .binary16, [Call.Argument(shape: [3], values: [1, 2, 4])]))
    #expect(answer.returned.values == reply.values)
    #expect(answer.returned.elements.allSatisfy { $0.isExact })
    let truth = try Self.certified(.softmax, x)
    for index in 0..<3 {
      #expect(Self.encloses(answer.enclosure[index], truth[index]))
      #expect(answer.enclosure[index].radiusBound < 0x1p-10 * truth[index].value)
    }
  }

  @Test func `widens by how far rounding the arguments moves the value`() throws {
    let third = Tensor([1 / Ball(3), 0])
    let sharp = try Self.function(.logSumExp)(Self.numbers(0.333251953125, 0)).scalar
    let wide = try Self.function(.logSumExp)(third).scalar
    let truth = try Self.certified(.logSumExp, third).scalar
    #expect(wide.value == sharp.value)
    #expect(Self.encloses(wide, truth))
    let moved = (truth - (try Self.certified(.logSumExp, Self.numbers(0.333251953125, 0))).scalar)
    #expect(wide.radiusBound >= sharp.radiusBound + abs(moved.value) * 0.99)
    #expect(wide.radiusBound <= sharp.radiusBound + abs(moved.value) * 1.01)
  }

  @Test func `widens by the radii of the arguments`() throws {
    let wide = Tensor([Ball(1).widened(by: 0.5), 0])
    let answer = try Self.function(.logSumExp, in: .binary64)(wide).scalar
    for x in [0.5, 1, 1.5] {
      let truth = try Self.certified(.logSumExp, Self.numbers(x, 0)).scalar
      #expect(Self.encloses(answer, truth))
    }
    #expect(answer.radiusBound > 0.25)
  }

  @Test func `knows nothing of an answer whose argument is unknown`() throws {
    let answer = try Self.function(.sigmoid, in: .binary64)(Tensor([.unbounded]))
    #expect(answer[0].isReal && answer[0].radiusBound > 0.25)
    // Zeros, which stand for priors of which nothing is known, are no priors.
    let priors = Tensor([.unbounded, .unbounded])
    let (x, means) = (Self.numbers(1), Self.numbers(0.5, 0.5).reshaped(to: [2, 1]))
    let posterior = try Self.function(.bernoulliPosterior)(x, means, priors)
    #expect(posterior.elements.allSatisfy { $0.isReal && $0.radiusBound == .infinity })
  }

  @Test func `records the calls it makes`() throws {
    let records = Mutex<[Subject.Record]>([])
    let subject = Subject(Specimen.textbook, in: .binary16) { record in
      records.withLock { $0.append(record) }
    }
    _ = try subject.functions.subject(.scaledSoftmax)(Tensor([1 / Ball(3), 0]), 2)
    let seen = records.withLock { $0 }
    #expect(seen.count == 1 && seen.first?.operation == .scaledSoftmax)
    let record = try #require(seen.first)
    #expect(record.arguments.map(\.values) == [[0.333251953125, 0], [2]])
    #expect(record.arguments.allSatisfy { $0.elements.allSatisfy { $0.isExact } })
    #expect(record.returned.count == 2 && record.bounds.count == 2 && record.certified.count == 2)
    #expect(record.excess > 0 && record.excess <= 1)
    #expect(record.worstIndex.map { record.excess(at: $0) } == record.excess)
  }

  @Test func `takes an infinity for an overflow only at the edge, and of the right sign`() throws {
    let edge = Self.numbers(65504, 65504)
    let infinite = Self.function(.logSumExp, of: Self.constant(.infinity))
    #expect(try infinite(edge).scalar.isReal)
    #expect(try infinite(edge).scalar.radius == .infinity)
    #expect(try infinite.returned(edge).scalar.isInfinite)
    #expect(try infinite(Self.numbers(0, 0)).scalar.isNaN)
    #expect(try infinite(Self.numbers(60000, 0)).scalar.isNaN)
    let negative = Self.function(.logSumExp, of: Self.constant(-.infinity))
    #expect(try negative(edge).scalar.isNaN)
    #expect(try negative(Self.numbers(-65504, -65504)).scalar.radius == .infinity)
    #expect(try negative(Self.numbers(-65000, -65000)).scalar.isNaN)
    #expect(try infinite(Self.numbers(-65504, -65504)).scalar.isNaN)
  }

  @Test func `lets nothing but NaN stand for NaN`() throws {
    let function = Self.function(.logSumExp, of: Self.constant(.nan))
    #expect(try function(Self.numbers(0, 0)).scalar.isNaN)
    #expect(try function(Self.numbers(65504, 65504)).scalar.isNaN)
    #expect(try function.returned(Self.numbers(0, 0)).scalar.isNaN)
  }

  @Test func `passes on a rejection of its only row`() {
    let rejecting = Implementation.answering("rejecting") { call throws(CallFailure) in
      let correct = try Specimen.textbook.evaluate(call)
      return Reply(shape: correct.shape, values: correct.values, rejected: [0: "not today"])
    }
    #expect(throws: CallFailure.rejected("not today")) {
      _ = try Self.function(.softmax, of: rejecting, in: .binary32)(Self.numbers(1, 2))
    }
  }

  @Test func `makes one call for many rows, and rejects them together`() throws {
    let counting = Implementation.answering("counting") { call throws(CallFailure) in
      let correct = try Specimen.textbook.evaluate(call)
      return Reply(
        shape: correct.shape, values: correct.values.map { _ in Double(call.rows) },
        rejected: call.rows > 2 ? [1: "the second"] : [:])
    }
    let function = Self.function(.softmax, of: counting, in: .binary32)
    let row = [Self.numbers(1, 2)]
    let answers = try function.answers([row, row])
    #expect(answers.map(\.returned.values) == [[2, 2], [2, 2]])
    #expect(throws: CallFailure.rejected("the second")) {
      _ = try function.answers([row, row, row])
    }
  }

  @Test func `has the same operation in the other formats`() {
    let elsewhere = Subject(Specimen.textbook, in: .binary16).functions.elsewhere(.softmax)
    #expect(elsewhere.map { $0.contract?.format } == [.bfloat16, .binary32, .binary64])
    let reference = Subject(referenceIn: .binary16).functions.elsewhere(.softmax)
    #expect(reference.count == 1 && reference[0].contract == nil)
  }

  @Test func `gives a contract to an implementation and none to the reference`() {
    #expect(Self.function(.softmax).contract?.format == .binary16)
    let reference = Subject(referenceIn: .binary16).functions.subject(.softmax)
    #expect(reference.contract == nil)
  }

  @Test func `tells one exact number from another`() {
    #expect(Ball(1.5).isIdentical(to: 1.5) && !Ball(1.5).isIdentical(to: 1.25))
    #expect(!Ball(1).widened(by: 1e-9).isIdentical(to: 1))
    #expect(Ball(-.infinity).isIdentical(to: Ball(-.infinity)))
    #expect(!Ball(-.infinity).isIdentical(to: Ball(.infinity)))
    #expect(Ball(.nan).isIdentical(to: Ball(.nan)) && !Ball(.nan).isIdentical(to: 1))
  }
}
