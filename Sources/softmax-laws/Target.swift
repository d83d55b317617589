import Arithmetic
import Conformance
import ProcessBridge
import SoftmaxFamily
import Specimens

/// The implementation that a command is about, and the process behind it, if there is one.
struct Target {
  /// What the laws are checked of.
  let check: Check.Target
  /// The implementation, `nil` for the reference.
  let implementation: Implementation?
  private let process: ProcessImplementation?

  /// Finds the built-in implementation, or starts the program.
  ///
  /// - Throws: `Stop` if there is no such implementation, or the program does not speak the
  ///   protocol.
  init(_ invocation: Invocation) throws(Stop) {
    guard invocation.program.isEmpty else {
      let process = try Target.start(invocation)
      self.process = process
      implementation = process.implementation
      check = .implementation(process.implementation)
      return
    }
    process = nil
    let name = invocation.implementation ?? "textbook"
    implementation = Specimen.all.first { $0.name == name }
    guard let implementation else {
      guard name == "reference" else {
        throw Stop(
          message: "there is no implementation '\(name)'; there are textbook, naive and reference",
          status: .usage)
      }
      check = .reference
      return
    }
    check = .implementation(implementation)
  }

  /// What to add to a command line to have the same target.
  static func options(_ invocation: Invocation) -> String {
    if !invocation.program.isEmpty { return " -- " + invocation.program.joined(separator: " ") }
    return invocation.implementation.map { " --implementation \($0)" } ?? ""
  }

  /// The name and version shown.
  var title: String {
    guard let implementation else { return "reference" }
    return [implementation.name, implementation.version, implementation.language]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The formats in which anything is offered.
  var formats: [Format] { implementation?.formats ?? Format.allCases }

  /// What the program wrote beside its answers, if it is one.
  var log: String { process?.log ?? "" }

  /// Ends the program.
  func close() { process?.close() }

  private static func start(_ invocation: Invocation) throws(Stop) -> ProcessImplementation {
    var limits = Limits()
    if let seconds = invocation.timeLimit { limits.call = .seconds(seconds) }
    do throws(BridgeError) {
      return try ProcessImplementation(command: invocation.program, limits: limits)
    } catch {
      throw Stop(message: error.description, status: .implementationFailed)
    }
  }
}
