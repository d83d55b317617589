import FixtureSupport
import Foundation
import Testing

@testable import ProcessBridge

@Suite("The programs that are running") struct LivingProgramsTests {
  /// In a process of its own, as there are programs of other tests in this one.
  @Test(.exiting) func `are killed all at once`() async {
    await #expect(processExitsWith: .success) {
      var log = BoundedText(capacity: 80)
      var one = try ChildProcess(["sleep", "1000"], closing: .zero)
      var other = try ChildProcess(["sh", "-c", "trap '' TERM; read line"], closing: .zero)
      ProcessImplementation.killAll()
      let haveEnded =
        one.waitForEnd(within: .seconds(60), log: &log)
        && other.waitForEnd(within: .seconds(60), log: &log)
      let statuses = [one.finish(), other.finish()]
      exit(haveEnded && statuses.allSatisfy { $0 == .signalled(SIGKILL) } ? 0 : 1)
    }
  }
}
