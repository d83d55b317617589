import Arithmetic
import Foundation
import SoftmaxFamily
import Testing

@testable import ProcessBridge

@Suite("A server")
struct ServerTests {
  /// Doubles numbers; rejects the row of a zero, and fails in the way that longer rows name.
  private static let server = Server(
    Implementation("doubler", operations: [.softmax: [.binary32]]) { call throws(CallFailure) in
      switch call.arguments[0].shape[0] {
      case 2: throw .unsupported("two entries")
      case 3: throw .rejected("three entries")
      case 4: throw .malformed("four entries")
      case 5: return Reply(shape: [5], values: [1])
      default: break
      }
      let values = call.arguments[0].values
      let zeros = values.indices.filter { values[$0] == 0 }
      return Reply(
        shape: [1], values: values.map { 2 * $0 },
        rejected: Dictionary(uniqueKeysWithValues: zeros.map { ($0, "a zero") }))
    })

  private func answer(_ text: String) -> String? {
    Self.server.answer(to: .request(Array(text.utf8))).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private func call(entries: Int, in format: String = "binary32", digits: String) -> String? {
    answer(
      #"{"id":1,"call":"softmax","format":"\#(format)","rows":1,"args":{"x":{"shape":["#
        + #"\#(entries)],"bits":"\#(digits)"}}}"#)
  }

  @Test func `answers, call by call`() {
    #expect(
      call(entries: 1, digits: "3f800000")
        == "@softmax-laws {\"id\":1,\"shape\":[1],\"bits\":\"40000000\"}\n")
    #expect(
      call(entries: 1, digits: "00000000")
        == "@softmax-laws {\"id\":1,\"shape\":[1],\"rowErrors\":{\"0\":\"a zero\"},"
        + "\"bits\":\"00000000\"}\n")
  }

  @Test(arguments: [
    (2, #"{"id":1,"unsupported":"two entries"}"#), (3, #"{"error":"three entries","id":1}"#),
    (4, #"{"id":1,"malformed":"four entries"}"#),
    (5, #"{"id":1,"malformed":"softmax returned 1 numbers where 5 were expected"}"#),
  ])
  func `has a word for every failure`(entries: Int, text: String) {
    let digits = String(repeating: "0", count: 8 * entries)
    #expect(call(entries: entries, digits: digits) == "@softmax-laws \(text)\n")
  }

  @Test func `offers what it offers`() {
    #expect(
      call(entries: 1, in: "binary64", digits: "0000000000000000")
        == "@softmax-laws {\"id\":1,\"unsupported\":\"softmax in binary64\"}\n")
  }

  @Test func `speaks one version of the protocol`() {
    #expect(answer(#"{"hello":{"protocols":[2,1],"suite":"9"}}"#)?.contains("doubler") == true)
    #expect(
      answer(#"{"hello":{"protocols":[2,"x"]}}"#)
        == "@softmax-laws {\"error\":\"version 1 of the protocol is spoken here, not 2, \\\"x\\\"\"}\n"
    )
  }

  @Test func `gives an echo back bit by bit`() {
    #expect(
      answer(#"{"id":4,"echo":{"format":"binary32","bits":"7fa00001"}}"#)
        == "@softmax-laws {\"bits\":\"7fa00001\",\"id\":4}\n")
  }

  @Test func `says what is wrong, and goes on`() {
    #expect(
      answer("rubbish")
        == "@softmax-laws {\"error\":\"no JSON in the request 'rubbish'\",\"id\":null}\n")
    #expect(
      Self.server.answer(to: .overlong).map { String(decoding: $0, as: UTF8.self) }
        == "@softmax-laws {\"error\":\"the line is too long\",\"id\":null}\n")
  }

  /// What a server writes until the end of its input.
  private func conversation(_ text: String) throws -> [String] {
    let (toServer, fromServer) = (try RawPipe(), try RawPipe())
    toServer.write(text)
    close(toServer.writing)
    Self.server.run(input: toServer.reading, output: fromServer.writing)
    close(toServer.reading)
    close(fromServer.writing)
    defer { close(fromServer.reading) }
    return String(decoding: fromServer.read(), as: UTF8.self).split(separator: "\n").map(
      String.init)
  }

  @Test func `ends with a bye or the end of its input`() throws {
    let echo = #"{"id":1,"echo":{"format":"binary16","bits":"3c00"}}"# + "\n"
    #expect(try conversation(echo + echo).count == 2)
    #expect(try conversation(echo + #"{"bye":{}}"# + "\n" + echo).count == 1)
    #expect(try conversation("").isEmpty)
  }

  @Test func `refuses instead of a hello`() throws {
    let ends = try RawPipe()
    Server.refuse("no library", output: ends.writing)
    let line = ends.read().dropFirst(LineReader.sentinel.count)
    close(ends.reading)
    close(ends.writing)
    #expect(throws: BridgeError.refused("no library")) { try Hello(Array(line)) }
  }
}
