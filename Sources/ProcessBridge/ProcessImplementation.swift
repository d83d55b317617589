import Foundation
public import SoftmaxFamily
import Synchronization

/// An implementation in another process, which speaks the process protocol, version 1.
///
/// The program may be written in any language. Calls are answered one at a time, or many at once
/// with rows that travel together; each has a deadline. A program that crashes, hangs or breaks the
/// protocol is killed with all that it started, and is started again for the next call,
/// `Limits.restarts` times in all. The row that does it is found and has to answer for it.
///
///     let numpy = try ProcessImplementation(command: ["python3", "adapter.py"])
///     defer { numpy.close() }
///     let reply = try numpy.implementation.evaluate(call)
public struct ProcessImplementation: Sendable {
  /// The implementation, by the name, claims and operations of the program's hello.
  public let implementation: Implementation
  /// Operations that the program offers and this suite does not know, in alphabetical order.
  public let otherOperations: [String]
  /// What else the program's hello says, as JSON, by keys that mean nothing to this suite.
  public let otherWords: [String: String]
  private let session: Session

  /// Starts a program, exchanges hellos, and tests that it gives back the bits of every
  /// format it offers.
  ///
  /// Signals about broken pipes are ignored in this process from now on.
  ///
  /// - Parameters:
  ///   - command: The program, looked up in `PATH`, and its arguments.
  ///   - limits: How long it may take, and how often it is started again.
  ///   - takesRawNumbers: Whether it is `softmax-laws serve --raw`, which takes the numbers of a
  ///     sweep from a file.
  ///   - isCancelled: Asked ten times a second; the program is killed as soon as it says so.
  /// - Throws: `BridgeError`; then no process is left.
  public init(
    command: [String], limits: Limits = Limits(), takesRawNumbers: Bool = false,
    until isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(BridgeError) {
    let session = Session(
      Connection(command, limits: limits, takesRawNumbers: takesRawNumbers, until: isCancelled))
    let hello = try session.connection.withLock { connection throws(BridgeError) in
      try connection.start()
    }
    self.init(session, hello)
  }

  private init(_ session: Session, _ hello: Hello) {
    self.session = session
    otherOperations = hello.otherOperations
    otherWords = hello.others
    let implementation = Implementation(
      hello.name, version: hello.version, language: hello.language, claims: hello.claims,
      operations: hello.operations,
      evaluate: { call throws(CallFailure) in
        try session.connection.withLock { connection throws(CallFailure) in
          try connection.evaluate(call)
        }
      },
      postal: { questions in
        session.connection.withLock { $0.replies(to: questions) }
      })
    guard session.connection.withLock({ $0.takesRawNumbers }) else {
      self.implementation = implementation
      return
    }
    self.implementation = implementation.answeringArrays { call, answers throws(CallFailure) in
      try session.connection.withLock { connection throws(CallFailure) -> Bool in
        try connection.evaluate(call, into: answers)
      }
    }
  }

  /// Starts the program once more, as another process with the same limits.
  ///
  /// - Throws: `BridgeError`, also where it does not say the same hello.
  public func another() throws(BridgeError) -> ProcessImplementation {
    let hello = session.connection.withLock { $0.hello }
    let session = Session(session.connection.withLock { $0.another })
    let said = try session.connection.withLock { connection throws(BridgeError) in
      try connection.start()
    }
    guard said == hello else {
      throw .brokeProtocol(stage: "its hello", reason: "a second process says another one")
    }
    return ProcessImplementation(session, said)
  }

  /// The end of what the program said on standard error, and on standard output beside the
  /// protocol: 64 KiB.
  public var log: String { session.connection.withLock { $0.log.text } }

  /// Ends the program: says bye and closes its input, and forces it to end if it does not.
  ///
  /// Takes twice `Limits.closing` at most. Later calls fail. A program that was not told to
  /// end is killed when the last copy of the implementation goes.
  public func close() { session.connection.withLock { $0.close() } }

  /// Kills the programs of all implementations of this process at once, with all that they started, for who is about to end itself.
  public static func killAll() { LivingPrograms.kill() }
}

/// The one conversation that all copies of an implementation share.
private final class Session: Sendable {
  let connection: Mutex<Connection>

  init(_ connection: consuming sending Connection) { self.connection = Mutex(connection) }
}
