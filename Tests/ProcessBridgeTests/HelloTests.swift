import Arithmetic
import SoftmaxFamily
import Testing

@testable import ProcessBridge

@Suite("A hello")
struct HelloTests {
  /// Reads a hello with the given members.
  private func hello(_ members: String) throws(BridgeError) -> Hello {
    try Hello(Array(#"{"hello":{"protocol":1,"name":"mine",\#(members)}}"#.utf8))
  }

  /// The error of a whole line.
  private func error(_ line: String) -> String? {
    do {
      _ = try Hello(Array(line.utf8))
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `names the program and what it offers`() throws {
    let hello = try hello(
      #"""
      "version":"2","language":"c","operations":{"softmax":["binary64","binary16","binary64"],
      "sigmoid":["binary32"],"logit":[],"hardmax":["binary32"],"fancy":7}
      """#)
    #expect(hello.name == "mine")
    #expect(hello.version == "2")
    #expect(hello.language == "c")
    #expect(hello.operations == [.softmax: [.binary16, .binary64], .sigmoid: [.binary32]])
    #expect(hello.otherOperations == ["fancy", "hardmax"])
    #expect(hello.formats == [.binary16, .binary32, .binary64])
    #expect(hello.claims == Claims())
  }

  @Test func `needs neither version nor language nor claims`() throws {
    let hello = try hello(#""operations":{}"#)
    #expect(hello.version.isEmpty)
    #expect(hello.language.isEmpty)
    #expect(hello.operations.isEmpty)
  }

  @Test(arguments: [
    ("{", "the hello is wrong: no JSON: '{'"),
    ("[]", "the hello is wrong: no object 'hello': '[]'"),
    (#"{"error":"no"}"#, "no"),
    (#"{"hello":{}}"#, "the hello is wrong: no 'protocol'"),
    (#"{"hello":{"protocol":"1"}}"#, #"the hello is of protocol "1", not 1"#),
    (#"{"hello":{"protocol":2}}"#, "the hello is of protocol 2, not 1"),
    (#"{"hello":{"protocol":1}}"#, "the hello is wrong: no 'name'"),
    (#"{"hello":{"protocol":1,"name":7}}"#, "the hello is wrong: 'name' is no string: '7'"),
    (#"{"hello":{"protocol":1,"name":"a"}}"#, "the hello is wrong: no object 'operations'"),
    (
      #"{"hello":{"protocol":1,"name":"a","operations":{"softmax":"binary32"}}}"#,
      #"the hello is wrong: the formats of 'softmax' are no list of strings: '"binary32"'"#
    ),
    (
      #"{"hello":{"protocol":1,"name":"a","operations":{"softmax":["float8"]}}}"#,
      "the hello offers 'softmax' in the unknown format 'float8', not one of "
        + "binary16, bfloat16, binary32, binary64"
    ),
    (
      #"{"hello":{"protocol":1,"name":"a","operations":{},"claims":[true]}}"#,
      "the hello is wrong: 'claims' is no object: '[true]'"
    ),
  ])
  func `is refused for what it lacks`(line: String, message: String) {
    #expect(error(line) == message)
  }
}
