import Arithmetic
import SoftmaxFamily
import StrictJSON

/// What a program says of itself.
struct Hello: Sendable, Equatable {
  /// The name shown in reports.
  let name: String
  /// The version; empty where there is none.
  let version: String
  /// The programming language; empty where it is not told.
  let language: String
  /// The operations offered, with the formats of each in the order of `Format.allCases`.
  let operations: [Operation: [Format]]
  /// Names of operations that this suite does not know, in alphabetical order.
  let otherOperations: [String]
  /// What is promised.
  let claims: Claims
  /// What else the program says, by keys that mean nothing to this suite.
  let others: [String: String]

  /// How many characters a name, a version or a language may have, which stand in every report.
  private static let longestWord = 200

  /// The formats in which any operation is offered.
  var formats: [Format] {
    Format.allCases.filter { format in operations.values.contains { $0.contains(format) } }
  }

  /// Reads the first message of a program.
  ///
  /// - Throws: `BridgeError.badHello` where it has not the form of a hello,
  ///   `.wrongProtocol` where it is of another version, `.refused` where there is an error in its place,
  ///   `.unknownFormat` and `.badClaim`.
  init(_ line: [UInt8]) throws(BridgeError) {
    let message: JSON
    do throws(JSONError) {
      message = try JSONReader.value(of: line)
    } catch {
      throw .badHello("\(error.words): \(excerpt(line))")
    }
    if let reason = message["error"]?.text { throw .refused(reason) }
    guard let hello = message["hello"], hello.object != nil else {
      throw .badHello("no object 'hello': \(excerpt(line))")
    }
    guard let version = hello["protocol"] else { throw .badHello("no 'protocol'") }
    guard version.number == 1 else { throw .wrongProtocol(version.description) }
    name = try Hello.text("name", of: hello)
    self.version = try Hello.text("version", of: hello, default: "")
    language = try Hello.text("language", of: hello, default: "")
    guard let offers = hello["operations"]?.object else {
      throw .badHello("no object 'operations'")
    }
    var known: [Operation: [Format]] = [:]
    for (name, formats) in offers.sorted(by: { $0.key < $1.key }) {
      guard let operation = Operation(rawValue: name) else { continue }
      known[operation] = try Hello.formats(formats, of: name)
    }
    operations = known.filter { !$0.value.isEmpty }
    otherOperations = offers.keys.filter { Operation(rawValue: $0) == nil }.sorted()
    let claims = hello["claims"] ?? JSON(.object([:]))
    guard let members = claims.object else {
      throw .badHello("'claims' is no object: \(excerpt(claims.description))")
    }
    self.claims = try Claims(members)
    let words = ["protocol", "name", "version", "language", "operations", "claims"]
    others = (hello.object ?? [:]).filter { !words.contains($0.key) }.mapValues(\.description)
  }

  private static func text(
    _ key: String, of hello: JSON, default: String? = nil
  ) throws(BridgeError) -> String {
    guard let value = hello[key] else {
      guard let `default` else { throw .badHello("no '\(key)'") }
      return `default`
    }
    guard let text = value.text else {
      throw .badHello("'\(key)' is no string: \(excerpt(value.description))")
    }
    guard text.unicodeScalars.count <= longestWord else {
      throw .badHello("'\(key)' has more than \(longestWord) characters: \(excerpt(text))")
    }
    return text
  }

  private static func formats(_ value: JSON, of operation: String) throws(BridgeError) -> [Format] {
    guard let names = value.texts else {
      throw .badHello(
        "the formats of '\(operation)' are no list of strings: \(excerpt(value.description))")
    }
    for name in names where Format(rawValue: name) == nil {
      throw .unknownFormat(operation: operation, format: name)
    }
    return Format.allCases.filter { names.contains($0.rawValue) }
  }
}
