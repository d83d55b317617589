import Arithmetic
import SoftmaxFamily
import Testing

@Suite("A function of laws") struct FunctionTests {
  private static func function(contract: Contract?) -> Function {
    Function(.logSumExp, contract: contract) { arguments in
      let value = arguments[0].sum
      return Function.Answer(returned: value, enclosure: value.map { $0.widened(by: Ball(1)) })
    }
  }

  private static let x = Tensor([1, 2] as [Double])

  @Test func `is called for its enclosure`() throws {
    let enclosure = try Self.function(contract: nil)(Self.x)
    #expect(enclosure.scalar.value == 3 && enclosure.scalar.radiusBound >= 1)
  }

  @Test func `has both views of one answer`() throws {
    let function = Self.function(contract: nil)
    #expect(try function.returned(Self.x).scalar.isExact)
    let answer = try function.answer([Self.x])
    #expect(answer.returned.scalar.isExact && !answer.enclosure.scalar.isExact)
    #expect(function.operation == .logSumExp)
  }

  @Test func `has bounds only with a contract`() {
    #expect(Self.function(contract: nil).bound(\.u) == 0)
    let contract = Contract(Claims(), in: .binary16)
    #expect(Self.function(contract: contract).bound(\.u) == 0x1p-11)
  }

  @Test func `is asked for many rows at once, or row by row`() throws {
    let rows = [[Self.x], [Tensor([5, 6] as [Double])]]
    let single = try Self.function(contract: nil).answers(rows)
    #expect(single.map(\.returned.scalar.value) == [3, 11])
    let function = Function(batching: .logSumExp, contract: nil) { rows in
      rows.indices.map { Function.Answer(returned: Tensor(Double($0)), enclosure: 0) }
    }
    #expect(try function.answers(rows).map(\.returned.scalar.value) == [0, 1])
    #expect(try function.returned(Self.x).scalar.value == 0)
  }

  @Test func `takes a rejection for an answer where that is allowed`() throws {
    let rejecting = Function(.softmax, contract: nil) { _ throws(CallFailure) in
      throw .rejected("empty")
    }
    let rejected = try rejecting.attempt([Self.x])
    #expect(rejected == nil)
    let answered = try Self.function(contract: nil).attempt([Self.x])
    #expect(answered?.scalar.value == 3)
    let hanging = Function(.softmax, contract: nil) { _ throws(CallFailure) in
      throw .hung("late")
    }
    #expect(throws: CallFailure.hung("late")) { try hanging.attempt([Self.x]) }
  }

  @Test func `passes failures on`() {
    let function = Function(.softmax, contract: nil) { _ throws(CallFailure) in
      throw .rejected("no")
    }
    #expect(throws: CallFailure.rejected("no")) { try function(Self.x) }
  }
}
