import Arithmetic
import Conformance
import Foundation
import SoftmaxFamily
import Specimens
import Synchronization

/// `softmax-laws sweep`.
struct SweepCommand {
  private let invocation: Invocation
  private let operation: String
  private let terminal: Terminal
  private let interruption: Interruption

  init(
    _ invocation: Invocation, _ terminal: Terminal, _ interruption: Interruption,
    operation: String
  ) {
    self.invocation = invocation
    self.operation = operation
    self.terminal = terminal
    self.interruption = interruption
  }

  /// Tries all inputs of the functions asked for, and prints what is found.
  func run() throws(Stop) -> ExitStatus {
    try invocation.touchStatusFile()
    let pairs = PairSweep.operations.first { $0.rawValue == operation }
    let functions = pairs == nil ? try functions() : []
    let target = try Target(invocation, interruption)
    defer { target.close() }
    guard let implementation = target.implementation else {
      throw Stop(message: "the certified balls have no bits to sweep", status: .usage)
    }
    let formats = pairs == nil ? formats(of: implementation, functions) : [Format.binary16]
    guard pairs == nil || invocation.formats.allSatisfy({ $0 == .binary16 }) else {
      throw Stop(message: "pairs are swept in binary16 only", status: .usage)
    }
    let copies = try target.implementations(invocation.jobs ?? target.defaultJobs)
    let store = try SweepStore(
      invocation.resume, identity: identity(implementation, functions, formats))
    let reports = try RunReports(invocation, header(implementation, formats))
    let text = SweepText(terminal, isQuiet: invocation.isQuiet)
    text.begin(target, invocation.shardNote)
    var results: [SweepResult] = []
    if let pairs {
      results.append(try result(pairs, copies, store))
      text.print(results[0])
      if let entry = ReportEntry(results[0]) { reports.append(entry) }
    }
    for format in formats {
      for function in functions where interruption.status == nil {
        let result = try result(function, format, copies, store)
        results.append(result)
        text.print(result)
        if let entry = ReportEntry(result) { reports.append(entry) }
      }
    }
    if results.contains(where: \.isOfProgram) { target.printLog(terminal) }
    if let status = interruption.status {
      let hint = invocation.resume.map { "; the state is in '\($0)'" } ?? ""
      terminal.complain("interrupted, after what is printed above\(hint)")
      let (known, total) = (reports.run.entries.count, max(1, functions.count) * formats.count)
      let signal = interruption.signalName ?? ""
      _ = reports.close(.interrupted(signal, results: known, total: total), terminal)
      return status
    }
    if invocation.isAnnotated { RunText(terminal, reports.run).printAnnotations() }
    guard reports.close(.complete, terminal) else { return .badData }
    return ExitStatus(of: results)
  }

  private func functions() throws(Stop) -> [ElementwiseFunction] {
    if let function = ElementwiseFunction(rawValue: operation) { return [function] }
    let named = SoftmaxFamily.Operation(rawValue: operation)
    let functions = named.map { ElementwiseFunction.functions(of: $0) } ?? []
    guard functions.isEmpty else { return functions }
    let names = ElementwiseFunction.allCases.map(\.rawValue) + PairSweep.operations.map(\.rawValue)
    let suggestion = Suggestion.text(for: operation, among: names)
    throw Stop(
      message: "'\(operation)' cannot be swept"
        + (suggestion.isEmpty ? ", only \(names.joined(separator: ", "))" : suggestion),
      status: .usage)
  }

  /// The formats asked for, or the narrow ones in which a function is offered.
  private func formats(
    of implementation: Implementation, _ functions: [ElementwiseFunction]
  ) -> [Format] {
    guard invocation.formats.isEmpty else {
      return Format.allCases.filter(invocation.formats.contains)
    }
    return Format.allCases.filter { format in
      format != .binary64
        && functions.contains { implementation.offers($0.operation, in: format) }
    }
  }

  private func identity(
    _ implementation: Implementation, _ functions: [ElementwiseFunction], _ formats: [Format]
  ) -> [String: String] {
    let claims = implementation.claims.table.map { "\($0.name) \($0.value)" }
    return [
      "suite": Suite.version, "implementation": implementation.name,
      "version": implementation.version, "claims": claims.joined(separator: ", "),
      "operation": operation, "shard": invocation.shard.description,
      "formats": formats.map(\.rawValue).joined(separator: " "),
    ]
  }

  private func result(
    _ function: ElementwiseFunction, _ format: Format, _ all: [Implementation],
    _ store: SweepStore
  ) throws(Stop) -> SweepResult {
    let name = "\(function.rawValue) in \(format.rawValue)"
    let start = ContinuousClock.now
    guard format != .binary64 else {
      let sample = SweepSample(
        function, of: all[0], seed: invocation.seed, count: invocation.cases)
      terminal.progress("\(name): a sample")
      return sample.result(
        shouldStop: { interruption.status != nil },
        seconds: { (ContinuousClock.now - start).inSeconds })
    }
    let sweep = Sweep(
      function, in: format, of: all[0], copies: Array(all.dropFirst()), shard: invocation.shard)
    let outcome = try outcome(name, blocks: sweep.blocks.count, jobs: all.count, store) {
      sweep.run(from: $0, jobs: $1, shouldStop: $2, report: $3)
    }
    return SweepResult(sweep, outcome, seconds: (ContinuousClock.now - start).inSeconds)
  }

  /// The result of a sweep over all pairs.
  private func result(
    _ operation: SoftmaxFamily.Operation, _ all: [Implementation], _ store: SweepStore
  ) throws(Stop) -> SweepResult {
    let name = "\(operation.rawValue) of pairs in binary16"
    let start = ContinuousClock.now
    let sweep = PairSweep(
      operation, of: all[0], copies: Array(all.dropFirst()), shard: invocation.shard)
    let outcome = try outcome(name, blocks: sweep.blocks.count, jobs: all.count, store) {
      sweep.run(from: $0, jobs: $1, shouldStop: $2, report: $3)
    }
    return SweepResult(sweep, outcome, seconds: (ContinuousClock.now - start).inSeconds)
  }

  /// Goes on with blocks from where they stand, shows how far it is, and keeps where it ended.
  private func outcome(
    _ name: String, blocks: Int, jobs: Int, _ store: SweepStore,
    _ run: (
      _ known: Sweep.Progress, _ jobs: Int, _ shouldStop: @escaping @Sendable () -> Bool,
      _ report: @escaping @Sendable (Sweep.Progress) -> Void
    ) -> Sweep.Outcome
  ) throws(Stop) -> Sweep.Outcome {
    let known = store.progress(name)
    let clock = SweepClock(name, blocks: blocks, known: known.done.count, terminal)
    let outcome = run(
      known, jobs,
      { [interruption] in interruption.status != nil },
      { progress in
        clock.show(progress.done.count)
        store.note(name, progress)
      })
    try store.save()
    return outcome
  }

  private func header(_ implementation: Implementation, _ formats: [Format]) -> ReportHeader {
    var header = ReportHeader(implementation, seed: invocation.seed, cases: invocation.cases)
    header.command = invocation.command.name
    header.shard = invocation.shard
    header.formats = formats.map(\.rawValue)
    return header
  }
}

extension Duration {
  /// The duration in seconds.
  fileprivate var inSeconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }
}

extension ExitStatus {
  /// What the results of sweeps say; the worst of them decides.
  init(of results: [SweepResult]) {
    self =
      if results.contains(where: \.isOfSuite) {
        .internalFault
      } else if results.contains(where: \.isOfProgram) {
        .implementationFailed
      } else if results.contains(where: \.isRed) {
        .falsified
      } else {
        results.contains { $0.verdict == .holds } ? .success : .nothingChecked
      }
  }
}
