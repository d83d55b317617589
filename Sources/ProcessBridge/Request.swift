import Arithmetic
import SoftmaxFamily

/// The lines that go to a program.
enum Request {
  /// The first line.
  static let hello = Array(#"{"hello":{"protocols":[1],"suite":"1.0.0"}}"#.utf8) + [0x0a]

  /// The last line.
  static let bye = Array(#"{"bye":{}}"#.utf8) + [0x0a]

  /// The echo self-test of a format.
  static func echo(id: Int, format: Format) -> [UInt8] {
    let bits = Echo.text(format)
    return Array(
      #"{"id":\#(id),"echo":{"format":"\#(format.rawValue)","bits":"\#(bits)"}}"#.utf8) + [0x0a]
  }

  /// A call; its arguments get the names of the operation's signature.
  ///
  /// - Complexity: the number of values.
  static func call(id: Int, _ call: Call) -> [UInt8] {
    let operation = call.operation.rawValue
    let format = call.format.rawValue
    var line = Array(
      #"{"id":\#(id),"call":"\#(operation)","format":"\#(format)","rows":\#(call.rows),"args":{"#
        .utf8)
    for (parameter, argument) in zip(call.operation.signature.parameters, call.arguments) {
      if line.last != UInt8(ascii: "{") { line.append(UInt8(ascii: ",")) }
      let shape = argument.shape.map(String.init).joined(separator: ",")
      line += #""\#(parameter.name)":{"shape":[\#(shape)],"bits":""#.utf8
      BitsText.append(argument.values, in: call.format, to: &line)
      line += #""}"#.utf8
    }
    line += "}}\n".utf8
    return line
  }
}
