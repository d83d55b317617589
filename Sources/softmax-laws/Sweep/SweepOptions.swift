import Foundation

/// What `sweep` is asked to do beside what other commands are asked too.
struct SweepOptions: Equatable {
  /// The most threads that can be asked for.
  static let mostJobs = 1024
  /// The most shards.
  static let mostShards = 100_000

  /// The name of an operation, or of one function that it is.
  var operation = ""
  /// The value of `--jobs`; as many as there are processors.
  var jobs = ProcessInfo.processInfo.activeProcessorCount
  /// The value of `--shard`: the shard's number, from one, and how many there are.
  var shard = 1
  /// How many shards there are.
  var shards = 1
  /// The value of `--resume`: the file that holds the state.
  var resume: String?

  /// The options.
  static let names = [
    "--implementation", "--library", "--format", "--cases", "--seed", "--jobs", "--shard",
    "--resume", "--time-limit", "--report", "--quiet", "--no-color",
  ]
}

extension Invocation {
  /// Reads what follows `sweep` on the command line.
  mutating func readSweep(_ arguments: ArraySlice<String>) throws(UsageError) {
    let given = arguments.prefix { $0 != "--" }
    program = Array(arguments[given.endIndex...].dropFirst())
    if given.count < arguments.count, program.isEmpty { throw .missingProgram }
    var rest = ArgumentList(given)
    if rest.first == "--help" || rest.first == "-h" {
      command = .help(.sweep)
      return
    }
    var options = SweepOptions()
    guard let first = rest.first, !first.hasPrefix("-") else {
      throw .missingArgument("an operation", of: "sweep")
    }
    options.operation = try rest.next() ?? first
    command = .sweep(options)
    while let option = try rest.next() {
      guard option.hasPrefix("-") else { throw .strayArgument(option) }
      if option == "--help" || option == "-h" {
        command = .help(.sweep)
        return
      }
      guard SweepOptions.names.contains(option) else { throw unknown(option) }
      if try !options.read(option, &rest) { try read(option, &rest) }
    }
    command = .sweep(options)
    try rejectSeveralTargets()
  }

  private func unknown(_ option: String) -> UsageError {
    Command.allOptions.contains(option)
      ? .foreignOption(option, of: "sweep") : .unknownOption(option)
  }
}

extension SweepOptions {
  /// Reads an option of `sweep` alone; returns whether it is one.
  fileprivate mutating func read(
    _ option: String, _ rest: inout ArgumentList
  ) throws(UsageError) -> Bool {
    switch option {
    case "--jobs": jobs = try rest.count(of: option, atMost: Self.mostJobs)
    case "--shard":
      let numbers = try rest.value(of: option, "a shard I/N, with I from 1 to N") { text in
        let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        let known = numbers.compactMap(\.self)
        guard numbers.count == 2, known.count == 2, (1...Self.mostShards).contains(known[1]),
          (1...known[1]).contains(known[0])
        else { return nil as [Int]? }
        return known
      }
      (shard, shards) = (numbers[0], numbers[1])
    case "--resume": resume = try rest.text(of: option)
    default: return false
    }
    return true
  }
}
