import Arithmetic
import Conformance
import Foundation
import ProcessBridge
import SoftmaxFamily
import SoftmaxReference
import Specimens
import Synchronization

/// The implementation that a command is about, and the process behind it, if there is one.
struct Target {
  /// What the laws are checked of.
  let check: Check.Target
  /// The implementation, `nil` for the certified balls of the reference.
  let implementation: Implementation?
  private let process: ProcessImplementation?
  private let interruption: Interruption
  private let copies = Copies()

  /// Finds the built-in implementation, or starts the program or a process for the library.
  ///
  /// - Throws: `Stop` if there is no such implementation, or the program does not speak the
  ///   protocol.
  init(_ invocation: Invocation, _ interruption: Interruption) throws(Stop) {
    self.interruption = interruption
    if let library = invocation.library {
      let command = [OwnProgram.path, "serve", "--library", library]
      // What hangs is offered, so that there is no need to wait for long.
      let copy = try Target.start(command, invocation, interruption, callLimit: 1)
      defer { copy.close() }
      let process = try Target.start(command + ["--raw"], invocation, interruption, isRaw: true)
      self.process = process
      implementation = LibraryProbe.narrowed(
        process.implementation, byAsking: copy.implementation.until(interruption))
    } else if invocation.program.isEmpty {
      process = nil
      implementation = try Target.builtIn(invocation.implementation ?? "textbook")
    } else {
      let process = try Target.start(invocation.program, invocation, interruption)
      self.process = process
      implementation = process.implementation
    }
    check = implementation.map { .implementation($0.until(interruption)) } ?? .reference
  }

  /// The built-in implementation of a name; `nil` for the certified balls.
  static func builtIn(_ name: String) throws(Stop) -> Implementation? {
    guard name != "certified" else { return nil }
    let all = Specimen.all + [CMathematics.implementation, .reference]
    if let implementation = all.first(where: { $0.name == name }) { return implementation }
    let names = all.map(\.name) + ["certified"]
    let suggestion = Suggestion.text(for: name, among: names)
    throw Stop(
      message: "there is no implementation '\(name)'"
        + (suggestion.isEmpty ? ", only \(names.joined(separator: ", "))" : suggestion),
      status: .usage)
  }

  /// What to add to a command line to have the same target.
  static func options(_ invocation: Invocation) -> String {
    let limit = invocation.timeLimit.map { " --time-limit \($0)" } ?? ""
    if !invocation.program.isEmpty {
      return limit + " -- " + invocation.program.map(\.shellWord).joined(separator: " ")
    }
    if let library = invocation.library { return limit + " --library " + library.shellWord }
    return limit + (invocation.implementation.map { " --implementation \($0)" } ?? "")
  }

  /// The name and version shown.
  var title: String {
    guard let implementation else { return "certified balls" }
    return [implementation.name, implementation.version, implementation.language]
      .filter { !$0.isEmpty }.joined(separator: " ").harmless
  }

  /// The formats in which anything is offered.
  var formats: [Format] { implementation?.formats ?? Format.allCases }

  /// What the bounds assume, and what nothing is checked of.
  var notes: [String] {
    guard let implementation else { return [] }
    let claims = implementation.claims.table.map { "\($0.name) \($0.value)" }
    let promised = claims.isEmpty ? "nothing" : claims.joined(separator: ", ")
    let others = process?.otherOperations ?? []
    let unknown = "offers without a law here: " + others.joined(separator: ", ")
    let words = (process?.otherWords ?? [:]).sorted { $0.key < $1.key }.map { key, value in
      "says \(key) \(value.prefix(160))"
    }
    return (["claims \(promised)"] + (others.isEmpty ? [] : [unknown]) + words.prefix(20)).map {
      String($0.prefix(1000)).harmless
    }
  }

  /// Prints the end of what the program wrote beside its answers, if it wrote anything.
  ///
  /// A line begins with a mark of ours, as there are readers of this output, such as GitHub's runner, that
  /// take lines of a certain beginning for commands.
  func printLog(_ terminal: Terminal) {
    let lines = (process?.log ?? "").split(whereSeparator: \.isNewline).suffix(10)
    guard !lines.isEmpty else { return }
    terminal.print()
    terminal.print("the last lines of the program's log:")
    for line in lines { terminal.print("    | \(String(line.prefix(160)).harmless)") }
  }

  /// How many jobs there are if nobody says: as many as processors, but one for a program, which may
  /// use them all by itself.
  var defaultJobs: Int { process == nil ? ProcessInfo.processInfo.activeProcessorCount : 1 }

  /// What the laws are checked of, so many times; each has a process of its own.
  ///
  /// - Throws: `Stop` where the program cannot be started again, or says something else then.
  func copies(_ count: Int) throws(Stop) -> [Check.Target] {
    guard let process, let implementation else { return Array(repeating: check, count: count) }
    var targets = [check]
    while targets.count < count {
      do throws(BridgeError) {
        let copy = try process.another()
        copies.all.withLock { $0.append(copy) }
        let same = copy.implementation.offering(implementation.operations)
        targets.append(.implementation(same.until(interruption)))
      } catch {
        throw Stop(message: error.description, status: .implementationFailed)
      }
    }
    return targets
  }

  /// The implementation, so many times, each with a process of its own; none for certified balls.
  ///
  /// - Throws: `Stop` where the program cannot be started again, or says something else then.
  func implementations(_ count: Int) throws(Stop) -> [Implementation] {
    try copies(count).compactMap { target in
      if case .implementation(let implementation) = target { implementation } else { nil }
    }
  }

  /// Ends the program, all copies of it at once.
  func close() {
    let all = (process.map { [$0] } ?? []) + copies.all.withLock { $0 }
    DispatchQueue.concurrentPerform(iterations: all.count) { all[$0].close() }
  }

  private static func start(
    _ command: [String], _ invocation: Invocation, _ interruption: Interruption,
    callLimit: Double? = nil, isRaw: Bool = false
  ) throws(Stop) -> ProcessImplementation {
    // The budget is kept where the results are in order; a search may lose a process more.
    var limits = Limits(restarts: 10 * Jobs.restarts)
    let seconds = [invocation.timeLimit, callLimit].compactMap(\.self).min()
    if let seconds { limits.call = .seconds(seconds) }
    do throws(BridgeError) {
      return try ProcessImplementation(
        command: command, limits: limits, takesRawNumbers: isRaw,
        until: { interruption.status != nil })
    } catch {
      throw Stop(message: error.description, status: .implementationFailed)
    }
  }
}

/// The processes beside the first.
private final class Copies: Sendable {
  let all = Mutex<[ProcessImplementation]>([])
}
