import Arithmetic
import SoftmaxFamily
import Testing

@testable import ProcessBridge

@Suite("A request")
struct RequestTests {
  private func text(_ line: [UInt8]) -> String { String(decoding: line, as: UTF8.self) }

  @Test func `is a line of JSON`() {
    #expect(text(Request.hello) == "{\"hello\":{\"protocols\":[1],\"suite\":\"1.0.0\"}}\n")
    #expect(text(Request.bye) == "{\"bye\":{}}\n")
    #expect(
      text(Request.echo(id: 7, format: .binary16))
        == #"{"id":7,"echo":{"format":"binary16","bits":"\#(Echo.text(.binary16))"}}"# + "\n")
  }

  @Test func `names the arguments as the protocol does`() {
    let call = Call(
      .scaledSoftmax, in: .binary32, rows: 2,
      [.init(shape: [1], values: [1, -0.0]), .init(shape: [], values: [2, 0.5])])
    #expect(
      text(Request.call(id: 2, call))
        == #"{"id":2,"call":"scaledSoftmax","format":"binary32","rows":2,"args":{"#
        + #""x":{"shape":[1],"bits":"3f80000080000000"},"#
        + #""scale":{"shape":[],"bits":"400000003f000000"}}}"# + "\n")
  }

  @Test func `writes matrices with both lengths`() {
    let matrix = Call.Argument(shape: [1, 2], values: [1, 0])
    let call = Call(.categoricalCrossEntropy, in: .binary16, [matrix, matrix])
    #expect(
      text(Request.call(id: 1, call)).contains(#""targets":{"shape":[1,2],"bits":"3c000000"}"#))
  }
}
