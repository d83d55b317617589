import Arithmetic

/// What was asked for on the command line.
struct Invocation: Equatable {
  /// The subcommands.
  enum Command: Equatable {
    case check
    case list
    case replay(token: String)
    case oracle(operation: String, arguments: [String])
    case help
    case version
  }

  /// The subcommand; `check` if none is named.
  var command = Command.check
  /// The value of `--implementation`.
  var implementation: String?
  /// The values of `--law`; all laws if there is none.
  var laws: [String] = []
  /// The values of `--format`; all formats if there is none.
  var formats: [Format] = []
  /// The value of `--cases`.
  var cases = 500
  /// The value of `--seed`.
  var seed: UInt64 = 1
  /// The value of `--time-limit`, in seconds a call.
  var timeLimit: Double?
  /// The values of `--report`.
  var reports: [String] = []
  /// The value of `--known-issues`.
  var knownIssues: String?
  /// Whether `--quiet` was given.
  var isQuiet = false
  /// Whether `--no-color` was given.
  var isPlain = false
  /// Whether `--json` was given.
  var isJSON = false
  /// The program after `--`, with its arguments.
  var program: [String] = []

  /// Reads the command line without the program's own name.
  ///
  /// - Throws: `UsageError` naming the offending text.
  init(arguments: [String]) throws(UsageError) {
    var rest = arguments[...]
    if let dashes = arguments.firstIndex(of: "--") {
      program = Array(arguments[(dashes + 1)...])
      rest = arguments[..<dashes]
      guard !program.isEmpty else { throw .missingProgram }
    }
    try readCommand(&rest)
    while let argument = rest.popFirst() { try readOption(argument, &rest) }
    try reject()
  }

  private mutating func readCommand(_ rest: inout ArraySlice<String>) throws(UsageError) {
    guard let first = rest.first else { return }
    switch first {
    case "-h", "--help", "help": command = .help
    case "--version": command = .version
    case "check": break
    case "list": command = .list
    case "replay":
      guard let token = rest.dropFirst().first, !token.hasPrefix("--") else {
        throw .missingArgument("a replay token", of: first)
      }
      command = .replay(token: token)
      rest = rest.dropFirst(2)
      return
    case "oracle":
      let operands = rest.dropFirst()
      guard let operation = operands.first else { throw .missingArgument("an operation", of: first) }
      command = .oracle(operation: operation, arguments: Array(operands.dropFirst()))
      rest = []
      return
    default:
      guard !first.hasPrefix("-") else { return }
      throw .unknownCommand(first)
    }
    rest = rest.dropFirst()
  }

  private mutating func readOption(
    _ option: String, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    switch option {
    case "--implementation": implementation = try rest.value(of: option) { $0 }
    case "--law": laws.append(try rest.value(of: option) { $0 })
    case "--format": formats.append(try rest.value(of: option, Format.init))
    case "--cases": cases = try rest.value(of: option) { Int($0).flatMap { $0 > 0 ? $0 : nil } }
    case "--seed": seed = try rest.value(of: option) { UInt64($0) }
    case "--time-limit":
      timeLimit = try rest.value(of: option) { text in
        Double(text).flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
      }
    case "--report": reports.append(try rest.value(of: option) { $0.hasSuffix(".jsonl") ? $0 : nil })
    case "--known-issues": knownIssues = try rest.value(of: option) { $0 }
    case "--quiet": isQuiet = true
    case "--no-color": isPlain = true
    case "--json": isJSON = true
    default: throw option.hasPrefix("-") ? .unknownOption(option) : .strayArgument(option)
    }
  }

  /// Rejects what contradicts itself.
  private func reject() throws(UsageError) {
    if implementation != nil, !program.isEmpty { throw .twoImplementations }
    if isJSON, command != .list { throw .unknownOption("--json") }
  }
}

extension ArraySlice<String> {
  /// Takes the value of an option off the front.
  fileprivate mutating func value<Value>(
    of option: String, _ parse: (String) -> Value?
  ) throws(UsageError) -> Value {
    guard let text = popFirst() else { throw .missingValue(of: option) }
    guard let value = parse(text) else { throw .badValue(text, of: option) }
    return value
  }
}
