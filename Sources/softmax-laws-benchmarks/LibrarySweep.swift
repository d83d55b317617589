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

  /// Prints inputs a second and the CPU time of both processes; returns whether the library could be started.
  func run() -> Bool {
    print("sigmoid in binary32                inputs   a second  CPU ns each  misrounded")
    return ["raw numbers", "text"].allSatisfy { name in
      guard let line = line(isRaw: name == "raw numbers") else { return false }
      print(name.padding(toLength: 24, withPad: " ", startingAt: 0) + line)
      return true
    }
  }

  private func line(isRaw: Bool) -> String? {
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "softmax-laws").path()
    let command = [program, "serve", "--library", library] + (isRaw ? ["--raw"] : [])
    let start = (Resources.seconds, Resources.secondsOfChildren)
    guard let process = try? ProcessImplementation(command: command, takesRawNumbers: isRaw)
    else { return nil }
    let clock = ContinuousClock.now
    let outcome = sweep(process.implementation).run()
    let time = (ContinuousClock.now - clock) / .seconds(1)
    process.close()
    let seconds = Resources.seconds - start.0 + Resources.secondsOfChildren - start.1
    let tally = outcome.progress.tally
    guard outcome.isComplete else { return nil }
    let inputs = Double(tally.inputs)
    return String(
      format: "%17d%11.0f%13.1f%12d", tally.inputs, inputs / time, seconds / inputs * 1e9,
      tally.misrounded)
  }
}
