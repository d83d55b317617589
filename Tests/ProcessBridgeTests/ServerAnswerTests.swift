import Arithmetic
import SoftmaxFamily
import StrictJSON
import Testing

@testable import ProcessBridge

@Suite("An answer that goes")
struct ServerAnswerTests {
  private static let call = Call(
    .softmax, in: .binary16, rows: 2, [.init(shape: [1], values: [1, 2])])

  private func text(_ line: [UInt8]) -> String { String(decoding: line, as: UTF8.self) }

  private func received(_ reply: Reply) throws -> Reply {
    let line = ServerAnswer.reply(id: JSON(3), reply, to: Self.call)
    let message = line.dropFirst(LineReader.sentinel.count).dropLast()
    return try Response.read(Array(message)).reply(to: Self.call)
  }

  @Test func `is a line of the protocol`() {
    let reply = Reply(shape: [1], values: [1, -.infinity])
    #expect(
      text(ServerAnswer.reply(id: JSON("a"), reply, to: Self.call))
        == "@softmax-laws {\"id\":\"a\",\"shape\":[1],\"bits\":\"3c00fc00\"}\n")
    #expect(
      text(ServerAnswer.echo(id: JSON(1), bits: "7d01"))
        == "@softmax-laws {\"bits\":\"7d01\",\"id\":1}\n")
    #expect(
      text(ServerAnswer.refusal(.init(id: .null, .error, "no \"x\"")))
        == "@softmax-laws {\"error\":\"no \\\"x\\\"\",\"id\":null}\n")
  }

  @Test func `reaches the other side`() throws {
    for values in [[1, 2], [0x1p-30, -0.0], [0x1.fffffffffffffp-3, .infinity]] {
      let reply = Reply(shape: [1], values: values)
      #expect(try received(reply) == reply, "in a wider format where it takes one")
    }
    let rejected = Reply(shape: [1], values: [0, 2], rejected: [0: "too “cold”"])
    #expect(try received(rejected) == rejected)
  }

  @Test func `is the hello of what is served`() throws {
    var claims = Claims()
    claims.exponentialUlps = 1
    claims.accumulator = [.binary16: .binary32]
    let served = Implementation(
      "mine", version: "2", language: "swift", claims: claims,
      operations: [.softmax: [.binary16, .binary64]]
    ) { _ in Reply(shape: [], values: []) }
    let line = ServerAnswer.hello(served).dropFirst(LineReader.sentinel.count)
    let hello = try Hello(Array(line))
    #expect(hello.name == "mine" && hello.version == "2" && hello.language == "swift")
    #expect(hello.operations == served.operations)
    #expect(hello.claims == claims)
  }
}
