import Arithmetic
import SoftmaxFamily
import Testing

@testable import SoftmaxLaws

@Suite("A convention") struct ConventionTests {
  /// A softmax that answers with what a closure makes of the number of entries, or rejects.
  private static func function(_ value: @escaping @Sendable (Int) -> Double?) -> Function {
    Function(.softmax, contract: nil) { arguments throws(CallFailure) in
      guard let entry = value(arguments[0].count) else { throw .rejected("masked") }
      let answer = arguments[0].map { _ in Ball(entry) }
      return Function.Answer(returned: answer, enclosure: answer)
    }
  }

  private static func calls(
    _ value: @escaping @Sendable (Int) -> Double?
  ) -> [(function: Function, arguments: [Tensor])] {
    [1, 2, 4].map { (function(value), [Tensor(Array(repeating: -Double.infinity, count: $0))]) }
  }

  private static let any: [Convention] = [.nan, .zeros, .uniform, .rejecting]

  @Test func `is any of those there are, if it is the same for all calls`() throws {
    #expect(try !Finding.follows(Self.any, Self.calls { _ in .nan }).isFalsified)
    #expect(try !Finding.follows(Self.any, Self.calls { _ in 0 }).isFalsified)
    #expect(try !Finding.follows(Self.any, Self.calls { 1 / Double($0) }).isFalsified)
    #expect(try !Finding.follows(Self.any, Self.calls { _ in nil }).isFalsified)
  }

  @Test func `is not one for short rows and another for long ones`() throws {
    #expect(try Finding.follows(Self.any, Self.calls { $0 < 4 ? .nan : 0 }).isFalsified)
    #expect(try Finding.follows(Self.any, Self.calls { $0 < 4 ? 0 : 1 / Double($0) }).isFalsified)
    #expect(try Finding.follows(Self.any, Self.calls { _ in 2 }).isFalsified)
  }

  @Test func `is the one that is claimed`() throws {
    #expect(try Finding.follows([.zeros], Self.calls { _ in .nan }).isFalsified)
    #expect(try !Finding.follows([.zeros], Self.calls { _ in -0.0 }).isFalsified)
    #expect(try Finding.follows([.rejecting], Self.calls { _ in .nan }).isFalsified)
    #expect(throws: CallFailure.rejected("where an answer is due")) {
      try Finding.follows([.nan], Self.calls { _ in nil })
    }
  }

  @Test func `allows what the error theorem allows of equal probabilities`() throws {
    let contract = Contract(Claims(), in: .binary16)
    let third = Function(.softmax, contract: contract) { arguments in
      let answer = arguments[0].map { _ in Ball(Format.binary16.rounded(1.0 / 3).nextUp) }
      return Function.Answer(returned: answer, enclosure: answer)
    }
    let row = [Tensor([-.infinity, -.infinity, -.infinity])]
    #expect(try !Finding.follows([.uniform], [(third, row)]).isFalsified)
    #expect(try Finding.follows([.zeros], [(third, row)]).isFalsified)
  }
}
