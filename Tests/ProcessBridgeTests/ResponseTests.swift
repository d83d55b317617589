import Arithmetic
import SoftmaxFamily
import Testing

@testable import ProcessBridge

@Suite("An answer")
struct ResponseTests {
  private static let call = Call(
    .softmax, in: .binary16, rows: 2, [.init(shape: [1], values: [1, 2])])

  private func reply(_ text: String) throws -> Reply {
    try Response.read(Array(text.utf8)).reply(to: Self.call)
  }

  private func failure(_ text: String) -> CallFailure? {
    do {
      _ = try reply(text)
      return nil
    } catch let error as CallFailure {
      return error
    } catch Breakdown.broken(let reason) {
      return .brokeProtocol(reason)
    } catch {
      return nil
    }
  }

  @Test func `holds numbers and their shape`() throws {
    #expect(
      try reply(#"{"id":1,"shape":[1],"bits":"3c004000"}"#) == Reply(shape: [1], values: [1, 2]))
  }

  @Test func `may come in a wider format`() throws {
    #expect(
      try reply(#"{"id":1,"shape":[1],"format":"binary32","bits":"3f80000000000001"}"#).values
        == [1, 0x1p-149])
    #expect(
      failure(#"{"id":1,"shape":[1],"format":"bfloat16","bits":"3f803f80"}"#)
        == .malformed("the answer is in bfloat16, which is no wider than binary16"))
    #expect(
      failure(#"{"id":1,"shape":[1],"format":"float","bits":"3f803f80"}"#)
        == .brokeProtocol("the answer is in the unknown format 'float'"))
  }

  @Test func `may reject rows, whose bits mean nothing`() throws {
    #expect(
      try reply(#"{"id":1,"shape":[1],"bits":"????4000","rowErrors":{"0":"too cold"}}"#)
        == Reply(shape: [1], values: [0, 2], rejected: [0: "too cold"]))
    #expect(
      failure(#"{"id":1,"shape":[1],"bits":"3c004000","rowErrors":{"2":"no"}}"#)
        == .brokeProtocol("'rowErrors' names the row '2' of a call of 2"))
    #expect(
      failure(#"{"id":1,"shape":[1],"bits":"3c004000","rowErrors":{"01":"no"}}"#)
        == .brokeProtocol("'rowErrors' names the row '01' of a call of 2"))
  }

  @Test func `may reject the call`() {
    #expect(failure(#"{"id":1,"error":"too cold"}"#) == .rejected("too cold"))
    #expect(failure(#"{"id":1,"unsupported":"one row only"}"#) == .unsupported("one row only"))
  }

  @Test(arguments: [
    ("nothing", "no JSON in the answer 'nothing'"),
    ("[1]", "no object in the answer '[1]'"),
    (#"{"bits":""}"#, #"no 'id' in the answer '{"bits":""}'"#),
    (#"{"id":"1"}"#, #"a wrong type of 'id' in the answer '{"id":"1"}'"#),
    (#"{"id":1}"#, "an answer has one of 'bits', 'error', 'unsupported' and 'malformed'"),
    (
      #"{"id":1,"bits":"","error":"no"}"#,
      "an answer has one of 'bits', 'error', 'unsupported' and 'malformed'"
    ),
    (#"{"id":1,"bits":""}"#, "an answer with 'bits' has a 'shape' of lengths"),
    (#"{"id":1,"shape":[-1],"bits":""}"#, "an answer with 'bits' has a 'shape' of lengths"),
    (
      #"{"id":1,"shape":["1"],"bits":""}"#,
      #"a wrong type of 'shape' in the answer '{"id":1,"shape":["1"],"bits":""}'"#
    ),
    (
      #"{"id":1,"shape":[1],"bits":"3c004X00"}"#,
      "digit 5 of the bits is no lower-case hexadecimal: 'X00'"
    ),
  ])
  func `breaks the protocol`(text: String, reason: String) {
    #expect(failure(text) == .brokeProtocol(reason))
  }

  @Test func `breaks the protocol however deep it is`() {
    let deep = #"{"id":"# + String(repeating: "[", count: 60_000)
    #expect(
      failure(deep)?.description
        == #"nesting deeper than 64 in the answer '{"id":"# + String(repeating: "[", count: 74)
        + "…'")
  }

  @Test func `is malformed where digits are missing`() {
    #expect(
      failure(#"{"id":1,"shape":[1],"bits":"3c0040"}"#)
        == .malformed("the answer has 6 digits, which is no multiple of the 4 of binary16"))
  }
}
