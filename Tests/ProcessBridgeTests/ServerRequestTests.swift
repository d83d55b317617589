import Arithmetic
import SoftmaxFamily
import StrictJSON
import Testing

@testable import ProcessBridge

@Suite("A request that came")
struct ServerRequestTests {
  private func request(_ text: String) throws -> ServerRequest {
    try ServerRequest(Array(text.utf8))
  }

  private func refusal(_ text: String) -> ServerRequest.Refusal? {
    do throws(ServerRequest.Refusal) {
      _ = try ServerRequest(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test func `is what the other side wrote`() throws {
    let call = Call(
      .scaledSoftmax, in: .binary32, rows: 2,
      [.init(shape: [1], values: [1, -0.0]), .init(shape: [], values: [2, 0.5])])
    #expect(try ServerRequest(Request.call(id: 7, call)) == .call(id: JSON(7), call))
    #expect(try ServerRequest(Request.hello) == .hello(protocols: [JSON(1)]))
    #expect(try ServerRequest(Request.bye) == .bye)
    #expect(
      try ServerRequest(Request.echo(id: 1, format: .bfloat16))
        == .echo(id: JSON(1), bits: Echo.text(.bfloat16)))
  }

  @Test func `may have any id, and any number of rows`() throws {
    let empty = Call(.softmax, in: .binary64, rows: 0, [.init(shape: [3], values: [])])
    let text =
      #""call":"softmax","format":"binary64","rows":0,"args":{"x":{"shape":[3],"bits":""}}"#
    #expect(try request(#"{"id":"a",\#(text)}"#) == .call(id: JSON("a"), empty))
    #expect(try request("{\(text)}\r") == .call(id: .null, empty))
  }

  @Test(arguments: [
    ("", "no JSON in the request ''"),
    ("[]", "no object in the request '[]'"),
    (#"{"id":3}"#, "a request has one of 'hello', 'echo', 'call' and 'bye'"),
    (#"{"bye":{},"hello":{}}"#, "a request has one of 'hello', 'echo', 'call' and 'bye'"),
    (#"{"hello":{}}"#, "the hello has no list 'protocols'"),
    (#"{"echo":{"bits":"00"}}"#, "an echo has a 'format' and 'bits'"),
    (
      #"{"echo":{"format":"binary32","bits":"0000000G"}}"#,
      "the echo: digit 7 of the bits is no lower-case hexadecimal: 'G'"
    ),
    (
      #"{"call":"softmax","rows":1,"args":{"x":{"shape":[1]}}}"#,
      "a wrong type of 'args' in the request '{\"call\":\"softmax\",\"rows\":1,\"args\":{\"x\":{\"shape\":[1]}}}'"
    ),
    (#"{"call":"softmax"}"#, "no 'format' in a call"),
    (#"{"call":"softmax","format":"binary16"}"#, "no 'rows' in a call"),
    (
      #"{"call":"softmax","format":"binary16","rows":-1}"#,
      "a call has 0 to 16777216 rows, not -1"
    ),
    (
      #"{"call":"softmax","format":"binary16","rows":1}"#,
      "softmax needs the argument 'x'"
    ),
  ])
  func `is refused where it has not the form of one`(text: String, reason: String) {
    let refusal = refusal(text)
    #expect(refusal?.kind == .error)
    #expect(refusal?.reason == reason)
  }

  @Test func `is refused under its id`() {
    let refusal = refusal(#"{"id":12,"call":"softmax","rows":"two"}"#)
    #expect(refusal?.id == JSON(12))
    #expect(
      refusal?.reason
        == #"a wrong type of 'rows' in the request '{"id":12,"call":"softmax","rows":"two"}'"#)
  }

  @Test func `is unsupported where it names what is not known here`() {
    #expect(
      refusal(#"{"id":1,"call":"hardmax"}"#)
        == ServerRequest.Refusal(
          id: JSON(1), .unsupported, "there is no operation 'hardmax' here"))
    #expect(
      refusal(#"{"id":1,"call":"softmax","format":"binary128"}"#)
        == ServerRequest.Refusal(
          id: JSON(1), .unsupported, "there is no format 'binary128' here"))
  }

  private func refusal(shape: String, bits: String, rows: Int = 1, more: String = "") -> String? {
    let x = #""x":{"shape":\#(shape),"bits":"\#(bits)"}\#(more)"#
    return refusal(
      #"{"call":"softmaxHessian","format":"binary16","rows":\#(rows),"args":{\#(x)}}"#)?.reason
  }

  @Test func `names the argument that does not fit`() {
    let scale = #","scale":{"shape":[],"bits":"3c00"}"#
    #expect(refusal(shape: "[1]", bits: "3c00", more: scale) == nil)
    #expect(
      refusal(shape: "[1]", bits: "3c00", more: scale + #","y":{"shape":[],"bits":""}"#)
        == "softmaxHessian has no argument 'y'")
    #expect(refusal(shape: "[1]", bits: "3c00") == "softmaxHessian needs the argument 'scale'")
    #expect(
      refusal(shape: "[1,1]", bits: "3c00", more: scale)
        == "argument 'x' has shape [1, 1], not x[n]")
    #expect(
      refusal(shape: "[2]", bits: "3c00", more: scale)
        == "the argument 'x' has 1 numbers, not 1 times those of the shape [2]")
    #expect(
      refusal(shape: "[1]", bits: "3c0", more: scale)
        == "the argument 'x': 3 digits, which is no multiple of the 4 of binary16")
    #expect(
      refusal(shape: "[1]", bits: "3C00", more: scale)
        == "the argument 'x': digit 1 of the bits is no lower-case hexadecimal: 'C00'")
    #expect(
      refusal(shape: "[-1]", bits: "", more: scale)
        == "the argument 'x' has shape [-1], with a length that is not 0 to 16777216")
  }

  @Test func `asks for no more than can be answered`() {
    let scale = #","scale":{"shape":[],"bits":"3c00"}"#
    #expect(
      refusal(shape: "[16777216]", bits: "", more: scale)
        == "1 results of shape [16777216, 16777216, 16777216] are more than 67108864 numbers")
    #expect(
      refusal(shape: "[500]", bits: "", rows: 16_777_216, more: scale)
        == "16777216 results of shape [500, 500, 500] are more than 67108864 numbers")
  }
}
