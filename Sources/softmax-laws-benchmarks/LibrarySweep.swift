import Arithmetic
import Conformance
import Foundation
import ProcessBridge
import SoftmaxFamily

/// A sweep of a C library in a process of its own, with raw numbers and with the protocol's text.
struct LibrarySweep {
  private let library: String
  private let sweep: (Implementation) -> Sweep

  /// Creates the comparison for the sigmoid of a library in binary32, over one shard of so many.
  init?(_ library: String, shards: Int) {
    guard let shard = Shard(1, of: shards) else { return nil }
    self.library = library
    sweep = { Sweep(.sigmoid, in: .binary32, of: $0, shard: shard) }
  }

  /// Prints inputs a second and the CPU time of all processes; returns whether the library could be started.
  func run() -> Bool {
    print("sigmoid in binary32                inputs   a second  CPU ns each  misrounded")
    guard let inside = lineOfThisProcess(), let raw = line(isRaw: true),
      let text = line(isRaw: false)
    else { return false }
    for (name, line) in [("in this process", inside), ("raw numbers", raw), ("text", text)] {
      print(name.padding(toLength: 24, withPad: " ", startingAt: 0) + line)
    }
    return true
  }

  /// The library loaded here, where it could do any harm.
  private func lineOfThisProcess() -> String? {
    (try? CLibrary(path: library)).flatMap { library in
      line(since: Self.seconds, of: library.implementation) {}
    }
  }

  private func line(isRaw: Bool) -> String? {
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "softmax-laws").path()
    let command = [program, "serve", "--library", library] + (isRaw ? ["--raw"] : [])
    let start = Self.seconds
    let process = try? ProcessImplementation(command: command, takesRawNumbers: isRaw)
    return process.flatMap { process in
      line(since: start, of: process.implementation) { process.close() }
    }
  }

  private func line(
    since start: Double, of implementation: Implementation, closing close: () -> Void
  ) -> String? {
    let clock = ContinuousClock.now
    let outcome = sweep(implementation).run()
    let time = (ContinuousClock.now - clock) / .seconds(1)
    close()
    let tally = outcome.progress.tally
    guard outcome.isComplete else { return nil }
    let inputs = Double(tally.inputs)
    return String(
      format: "%17d%11.0f%13.1f%12d", tally.inputs, inputs / time,
      (Self.seconds - start) / inputs * 1e9, tally.misrounded)
  }

  /// The CPU time of this process and of those that have ended.
  private static var seconds: Double { Resources.seconds + Resources.secondsOfChildren }
}
