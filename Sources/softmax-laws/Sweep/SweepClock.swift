import Foundation

/// Shows how far a sweep is, and how long it may take.
struct SweepClock: Sendable {
  private let name: String
  private let blocks: Int
  private let known: Int
  private let terminal: Terminal
  private let start = ContinuousClock.now

  init(_ name: String, blocks: Int, known: Int, _ terminal: Terminal) {
    self.name = name
    self.blocks = blocks
    self.known = known
    self.terminal = terminal
  }

  /// Shows that so many blocks are done.
  func show(_ done: Int) {
    let share = 100 * Double(done) / Double(max(1, blocks))
    var line = "\(name): \(String(format: "%.1f", share)) %"
    if done > known, done < blocks {
      let pace = start.duration(to: .now) / (done - known)
      line += ", \(Self.text(pace * (blocks - done))) left"
    }
    terminal.progress(line)
  }

  /// A time in the largest unit of which there are a few.
  static func text(_ time: Duration) -> String {
    let seconds = Int(time.components.seconds)
    if seconds < 120 { return "\(seconds + 1) s" }
    if seconds < 7200 { return "\(seconds / 60) min" }
    return "\(seconds / 3600) h \(seconds / 60 % 60) min"
  }
}
