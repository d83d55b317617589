import Arithmetic
import Foundation
import SoftmaxFamily

/// The conversation with a program, which outlives its crashes.
struct Connection: ~Copyable {
  /// What the program said on standard error, and on standard output beside the protocol.
  private(set) var log = BoundedText(capacity: 1 << 16)
  private let command: [String]
  let limits: Limits
  /// Whether the program is the suite's own, which takes numbers from a file, too.
  let takesRawNumbers: Bool
  var child: ChildProcess?
  /// What the program said the first time.
  private(set) var hello: Hello?
  private var restarts = 0
  var lastID = 0
  /// The longest time between two answers to calls that were not shared, for which room is left
  /// where many rows travel together.
  var longestPause = Duration.zero
  private var isClosed = false
  private let isCancelled: @Sendable () -> Bool

  /// Creates a conversation that has not begun.
  init(
    _ command: [String], limits: Limits, takesRawNumbers: Bool = false,
    until isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.command = command
    self.limits = limits
    self.takesRawNumbers = takesRawNumbers
    self.isCancelled = isCancelled
  }

  /// A conversation with another process of the same program, which has not begun.
  var another: Connection {
    Connection(command, limits: limits, takesRawNumbers: takesRawNumbers, until: isCancelled)
  }

  /// Starts the program, exchanges hellos and tests the echo of every format.
  ///
  /// - Throws: `BridgeError`; then no process is left.
  mutating func start() throws(BridgeError) -> Hello {
    guard !command.isEmpty else { throw .noCommand }
    let deadline = ContinuousClock.now + limits.startUp
    do {
      child = try ChildProcess(
        command, closing: limits.closing, takesRawNumbers: takesRawNumbers)
    } catch {
      throw .cannotStart(command: command[0], reason: error.reason)
    }
    do {
      let hello = try greet(until: deadline)
      for format in hello.formats { try testEcho(of: format, until: deadline) }
      if self.hello == nil { self.hello = hello }
      return hello
    } catch {
      child = nil
      throw error
    }
  }

  /// Answers a call, and starts the program again first if it is gone.
  ///
  /// - Throws: `CallFailure`; after a crash, a hang or a broken protocol no process is left,
  ///   so a late answer cannot be taken for that to another call.
  mutating func evaluate(_ call: Call) throws(CallFailure) -> Reply {
    try startAgainIfNeeded()
    return try answer(to: [Parcel(Question(call, isShared: false), number: 0)])
  }

  /// Ends the conversation: says bye, then asks, then forces the program to end.
  mutating func close() {
    isClosed = true
    guard child != nil else { return }
    child?.sayBye()
    if child?.waitForEnd(within: limits.closing, log: &log) == false {
      child?.signal(SIGTERM)
      _ = child?.waitForEnd(within: limits.closing, log: &log)
    }
    child = nil
  }
}

extension Connection {
  /// Starts the program again if it is gone, as long as the budget lasts.
  mutating func startAgainIfNeeded(isSearching: Bool = false) throws(CallFailure) {
    guard !isClosed else { throw .crashed("the program was told to end") }
    guard !isCancelled() else { throw .crashed("the program is interrupted") }
    guard child == nil else { return }
    if !isSearching { try spendRestart() }
    let said: Hello
    do {
      said = try start()
    } catch {
      throw error.callFailure
    }
    guard said == hello else {
      child = nil
      throw .brokeProtocol("started again, the program says another hello")
    }
  }

  /// Takes a restart from the budget.
  mutating func spendRestart() throws(CallFailure) {
    guard restarts < limits.restarts else {
      throw .crashed("the restart budget of \(limits.restarts) is used up")
    }
    restarts += 1
  }

  private mutating func greet(until deadline: ContinuousClock.Instant) throws(BridgeError) -> Hello
  {
    let line: [UInt8]
    do throws(Breakdown) {
      _ = child?.post(Request.hello)
      child?.reader.awaited = 1
      line = try message(noLongerThan: Limits.longestHello, until: deadline)
    } catch {
      throw startUpError(error, at: "its hello")
    }
    return try Hello(line)
  }

  /// Sends encodings that are easily damaged, and compares what comes back.
  private mutating func testEcho(
    of format: Format, until deadline: ContinuousClock.Instant
  ) throws(BridgeError) {
    let stage = "the echo of \(format.rawValue)"
    let numbers = Echo.patterns(format).count
    let response: Response
    do throws(Breakdown) {
      response = try ask(
        noLongerThan: Limits.longestLine(numbers: numbers, rows: 0), until: deadline
      ) { Request.echo(id: $0, format: format) }
    } catch {
      throw startUpError(error, at: stage)
    }
    guard let bits = response.bits else {
      let reason = response.error ?? response.unsupported ?? ""
      throw .brokeProtocol(stage: stage, reason: "no 'bits' but \(excerpt(reason))")
    }
    if let damage = Echo.damage(in: bits, of: format) {
      throw .damagedEcho(format: format, sent: damage.sent, received: damage.received)
    }
  }

  private func startUpError(_ breakdown: Breakdown, at stage: String) -> BridgeError {
    BridgeError(
      breakdown, command: command.joined(separator: " "), stage: stage, limit: limits.startUp)
  }

  /// Sends a request under a new id, and waits for the one answer with that id.
  mutating func ask(
    noLongerThan limit: Int, until deadline: ContinuousClock.Instant,
    request: (Int) -> [UInt8]
  ) throws(Breakdown) -> Response {
    lastID += 1
    let end = child?.post(request(lastID)) ?? 0
    child?.reader.awaited = 1
    let line = try message(noLongerThan: limit, until: deadline)
    let response = try Response.read(line)
    guard response.id == lastID else { throw .broken(unasked(response.id)) }
    guard hasTaken(end) else { throw .broken(unread(response.id)) }
    try refuseSurplus()
    return response
  }

  /// Whether the program, or the pipe to it, has taken so many bytes.
  func hasTaken(_ end: Int) -> Bool {
    switch child {
    case .some(let child): child.taken >= end
    case .none: false
    }
  }

  mutating func message(
    noLongerThan limit: Int, until deadline: ContinuousClock.Instant
  ) throws(Breakdown) -> [UInt8] {
    guard
      let line = try child?.message(
        noLongerThan: limit, until: deadline, orWhen: isCancelled, log: &log)
    else {
      throw .ended("is not running")
    }
    return line
  }

  /// Refuses a message that came when all answers were there.
  mutating func refuseSurplus() throws(Breakdown) {
    if let surplus = child?.reader.takeMessage() {
      throw .broken(unasked(try Response.read(surplus).id))
    }
  }

  func unasked(_ id: Int) -> String {
    (1...lastID).contains(id) ? "request \(id) is answered twice" : "request \(id) was never made"
  }

  func unread(_ id: Int) -> String { "request \(id) is answered before it was asked" }
}

extension CallFailure {
  /// The failure that a breakdown is for a call that had so much time.
  init(_ breakdown: Breakdown, limit: Duration) {
    switch breakdown {
    case .ended(let how): self = .crashed("the program \(how)")
    case .silent: self = .hung("no answer within \(limit.text)")
    case .broken(let reason): self = .brokeProtocol(reason)
    }
  }
}
