import Arithmetic
import FixtureSupport
import ProcessBridge
import SoftmaxFamily
import Synchronization
import Testing

@Suite("Many questions", .waiting) struct ConnectionSearchTests {
  private static func start(
    _ fault: String, restarts: Int = 20, call: Duration = .seconds(60)
  ) throws -> ProcessImplementation {
    try ProcessImplementation(
      command: HostileSubject.command(fault),
      limits: Limits(call: call, closing: .milliseconds(100), restarts: restarts))
  }

  /// Questions of one number each, of which some are NaN.
  private static func questions(
    _ count: Int, deadly: Set<Int> = [], isShared: Bool = true
  ) -> [Question] {
    (0..<count).map { index in
      let value = deadly.contains(index) ? Double.nan : Double(index)
      return Question(
        Call(.softmax, in: .binary32, [.init(shape: [1], values: [value])]), isShared: isShared)
    }
  }

  /// What came of each question: its number, `nil` or why there is none.
  private static func ends(_ replies: [Result<Reply, CallFailure>?]) -> [String?] {
    replies.map { reply in
      switch reply {
      case .success(let reply): "\(reply.values)"
      case .failure(let failure): "\(failure)"
      case nil: nil
      }
    }
  }

  private static func answers(_ indices: Range<Int>) -> [String?] {
    indices.map { "[\(Double($0))]" }
  }

  @Test func `are answered in their order, together or apart`() throws {
    let program = try Self.start("none")
    defer { program.close() }
    for isShared in [true, false] {
      let replies = program.implementation.replies(to: Self.questions(200, isShared: isShared))
      #expect(Self.ends(replies) == Self.answers(0..<200))
    }
    #expect(program.implementation.replies(to: []).isEmpty)
  }

  @Test func `are answered in their order though the answers come in another`() throws {
    let program = try Self.start("answers in reverse")
    defer { program.close() }
    let replies = program.implementation.replies(to: Self.questions(99, isShared: false))
    #expect(Self.ends(replies) == Self.answers(0..<99))
  }

  @Test(arguments: [true, false])
  func `are answered up to the one that crashes, at the cost of one restart`(
    isShared: Bool
  ) throws {
    let program = try Self.start("crashes at NaN", restarts: 2)
    defer { program.close() }
    let crash = "the program ended with exit status 8"
    for _ in 0..<3 {
      let questions = Self.questions(40, deadly: [17, 30], isShared: isShared)
      let ends = Self.ends(program.implementation.replies(to: questions))
      #expect(Array(ends.prefix(17)) == Self.answers(0..<17))
      #expect(ends[17] == crash)
      #expect(ends[30] == nil)
    }
    let ends = Self.ends(program.implementation.replies(to: Self.questions(2)))
    #expect(ends == ["the restart budget of 2 is used up", nil])
  }

  @Test func `are answered up to the one that hangs`() throws {
    let program = try Self.start("hangs at NaN", call: .milliseconds(300))
    defer { program.close() }
    let ends = Self.ends(program.implementation.replies(to: Self.questions(9, deadly: [4])))
    #expect(Array(ends.prefix(5)) == Self.answers(0..<4) + ["no answer within 0.3 s"])
    #expect(Self.ends(program.implementation.replies(to: Self.questions(3))) == Self.answers(0..<3))
  }

  @Test(arguments: [
    ("crashes in company", "the program ended with exit status 8"),
    ("rejects company", "rejected a valid input: one at a time"),
    ("forgets rows", "softmax returned 4 numbers where 5 were expected"),
  ])
  func `are told of if none does alone what all do`(fault: String, reason: String) throws {
    let program = try Self.start(fault)
    defer { program.close() }
    let ends = Self.ends(program.implementation.replies(to: Self.questions(5)))
    #expect(ends[0] == reason + ", in a call of 5 rows, each of which it answers alone")
    #expect(Array(ends.dropFirst()) == Self.answers(1..<5))
    #expect(Self.ends(program.implementation.replies(to: Self.questions(1))) == Self.answers(0..<1))
  }

  @Test func `are told of if the program breaks down once and not again`() throws {
    let program = try Self.start("dies at the third call")
    defer { program.close() }
    // The third call is another one when they are asked one by one, by a new process.
    let questions = Self.questions(3, isShared: false)
    let ends = Self.ends(program.implementation.replies(to: questions))
    #expect(
      ends == [
        "[0.0]", "[1.0]",
        "the program ended with exit status 9, and did not when asked the same again",
      ])
  }

  @Test func `that do not fit the operation cost nothing`() throws {
    let program = try Self.start("none")
    defer { program.close() }
    let other = Question(
      Call(.sigmoid, in: .binary32, [.init(shape: [1], values: [1])]), isShared: true)
    let ends = Self.ends(
      program.implementation.replies(to: [other] + Self.questions(1)))
    #expect(ends == ["not offered: sigmoid in binary32"] + Self.answers(0..<1))
  }

  @Test func `are given up as soon as the run is cancelled`() throws {
    let isCancelled = Flag()
    let program = try ProcessImplementation(
      command: HostileSubject.command("hangs"), until: { isCancelled.isUp })
    defer { program.close() }
    isCancelled.raise()
    let ends = Self.ends(program.implementation.replies(to: Self.questions(2)))
    #expect(ends == ["the program is interrupted", nil])
  }
}

/// Something that is raised once.
private final class Flag: Sendable {
  private let state = Mutex(false)

  var isUp: Bool { state.withLock { $0 } }

  func raise() { state.withLock { $0 = true } }
}
