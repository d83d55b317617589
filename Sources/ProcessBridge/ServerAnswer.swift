import Arithmetic
import SoftmaxFamily
import StrictJSON

/// The lines that answer the suite.
enum ServerAnswer {
  /// The hello of an implementation.
  static func hello(_ implementation: Implementation) -> [UInt8] {
    let offers = implementation.operations.map { operation, formats in
      (operation.rawValue, JSON(formats.map(\.rawValue)))
    }
    let hello: [String: JSON] = [
      "protocol": JSON(1), "name": JSON(implementation.name),
      "version": JSON(implementation.version), "language": JSON(implementation.language),
      "operations": JSON(.object(Dictionary(uniqueKeysWithValues: offers))),
      "claims": JSON(.object(implementation.claims.members)),
    ]
    return line(["hello": JSON(.object(hello))])
  }

  /// Says that there is nothing to talk about, instead of a hello.
  static func refusal(_ reason: String) -> [UInt8] { line(["error": JSON(reason)]) }

  /// Says why a request has no answer.
  static func refusal(_ refusal: ServerRequest.Refusal) -> [UInt8] {
    line(["id": refusal.id, refusal.kind.rawValue: JSON(refusal.reason)])
  }

  /// The bits of an echo.
  static func echo(id: JSON, bits: String) -> [UInt8] {
    line(["id": id, "bits": JSON(bits)])
  }

  /// Says that the numbers of a call lie in the file.
  static func raw(id: JSON, _ call: RawCall) -> [UInt8] {
    let shape = call.resultShape.map(String.init).joined(separator: ",")
    let text = #"{"id":\#(id),"shape":[\#(shape)],"raw":\#(call.resultCount)}"#
    return LineReader.sentinel + Array(text.utf8) + [0x0a]
  }

  /// The numbers of a call.
  ///
  /// They come in a wider format where they are no values of the call's.
  ///
  /// - Complexity: the number of values.
  static func reply(id: JSON, _ reply: Reply, to call: Call) -> [UInt8] {
    let format = format(of: reply, to: call)
    let shape = reply.shape.map(String.init).joined(separator: ",")
    var line = LineReader.sentinel
    line += #"{"id":\#(id),"shape":[\#(shape)],"#.utf8
    if format != call.format { line += #""format":"\#(format.rawValue)","#.utf8 }
    if !reply.rejected.isEmpty {
      let messages = reply.rejected.map { (String($0.key), $0.value) }
      let errors = JSON(Dictionary(uniqueKeysWithValues: messages))
      line += #""rowErrors":\#(errors),"#.utf8
    }
    line += #""bits":""#.utf8
    BitsText.append(reply.values, in: format, to: &line)
    line += "\"}\n".utf8
    return line
  }

  private static func format(of reply: Reply, to call: Call) -> Format {
    guard !reply.values.allSatisfy(call.format.contains) else { return call.format }
    return reply.values.allSatisfy(Format.binary32.contains) && call.format.bitWidth < 32
      ? .binary32 : .binary64
  }

  private static func line(_ members: [String: JSON]) -> [UInt8] {
    LineReader.sentinel + Array(JSON(.object(members)).description.utf8) + [0x0a]
  }
}
