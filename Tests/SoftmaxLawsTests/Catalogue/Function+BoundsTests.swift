import Arithmetic
import SoftmaxFamily
import SoftmaxReference
import Testing

@testable import SoftmaxLaws

@Suite("What a law asks of a function's contract") struct FunctionBoundsTests {
  private static func function(_ claims: Claims?, in format: Format = .binary32) -> Function {
    Function(.softmax, contract: claims.map { Contract($0, in: format) }) {
      _ throws(CallFailure) in throw .unsupported("nothing")
    }
  }

  @Test func `is nothing for the reference`() {
    let function = Reference.function(.softmax)
    #expect(!function.cancelsShifts)
    #expect(function.orderSlack(of: 0.5) == 0)
    #expect(function.leastPositive == 0)
    #expect(function.rounded(Tensor(1 / Ball(3))).scalar.radius > 0)
  }

  @Test func `follows from the claims of an implementation`() {
    var claims = Claims()
    #expect(!Self.function(claims).cancelsShifts)
    #expect(Self.function(claims).orderSlack(of: 0.5) > 0)
    claims.algorithm = .shiftDiv
    claims.monotone = true
    #expect(Self.function(claims).cancelsShifts)
    #expect(Self.function(claims).orderSlack(of: 0.5) == 0)
  }

  @Test func `is rounded once to the format`() {
    let third = Self.function(Claims()).rounded(Tensor(1 / Ball(3))).scalar
    #expect(third.isExact && third.value == Double(Float(1) / 3))
    #expect(Self.function(Claims(), in: .binary16).leastPositive == 0x1p-24)
  }
}
