import Testing

@testable import ProcessBridge

@Suite("The limits of a program")
struct LimitsTests {
  @Test func `grow with the numbers of a call`() {
    let limits = Limits(call: .seconds(10))
    #expect(limits.timeLimit(numbers: 0) == .seconds(10))
    #expect(limits.timeLimit(numbers: 100_000) == .seconds(20))
  }

  @Test func `leave room for every digit and for messages`() {
    #expect(Limits.longestLine(numbers: 0, rows: 0) == 65_536)
    #expect(Limits.longestLine(numbers: 1000, rows: 10) == 16_000 + 2_560 + 65_536)
  }

  @Test func `are written in seconds`() {
    #expect(Duration.milliseconds(300).text == "0.3 s")
    #expect(Duration.seconds(60).text == "60 s")
    #expect(Duration.microseconds(10_001_600).text == "10 s")
    #expect(Duration.milliseconds(1540).text == "1.5 s")
  }
}
