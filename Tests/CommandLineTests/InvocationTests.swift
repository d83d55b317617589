import Arithmetic
import Testing

@testable import softmax_laws

@Suite("A command line")
struct InvocationTests {
  @Test func `is a check of everything where it is empty`() throws {
    let invocation = try Invocation(arguments: [])
    #expect(invocation == (try Invocation(arguments: ["check"])))
    #expect(invocation.command == .check)
    #expect(invocation.implementation == nil)
    #expect(invocation.laws.isEmpty && invocation.formats.isEmpty && invocation.program.isEmpty)
    #expect(invocation.cases == 500)
    #expect(invocation.seed == 1)
    #expect(invocation.timeLimit == nil)
  }

  @Test func `has every option of check`() throws {
    let invocation = try Invocation(arguments: [
      "check", "--law", "a*", "--law", "b", "--format", "binary32", "--format", "bfloat16",
      "--cases", "7", "--seed", "18446744073709551615", "--time-limit", "0.5", "--known-issues",
      "k.json", "--report", "a.jsonl", "--report", "b.jsonl", "--quiet", "--no-color",
      "--implementation", "naive",
    ])
    #expect(invocation.laws == ["a*", "b"])
    #expect(invocation.formats == [.binary32, .bfloat16])
    #expect(invocation.cases == 7)
    #expect(invocation.seed == .max)
    #expect(invocation.timeLimit == 0.5)
    #expect(invocation.knownIssues == "k.json")
    #expect(invocation.reports == ["a.jsonl", "b.jsonl"])
    #expect(invocation.isQuiet && invocation.isPlain)
    #expect(invocation.implementation == "naive")
  }

  @Test func `may join an option and its value by an equals sign`() throws {
    let joined = try Invocation(arguments: ["--law=a=b", "--seed=3", "--time-limit=2"])
    let apart = try Invocation(arguments: ["--law", "a=b", "--seed", "3", "--time-limit", "2"])
    #expect(joined == apart)
    #expect(joined.laws == ["a=b"])
  }

  @Test func `takes all after two dashes for the program`() throws {
    let invocation = try Invocation(arguments: ["--seed", "2", "--", "run", "--seed", "--", "x=y"])
    #expect(invocation.seed == 2)
    #expect(invocation.program == ["run", "--seed", "--", "x=y"])
  }

  @Test func `names the command`() throws {
    let commands: [([String], Command)] = [
      (["check", "--quiet"], .check), (["list"], .list), (["list", "--json"], .list),
      (["replay", "a:b:00-00"], .replay(token: "a:b:00-00")),
      (["oracle", "softmax"], .oracle(operation: "softmax", arguments: [])),
      (
        ["oracle", "softmax", "0", "-1000", "-inf"],
        .oracle(operation: "softmax", arguments: ["0", "-1000", "-inf"])
      ),
      (
        ["oracle", "softmax", "--", "-1"], .oracle(operation: "softmax", arguments: ["-1"])
      ),
      (["mutants"], .mutants), (["mutants", "--report", "m.html"], .mutants),
      (["help"], .help(.program)), (["--help"], .help(.program)), (["-h"], .help(.program)),
      (["check", "--help"], .help(.program)), (["list", "-h"], .help(.program)),
      (["replay", "--help"], .help(.program)), (["check", "--help", "--", "x"], .help(.program)),
      (["oracle", "--help"], .help(.oracle)), (["oracle", "softmax", "-h"], .help(.oracle)),
      (["--version"], .version),
    ]
    for (arguments, command) in commands {
      #expect(try Invocation(arguments: arguments).command == command)
    }
  }

  @Test(arguments: [
    (["--cases", "0"], "option '--cases' takes a whole number from 1 to 1000000000, not '0'"),
    (
      ["--cases", "many"], "option '--cases' takes a whole number from 1 to 1000000000, not 'many'"
    ),
    (
      ["--cases=1000000001"],
      "option '--cases' takes a whole number from 1 to 1000000000, not '1000000001'"
    ),
    (
      ["--seed", "-1"],
      "option '--seed' takes a whole number from 0 to 18446744073709551615, not '-1'"
    ),
    (
      ["--time-limit", "0"],
      "option '--time-limit' takes a number of seconds above 0, at most 86400, not '0'"
    ),
    (
      ["--time-limit", "nan"],
      "option '--time-limit' takes a number of seconds above 0, at most 86400, not 'nan'"
    ),
    (
      ["--time-limit", "1e300"],
      "option '--time-limit' takes a number of seconds above 0, at most 86400, not '1e300'"
    ),
    (
      ["--format", "binary8"],
      "option '--format' takes one of binary16, bfloat16, binary32, binary64, not 'binary8'"
    ),
    (
      ["--report", "r.txt"],
      "option '--report' takes a file that ends in .jsonl, .xml, .md, .html, not 'r.txt'"
    ),
    (["--report=r.jsonl", "--report=r.jsonl"], "the report 'r.jsonl' is asked for twice"),
    (["--law"], "option '--law' needs a value"),
    (["--law", "--quiet"], "option '--law' needs a value"),
    (["--law="], "option '--law' needs a value"),
    (["--quiet=yes"], "option '--quiet' takes no value, but has 'yes'"),
    (["--quiet=", "--seed=1"], "option '--quiet' takes no value, but has ''"),
  ])
  func `names the value that an option cannot have`(arguments: [String], message: String) {
    #expect(throws: UsageError.self) { try Invocation(arguments: arguments) }
    #expect(error(arguments) == message)
    #expect(error(["check"] + arguments) == message)
  }

  @Test(arguments: [
    (["chekc"], "there is no command 'chekc', did you mean 'check'?"),
    (["frobnicate"], "there is no command 'frobnicate'"),
    (["--lwa", "x"], "there is no option '--lwa', did you mean '--law'?"),
    (["-x"], "there is no option '-x'"),
    (["check", "--frobnicate=3"], "there is no option '--frobnicate'"),
    (["check", "softmax"], "'softmax' is not expected here"),
    (["--seed", "1", "check"], "'check' is not expected here"),
    (["replay", "a", "b"], "'b' is not expected here"),
    (["replay"], "'replay' needs a token"),
    (["replay", "--implementation", "naive"], "'replay' needs a token"),
    (["oracle"], "'oracle' needs an operation"),
    (["oracle", "--"], "'oracle' needs an operation"),
    (["oracle", "softmax", "--seed", "1"], "'oracle' has no option '--seed'"),
    (["list", "--seed", "1"], "'list' has no option '--seed'"),
    (["replay", "a", "--report=r.jsonl"], "'replay' has no option '--report'"),
    (["check", "--json"], "'check' has no option '--json'"),
    (["list", "--", "run"], "'list' takes no program after '--'"),
    (["check", "--"], "no program follows '--'"),
    (
      ["--implementation", "naive", "--", "run"],
      "'--implementation' and a program after '--' exclude each other"
    ),
  ])
  func `names what is not expected`(arguments: [String], message: String) {
    #expect(error(arguments) == message)
  }

  private func error(_ arguments: [String]) -> String? {
    do throws(UsageError) {
      _ = try Invocation(arguments: arguments)
      return nil
    } catch {
      return error.description
    }
  }
}
