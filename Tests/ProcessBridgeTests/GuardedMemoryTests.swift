import FixtureSupport
import Foundation
import Testing

@testable import ProcessBridge

@Suite("Guarded memory")
struct GuardedMemoryTests {
  @Test func `is aligned, and full of NaNs`() {
    for count in [0, 1, 8, 63, 64, 65, 4096, 10_000] {
      guard let memory = GuardedMemory(byteCount: count) else {
        Issue.record("no memory for \(count) bytes")
        return
      }
      let bytes = (0..<count).map { memory.start.load(fromByteOffset: $0, as: UInt8.self) }
      let (address, isIntact) = (UInt(bitPattern: memory.start), memory.isIntact)
      #expect(address % 64 == 0 && isIntact)
      #expect(bytes.allSatisfy { $0 == 0xff })
    }
  }

  @Test func `notices a byte beyond its end`() {
    guard let memory = GuardedMemory(byteCount: 40) else {
      Issue.record("no memory")
      return
    }
    memset(memory.start, 0, 40)
    let before = memory.isIntact
    memset(memory.start, 0, 41)
    let after = memory.isIntact
    #expect(before && !after)
  }

  @Test(.exiting) func `ends who writes further`() async {
    await #expect(processExitsWith: .signal(SIGSEGV)) {
      signal(SIGSEGV, SIG_DFL)
      guard let memory = GuardedMemory(byteCount: 40) else { exit(1) }
      memset(memory.start, 0, 65)
      exit(memory.isIntact ? 2 : 3)
    }
  }
}
