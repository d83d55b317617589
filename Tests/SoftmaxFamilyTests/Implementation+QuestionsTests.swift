import Arithmetic
import SoftmaxFamily
import Synchronization
import Testing

@Suite("An implementation that is asked much at once") struct ImplementationQuestionsTests {
  private static func question(_ value: Double, in format: Format = .binary32) -> Question {
    Question(Call(.logSumExp, in: format, [.init(shape: [1], values: [value])]), isShared: true)
  }

  private static func implementation(postal: Implementation.Postal? = nil) -> Implementation {
    Implementation(
      "identity", operations: [.logSumExp: [.binary32]],
      evaluate: { call throws(CallFailure) in
        let value = call.arguments[0].values[0]
        if value == 2 { throw .rejected("two") }
        if value == 3 { throw .crashed("three") }
        return Reply(shape: [], values: [value])
      }, postal: postal)
  }

  private static func ends(_ replies: [Result<Reply, CallFailure>?]) -> [String?] {
    replies.map { reply in
      switch reply {
      case .success(let reply): "\(reply.values)"
      case .failure(let failure): "\(failure)"
      case nil: nil
      }
    }
  }

  @Test func `answers one by one, up to what costs the process`() {
    let implementation = Self.implementation()
    #expect(!implementation.answersByPost)
    let replies = implementation.replies(to: [1, 2, 4, 3, 5].map { Self.question($0) })
    #expect(
      Self.ends(replies) == ["[1.0]", "rejected a valid input: two", "[4.0]", "three", nil])
  }

  @Test func `answers at once, and each answer is checked`() {
    let implementation = Self.implementation { questions in
      questions.map { question in
        switch question.call.arguments[0].values[0] {
        case 1: .success(Reply(shape: [], values: [7]))
        case 2: .success(Reply(shape: [1], values: [7]))
        case 3: .failure(.hung("late"))
        default: nil
        }
      }
    }
    #expect(implementation.answersByPost)
    let questions =
      [Self.question(1), Self.question(9, in: .binary64)] + [2, 3, 4].map { Self.question($0) }
    #expect(
      Self.ends(implementation.replies(to: questions)) == [
        "[7.0]", "not offered: logSumExp in binary64",
        "logSumExp returned shape [1] where [] was expected", "late", nil,
      ])
  }

  @Test func `may offer less, and is the same otherwise`() throws {
    let less = Self.implementation { $0.map { _ in nil } }.offering([:])
    #expect(less.answersByPost && less.operations.isEmpty && less.name == "identity")
    #expect(throws: CallFailure.unsupported("logSumExp in binary32")) {
      try less.evaluate(Self.question(1).call)
    }
    #expect(!Self.implementation().offering([:]).answersByPost)
  }

  @Test func `loses its process by some failures`() {
    #expect(
      [CallFailure.crashed(""), .hung(""), .brokeProtocol("")].map(\.costsProcess) == [
        true, true, true,
      ])
    #expect(
      [CallFailure.unsupported(""), .rejected(""), .malformed("")].map(\.costsProcess)
        == [false, false, false])
  }
}
