import Arithmetic
import Conformance

/// What was asked for on the command line.
struct Invocation: Equatable {
  /// The most cases that can be asked for.
  static let mostCases = 1_000_000_000
  /// The most jobs that can be asked for.
  static let mostJobs = 256
  /// The longest time that a call can be given, in seconds: a day.
  static let longestTime = 86_400.0

  /// The subcommand; `check` if none is named.
  var command = Command.check
  /// The value of `--implementation`.
  var implementation: String?
  /// The value of `--library`.
  var library: String?
  /// The values of `--law`; all laws if there is none.
  var laws: [String] = []
  /// The values of `--format`; all formats if there is none.
  var formats: [Format] = []
  /// The value of `--cases`.
  var cases = 500
  /// The value of `--seed`.
  var seed: UInt64 = 1
  /// The value of `--jobs`.
  var jobs: Int?
  /// The value of `--time-limit`, in seconds a call.
  var timeLimit: Double?
  /// The values of `--report`.
  var reports: [String] = []
  /// The report that is a job's summary on GitHub, whose name has no ending.
  var stepSummary: String?
  /// The value of `--shard`, or what the environment says.
  var shard = Shard.whole
  /// Where the shard is from, if not from `--shard`.
  var shardVariables: ShardVariables.Finding?
  /// Whether `--annotations` was given, or the run is a step on GitHub.
  var isAnnotated = false
  /// Whether `--no-times` was given.
  var isTimeless = false
  /// The value of `--regressions`.
  var regressions: String?
  /// The value of `--resume`: the file that holds the state of a sweep.
  var resume: String?
  /// Whether `--raw` was given: the suite has started this process, and numbers come through a file, too.
  var isRaw = false
  /// The value of `--baseline`.
  var baseline: String?
  /// The value of `--known-issues`.
  var knownIssues: String?
  /// Whether `--quiet` was given.
  var isQuiet = false
  /// Whether `--no-color` was given.
  var isPlain = false
  /// Whether `--json` was given.
  var isJSON = false
  /// Whether `--markdown` was given.
  var isMarkdown = false
  /// The program after `--`, with its arguments.
  var program: [String] = []

  /// Reads the command line without the program's own name, and the variables of engines that run
  /// jobs.
  ///
  /// - Throws: `UsageError` naming the offending text.
  init(arguments: [String], environment: [String: String] = [:]) throws(UsageError) {
    stepSummary = environment["GITHUB_STEP_SUMMARY"]
    if arguments.first == "oracle" {
      command = try Self.oracle(arguments.dropFirst())
      return
    }
    let options = arguments.prefix { $0 != "--" }
    program = Array(arguments[options.endIndex...].dropFirst())
    if options.count < arguments.count, program.isEmpty { throw .missingProgram }
    var rest = ArgumentList(options)
    try readCommand(&rest)
    while let argument = try rest.next() { try readOption(argument, &rest) }
    try rejectContradictions()
    if command.isRun { try readShard(environment, isGiven: options.isSharded) }
    if command.takesAnnotations {
      isAnnotated = isAnnotated || environment["GITHUB_ACTIONS"] == "true"
    }
  }

  private mutating func readCommand(_ rest: inout ArgumentList) throws(UsageError) {
    guard let first = rest.first, !first.hasPrefix("-") || first == "--version" else { return }
    _ = try rest.next()
    switch first {
    case "check": break
    case "record": command = .record
    case "list": command = .list
    case "mutants": command = .mutants
    case "serve": command = .serve
    case "help": command = .help(.program)
    case "merge": command = .merge(reports: [])
    case "--version": command = .version
    case "replay": command = try Self.replay(&rest)
    case "sweep": command = try Self.sweep(&rest)
    default: throw .unknownCommand(first)
    }
  }

  private static func replay(_ rest: inout ArgumentList) throws(UsageError) -> Command {
    if rest.first == "--help" || rest.first == "-h" { return .help(.program) }
    guard let token = rest.first, !token.hasPrefix("-") else {
      throw .missingArgument("a token", of: "replay")
    }
    return .replay(token: try rest.next() ?? token)
  }

  private static func sweep(_ rest: inout ArgumentList) throws(UsageError) -> Command {
    if rest.first == "--help" || rest.first == "-h" { return .help(.sweep) }
    guard let operation = rest.first, !operation.hasPrefix("-") else {
      throw .missingArgument("an operation", of: "sweep")
    }
    return .sweep(operation: try rest.next() ?? operation)
  }

  /// Everything after `oracle` is its arguments, which may begin with a minus.
  private static func oracle(_ texts: ArraySlice<String>) throws(UsageError) -> Command {
    let operands = texts.filter { $0 != "--" }
    if operands.contains("--help") || operands.contains("-h") { return .help(.oracle) }
    if let option = operands.first(where: { $0.hasPrefix("--") }) {
      throw .foreignOption(option, of: "oracle")
    }
    guard let operation = operands.first else {
      throw .missingArgument("an operation", of: "oracle")
    }
    return .oracle(operation: operation, arguments: Array(operands.dropFirst()))
  }

  private mutating func readOption(
    _ option: String, _ rest: inout ArgumentList
  ) throws(UsageError) {
    guard option.hasPrefix("-") else { return try readArgument(option) }
    if option == "--help" || option == "-h" {
      command = .help(command.usage)
      return
    }
    guard command.options.contains(option) || command == .help(.program) else {
      let isKnown = Command.allOptions.contains(option)
      throw isKnown ? .foreignOption(option, of: command.name) : .unknownOption(option)
    }
    try read(option, &rest)
  }

  /// Reads what is no option: a report to be merged.
  private mutating func readArgument(_ text: String) throws(UsageError) {
    guard case .merge(let paths) = command else { throw .strayArgument(text) }
    guard !paths.contains(text) else { throw .repeatedReport(text) }
    command = .merge(reports: paths + [text])
  }

  private mutating func read(_ option: String, _ rest: inout ArgumentList) throws(UsageError) {
    switch option {
    case "--implementation": implementation = try rest.text(of: option)
    case "--library": library = try rest.text(of: option)
    case "--law": laws.append(try rest.text(of: option))
    case "--format": formats.append(try rest.format(of: option))
    case "--cases": cases = try rest.count(of: option, atMost: Self.mostCases)
    case "--jobs": jobs = try rest.count(of: option, atMost: Self.mostJobs)
    case "--seed":
      seed = try rest.value(of: option, "a whole number from 0 to \(UInt64.max)") { UInt64($0) }
    case "--time-limit": timeLimit = try rest.seconds(of: option, atMost: Self.longestTime)
    case "--known-issues": knownIssues = try rest.text(of: option)
    case "--resume": resume = try rest.text(of: option)
    case "--regressions": regressions = try rest.text(of: option)
    case "--baseline": baseline = try rest.text(of: option)
    case "--report": try addReport(&rest)
    case "--shard":
      shard = try rest.value(of: option, "a shard I/N, with I from 1 to N") { Shard($0) }
    case "--raw": isRaw = true
    case "--annotations": isAnnotated = true
    case "--no-times": isTimeless = true
    case "--quiet": isQuiet = true
    case "--no-color": isPlain = true
    case "--json": isJSON = true
    case "--markdown": isMarkdown = true
    default: throw .unknownOption(option)
    }
  }

  private mutating func addReport(_ rest: inout ArgumentList) throws(UsageError) {
    let endings = command.reportEndings
    let list = endings.joined(separator: ", ")
    let path = try rest.value(of: "--report", "a file that ends in \(list)") { path in
      endings.contains(where: path.hasSuffix) || path == stepSummary ? path : nil
    }
    guard !reports.contains(path) else { throw .repeatedReport(path) }
    reports.append(path)
  }

  private func rejectContradictions() throws(UsageError) {
    if command == .record, baseline == nil { throw .missingOption("--baseline", of: "record") }
    if command == .merge(reports: []) { throw .missingArgument("a report", of: "merge") }
    if !program.isEmpty, !command.takesProgram { throw .needlessProgram(of: command.name) }
    let targets = [
      implementation.map { _ in "'--implementation'" }, library.map { _ in "'--library'" },
      program.first.map { _ in "a program after '--'" },
    ].compactMap(\.self)
    if targets.count > 1 { throw .twoImplementations(targets[0], targets[1]) }
  }
}
