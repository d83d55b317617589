import Arithmetic
import SoftmaxFamily
import StrictJSON
import Testing

@testable import ProcessBridge

@Suite("A call of raw numbers")
struct RawCallTests {
  private func read(_ line: [UInt8]) throws -> RawCall? {
    guard case .raw(_, let call) = try ServerRequest(line) else { return nil }
    return call
  }

  @Test func `is read as it was written`() throws {
    let call = try #require(
      RawCall(.binaryCrossEntropyWithLogits, in: .bfloat16, rows: 33, shapes: [[1], [1]]))
    #expect(call.places == [0, 128] && call.resultPlace == 256)
    #expect(call.resultCount == 33 && call.resultShape == [] && call.argumentCount == 66)
    #expect(try read(Array(call.request(id: 7).dropLast())) == call)
    let vector = try #require(RawCall(.sigmoid, in: .binary32, rows: 1, shapes: [[16385]]))
    #expect(vector.resultPlace == 65600 && vector.resultCount == 16385)
    #expect(try read(Array(vector.request(id: 7).dropLast())) == vector)
  }

  @Test(arguments: [
    "{}", "3", #"{"operation":"sigmoid","format":"binary32","rows":1}"#,
    #"{"operation":"sigmoid","format":"binary32","rows":-1,"shapes":[[1]]}"#,
    #"{"operation":"sigmoid","format":"binary32","rows":1,"shapes":[[-1]]}"#,
    #"{"operation":"sigmoid","format":"binary32","rows":1,"shapes":[["1"]]}"#,
    #"{"operation":"sigmoid","format":"binary32","rows":1,"shapes":[[1],[1]]}"#,
    #"{"operation":"sigmoid","format":"binary31","rows":1,"shapes":[[1]]}"#,
    #"{"operation":"sigmoid","format":"binary32","rows":4611686018427387905,"shapes":[[4]]}"#,
    #"{"operation":"sigmoid","format":"binary32","rows":1,"shapes":[[131073]]}"#,
  ])
  func `is none where it says something else, or does not fit`(text: String) throws {
    #expect(try read(Array(#"{"id":1,"raw":\#(text)}"#.utf8)) == nil)
    let server = Server(
      Implementation("mine", operations: [:]) { _ throws(CallFailure) in
        throw .unsupported("")
      })
    let answer = server.answer(to: .request(Array(#"{"id":1,"raw":\#(text)}"#.utf8)))
    #expect(
      answer.map { String(decoding: $0, as: UTF8.self) }
        == "@softmax-laws {\"error\":\"there is no such call of raw numbers here\",\"id\":1}\n")
  }
}
