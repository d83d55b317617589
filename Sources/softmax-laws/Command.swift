/// What the program is asked to do.
enum Command: Equatable {
  case check
  case list
  case replay(token: String)
  case oracle(operation: String, arguments: [String])
  case mutants
  case help(Usage)
  case version

  /// The names of all commands.
  static let names = ["check", "list", "replay", "oracle", "mutants", "help"]

  /// All options of all commands.
  static let allOptions = Command.check.options + ["--json", "--markdown", "--help", "--version"]

  /// The name on the command line.
  var name: String {
    switch self {
    case .check: "check"
    case .list: "list"
    case .replay: "replay"
    case .oracle: "oracle"
    case .mutants: "mutants"
    case .help: "help"
    case .version: "--version"
    }
  }

  /// The options that have a meaning for the command.
  var options: [String] {
    switch self {
    case .check:
      [
        "--implementation", "--law", "--format", "--cases", "--seed", "--jobs",
        "--time-limit", "--known-issues", "--regressions", "--report", "--quiet", "--no-color",
      ]
    case .list: ["--json", "--markdown", "--no-color"]
    case .mutants: ["--json", "--report", "--cases", "--seed", "--format", "--no-color"]
    case .replay: ["--implementation", "--time-limit", "--no-color"]
    case .oracle, .help, .version: []
    }
  }

  /// The endings that the name of a report may have.
  var reportEndings: [String] { self == .mutants ? [".html", ".json", ".md"] : [".jsonl"] }

  /// Whether a program may follow `--`.
  var takesProgram: Bool {
    switch self {
    case .check, .replay, .help: true
    case .list, .oracle, .mutants, .version: false
    }
  }
}
