import Arithmetic
import SoftmaxFamily
import StrictJSON

/// A line that came from the suite, as what it asks for.
enum ServerRequest: Equatable {
  /// The first line: the versions of the protocol that the other side speaks.
  case hello(protocols: [JSON])
  /// The test of the transport: bits to give back.
  case echo(id: JSON, bits: String)
  /// A call.
  case call(id: JSON, Call)
  /// A call whose numbers lie in a file; `nil` if it cannot be one.
  case raw(id: JSON, RawCall?)
  /// The last line.
  case bye

  /// The most numbers that the result of a call may have.
  static let mostResults = 1 << 26
  /// The greatest length of an axis, and the most rows.
  static let longest = 1 << 24

  /// Reads a line.
  ///
  /// - Throws: `Refusal` for what is no request, or one that cannot be answered.
  init(_ line: [UInt8]) throws(Refusal) {
    let members: [String: JSON]
    let message: Message
    do throws(FormFlaw) {
      members = try JSON.members(line)
    } catch {
      throw Refusal(id: .null, .error, "\(error.words) in the request \(excerpt(line))")
    }
    let id = members["id"] ?? .null
    if let raw = members["raw"], members.count == 2 {
      self = .raw(id: id, RawCall(raw))
      return
    }
    do throws(FormFlaw) {
      message = try Message(members)
    } catch {
      throw Refusal(id: id, .error, "\(error.words) in the request \(excerpt(line))")
    }
    do throws(Reason) {
      self = try message.request(id)
    } catch {
      throw Refusal(id: id, error.kind, error.text)
    }
  }

  /// An answer that says why a request has none.
  struct Refusal: Error, Equatable {
    /// Which key of the protocol holds the reason.
    enum Kind: String { case error, unsupported, malformed }

    /// The number of the request; null where it has none.
    let id: JSON
    let kind: Kind
    let reason: String

    init(id: JSON, _ kind: Kind, _ reason: String) {
      self.id = id
      self.kind = kind
      self.reason = reason
    }
  }
}

/// Why a request cannot be answered.
private struct Reason: Error {
  let kind: ServerRequest.Refusal.Kind
  let text: String

  static func error(_ text: String) -> Reason { Reason(kind: .error, text: text) }
  static func unsupported(_ text: String) -> Reason { Reason(kind: .unsupported, text: text) }
}

/// A request as it came.
private struct Message {
  let hello: JSON?
  let echo: JSON?
  let bye: JSON?
  let call: String?
  let format: String?
  let rows: Int?
  let args: [String: Argument]?

  struct Argument {
    let shape: [Int]
    let bits: String

    init?(_ value: JSON) {
      guard let shape = value["shape"]?.integers, let bits = value["bits"]?.text else {
        return nil
      }
      self.shape = shape
      self.bits = bits
    }
  }

  init(_ members: [String: JSON]) throws(FormFlaw) {
    hello = members["hello"]
    echo = members["echo"]
    bye = members["bye"]
    call = try members.member("call", \.text)
    format = try members.member("format", \.text)
    rows = try members.member("rows", \.integer)
    args = try members.member("args") { value in
      guard let given = value.object else { return nil }
      let arguments = given.compactMapValues(Argument.init)
      return arguments.count == given.count ? arguments : nil
    }
  }

  func request(_ id: JSON) throws(Reason) -> ServerRequest {
    let kinds = [hello != nil, echo != nil, call != nil, bye != nil]
    guard kinds.count(where: { $0 }) == 1 else {
      throw .error("a request has one of 'hello', 'echo', 'call' and 'bye'")
    }
    if bye != nil { return .bye }
    if let hello { return try greeting(hello) }
    if let echo { return .echo(id: id, bits: try bits(of: echo)) }
    return .call(id: id, try call(of: call ?? ""))
  }

  private func greeting(_ hello: JSON) throws(Reason) -> ServerRequest {
    guard let protocols = hello["protocols"]?.array else {
      throw .error("the hello has no list 'protocols'")
    }
    return .hello(protocols: protocols)
  }

  private func bits(of echo: JSON) throws(Reason) -> String {
    guard let name = echo["format"]?.text, let bits = echo["bits"]?.text else {
      throw .error("an echo has a 'format' and 'bits'")
    }
    let format = try known(name)
    do {
      _ = try BitsText.values(bits, in: format)
    } catch {
      throw .error("the echo: \(error.text(in: bits, of: format))")
    }
    return bits
  }

  private func known(_ name: String) throws(Reason) -> Format {
    guard let format = Format(rawValue: name) else {
      throw .unsupported("there is no format \(excerpt(name)) here")
    }
    return format
  }

  private func call(of name: String) throws(Reason) -> Call {
    guard let operation = Operation(rawValue: name) else {
      throw .unsupported("there is no operation \(excerpt(name)) here")
    }
    guard let formatName = self.format else { throw .error("no 'format' in a call") }
    let format = try known(formatName)
    guard let rows else { throw .error("no 'rows' in a call") }
    guard (0...ServerRequest.longest).contains(rows) else {
      throw .error("a call has 0 to \(ServerRequest.longest) rows, not \(rows)")
    }
    let given = args ?? [:]
    let parameters = operation.signature.parameters
    for name in given.keys.sorted() where !parameters.contains(where: { $0.name == name }) {
      throw .error("\(operation.rawValue) has no argument \(excerpt(name))")
    }
    var shapes: [[Int]] = []
    for parameter in parameters {
      guard let argument = given[parameter.name] else {
        throw .error("\(operation.rawValue) needs the argument '\(parameter.name)'")
      }
      shapes.append(try lengths(argument.shape, of: parameter.name))
    }
    try limitResults(of: operation, shapes, rows: rows)
    var arguments: [Call.Argument] = []
    for (parameter, shape) in zip(parameters, shapes) {
      let bits = given[parameter.name]?.bits ?? ""
      let values = try numbers(bits, of: parameter.name, in: format, shape, rows: rows)
      arguments.append(Call.Argument(shape: shape, values: values))
    }
    return Call(operation, in: format, rows: rows, arguments)
  }

  private func lengths(_ shape: [Int], of name: String) throws(Reason) -> [Int] {
    guard shape.allSatisfy({ (0...ServerRequest.longest).contains($0) }) else {
      throw .error(
        "the argument '\(name)' has shape \(shape), with a length that is not 0 to "
          + "\(ServerRequest.longest)")
    }
    return shape
  }

  private func limitResults(
    of operation: Operation, _ shapes: [[Int]], rows: Int
  ) throws(Reason) {
    let shape: [Int]
    do {
      shape = try operation.signature.resultShape(of: shapes)
    } catch {
      throw .error(error.description)
    }
    guard ([rows] + shape).product(atMost: ServerRequest.mostResults) != nil else {
      throw .error(
        "\(rows) results of shape \(shape) are more than \(ServerRequest.mostResults) numbers")
    }
  }

  private func numbers(
    _ bits: String, of name: String, in format: Format, _ shape: [Int], rows: Int
  ) throws(Reason) -> [Double] {
    let values: [Double]
    do {
      values = try BitsText.values(bits, in: format)
    } catch {
      throw .error("the argument '\(name)': \(error.text(in: bits, of: format))")
    }
    // As many numbers as were given is the most that it can be.
    guard ([rows] + shape).product(atMost: values.count) == values.count else {
      throw .error(
        "the argument '\(name)' has \(values.count) numbers, not \(rows) times those of the "
          + "shape \(shape)")
    }
    return values
  }
}
