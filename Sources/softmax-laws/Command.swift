import Conformance

/// What the program is asked to do.
enum Command: Equatable {
  case check
  case record
  case list
  case replay(token: String)
  case oracle(operation: String, arguments: [String])
  case mutants
  case merge(reports: [String])
  case serve
  case sweep(operation: String)
  case help(Usage)
  case version

  /// The names of all commands.
  static let names = [
    "check", "record", "list", "replay", "oracle", "mutants", "sweep", "merge", "serve", "help",
  ]

  /// All options of all commands.
  static let allOptions =
    Command.check.options + ["--resume", "--raw", "--json", "--markdown", "--help", "--version"]

  /// The name on the command line.
  var name: String {
    switch self {
    case .check: "check"
    case .record: "record"
    case .list: "list"
    case .replay: "replay"
    case .oracle: "oracle"
    case .mutants: "mutants"
    case .merge: "merge"
    case .serve: "serve"
    case .sweep: "sweep"
    case .help: "help"
    case .version: "--version"
    }
  }

  /// The options that have a meaning for the command.
  var options: [String] {
    switch self {
    case .check, .record:
      [
        "--implementation", "--library", "--law", "--format", "--cases", "--seed", "--jobs",
        "--time-limit", "--known-issues", "--regressions", "--baseline", "--report", "--shard",
        "--annotations", "--no-times", "--quiet", "--no-color",
      ]
    case .list: ["--json", "--markdown", "--no-color"]
    case .mutants: ["--json", "--report", "--cases", "--seed", "--format", "--no-color"]
    case .merge: ["--report", "--annotations", "--no-times", "--quiet", "--no-color"]
    case .replay: ["--implementation", "--library", "--time-limit", "--no-color"]
    case .serve: ["--implementation", "--library", "--raw", "--no-color"]
    case .sweep:
      [
        "--implementation", "--library", "--format", "--cases", "--seed", "--jobs", "--shard",
        "--resume", "--time-limit", "--report", "--annotations", "--no-times", "--quiet",
        "--no-color",
      ]
    case .oracle, .help, .version: []
    }
  }

  /// Whether the command does its work whole, or a shard of it.
  var isRun: Bool { options.contains("--shard") }

  /// Whether red results become annotations where the command is a step on GitHub.
  var takesAnnotations: Bool { options.contains("--annotations") }

  /// The endings that the name of a report may have.
  var reportEndings: [String] { self == .mutants ? [".html", ".json", ".md"] : Reports.endings }

  /// What `--help` behind the command explains.
  var usage: Usage {
    switch self {
    case .sweep: .sweep
    case .help(let usage): usage
    default: .program
    }
  }

  /// Whether a program may follow `--`.
  var takesProgram: Bool {
    switch self {
    case .check, .record, .replay, .sweep, .help: true
    case .list, .oracle, .mutants, .merge, .serve, .version: false
    }
  }
}
