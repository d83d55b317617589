import Arithmetic
import SoftmaxFamily

/// The lines that answer the suite.
enum ServerAnswer {
  /// The hello of an implementation.
  static func hello(_ implementation: Implementation) -> [UInt8] {
    let offers = implementation.operations.map { operation, formats in
      (operation.rawValue, JSON.array(formats.map { .string($0.rawValue) }))
    }
    let hello: [String: JSON] = [
      "protocol": .number(1), "name": .string(implementation.name),
      "version": .string(implementation.version), "language": .string(implementation.language),
      "operations": .object(Dictionary(uniqueKeysWithValues: offers)),
      "claims": .object(implementation.claims.members),
    ]
    return line(["hello": .object(hello)])
  }

  /// Says that there is nothing to talk about, instead of a hello.
  static func refusal(_ reason: String) -> [UInt8] { line(["error": .string(reason)]) }

  /// Says why a request has no answer.
  static func refusal(_ refusal: ServerRequest.Refusal) -> [UInt8] {
    line(["id": refusal.id, refusal.kind.rawValue: .string(refusal.reason)])
  }

  /// The bits of an echo.
  static func echo(id: JSON, bits: String) -> [UInt8] {
    line(["id": id, "bits": .string(bits)])
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
    line += #"{"id":\#(id.text),"shape":[\#(shape)],"#.utf8
    if format != call.format { line += #""format":"\#(format.rawValue)","#.utf8 }
    if !reply.rejected.isEmpty {
      let messages = reply.rejected.map { (String($0.key), JSON.string($0.value)) }
      let errors = JSON.object(Dictionary(uniqueKeysWithValues: messages))
      line += #""rowErrors":\#(errors.text),"#.utf8
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
    LineReader.sentinel + Array(JSON.object(members).text.utf8) + [0x0a]
  }
}
