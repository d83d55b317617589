import Foundation

/// A running program with pipes to its three standard streams.
///
/// At the end of its life the process and all it started are killed and collected.
struct ChildProcess: ~Copyable {
  /// The number of the process and of its group.
  let id: pid_t
  /// The end of standard error: what a program says before it dies.
  var lastErrors = BoundedText(capacity: 1024)
  /// What came on standard output.
  var reader = LineReader()
  /// Standard input, until the conversation is over.
  var input: Descriptor?
  /// Standard output, until it is closed.
  var output: Descriptor?
  /// Standard error, until it is closed.
  var errors: Descriptor?
  /// The file for numbers, if the program takes one.
  private(set) var numbers: NumberFile?
  /// A pipe that is closed by nobody but the end of the process.
  var end: Descriptor?
  /// What is yet to be sent.
  var unsent: ArraySlice<UInt8> = []
  /// How many bytes the program, or the pipe to it, has taken.
  var taken = 0
  /// Where bytes are read to.
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  /// The time that the process gets to end after it has closed its standard output.
  let closing: Duration
  private let descent = Descent()
  private var isCollected = false

  /// Starts a program.
  ///
  /// - Throws: `SystemError` where it cannot be started.
  init(
    _ command: [String], closing: Duration, takesRawNumbers: Bool = false
  ) throws(SystemError) {
    self.closing = closing
    _ = ignoreBrokenPipes
    // A pipe is for a moment such that a program started just then would inherit it.
    oneAtATime.lock()
    defer { oneAtATime.unlock() }
    let standardInput = try Pipe()
    let standardOutput = try Pipe()
    let standardError = try Pipe()
    let ending = try Pipe()
    // Where there is no room for a file, numbers go as text.
    if takesRawNumbers { numbers = try? NumberFile() }
    id = try spawn(
      command, descent, input: standardInput.reading, output: standardOutput.writing,
      errors: standardError.writing, numbers: numbers)
    LivingPrograms.add(id, descent)
    standardInput.writing.makeNonblocking()
    standardOutput.reading.makeNonblocking()
    standardError.reading.makeNonblocking()
    input = consume standardInput.writing
    output = consume standardOutput.reading
    errors = consume standardError.reading
    end = consume ending.reading
    notifyEnd(of: id, by: ending.writing)
  }

  deinit {
    if !isCollected { _ = killed() }
  }

  /// Sends a signal to the process and all that it started.
  func signal(_ number: Int32) {
    precondition(!isCollected, "only a process that is there gets signals")
    _ = kill(-id, number)
    // A process may have left its group.
    _ = kill(id, number)
  }

  /// Kills the process and all that it started, and collects its status.
  mutating func finish() -> ExitStatus {
    defer { isCollected = true }
    return killed()
  }

  private func killed() -> ExitStatus {
    signal(SIGKILL)
    // As long as the status is not collected nothing else can get the number of the
    // process, so the thread that waits for its end has to be through first.
    var event = pollfd(fd: end.number, events: Int16(POLLIN), revents: 0)
    while end != nil && poll(&event, 1, -1) == -1 && errno == EINTR {}
    descent.kill()
    LivingPrograms.remove(id)
    var status: Int32 = 0
    var result = waitpid(id, &status, 0)
    while result == -1 && errno == EINTR { result = waitpid(id, &status, 0) }
    return result == id ? ExitStatus(waitStatus: status) : .unknown
  }
}

/// Closes a descriptor when a process has ended, without collecting its status.
///
/// A thread waits for it, because the ends of pipes say nothing for sure: a program
/// may close them and live on, or leave them to a program that it has started.
private func notifyEnd(of id: pid_t, by descriptor: consuming Descriptor) {
  let number = descriptor.release()
  Thread.detachNewThread {
    var information = siginfo_t()
    while waitid(P_PID, id_t(id), &information, WEXITED | WNOWAIT) == -1 && errno == EINTR {}
    _ = close(number)
  }
}

/// Makes writing to a program that has ended an error instead of a signal that ends us.
private let ignoreBrokenPipes: Void = { _ = Foundation.signal(SIGPIPE, SIG_IGN) }()

/// Held while a program is started.
private let oneAtATime = NSLock()
