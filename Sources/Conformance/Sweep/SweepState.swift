import Foundation

/// What is known of unfinished sweeps, in a file from which another run goes on.
///
/// The file is replaced as a whole, so that it is complete whenever a run is killed. What it says is bound to
/// what was asked: another implementation, other claims, another shard cannot go on from it.
public struct SweepState: Sendable, Equatable, Codable {
  /// What is known of one sweep.
  struct Part: Sendable, Equatable, Codable {
    /// The blocks that are done, as ranges `a-b` and numbers.
    var done: String
    /// The tally of these blocks.
    var tally: SweepTally
  }

  /// What was asked, by name.
  public let identity: [String: String]
  private var parts: [String: Part] = [:]

  /// Creates the state of a run that has not begun.
  public init(identity: [String: String]) { self.identity = identity }

  /// What is known of a sweep, by its name.
  public subscript(_ name: String) -> Sweep.Progress {
    get {
      var progress = Sweep.Progress()
      guard let part = parts[name] else { return progress }
      progress.tally = part.tally
      progress.done = Self.blocks(part.done)
      return progress
    }
    set { parts[name] = Part(done: Self.text(newValue.done), tally: newValue.tally) }
  }

  /// Writes the file.
  ///
  /// - Throws: `FileError` if it cannot be written.
  public func write(to path: String) throws(FileError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    do {
      try encoder.encode(self).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw FileError.unwritable(.state, path: path)
    }
  }

  /// Reads the file of a run that asked the same; `nil` if there is no file.
  ///
  /// - Throws: `FileError` if the file is of another run, or none at all.
  public static func read(
    from path: String, expecting identity: [String: String]
  ) throws(FileError) -> SweepState? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)),
      let state = try? JSONDecoder().decode(SweepState.self, from: data),
      state.parts.values.allSatisfy({ isRangeList($0.done) && $0.tally.isWellFormed })
    else { throw FileError(.state, path: path, reason: "is not the state of a sweep") }
    for (name, wanted) in identity.sorted(by: { $0.key < $1.key }) {
      let found = state.identity[name] ?? "nothing"
      guard found == wanted else {
        throw FileError(
          .state, path: path,
          reason: "is of another run: its \(name) is '\(found)', not '\(wanted)'")
      }
    }
    return state
  }

  /// Numbers as ranges, in order: `0-17 20`.
  static func text(_ blocks: Set<Int>) -> String {
    var ranges: [ClosedRange<Int>] = []
    for block in blocks.sorted() {
      if let last = ranges.last, last.upperBound + 1 == block {
        ranges[ranges.count - 1] = last.lowerBound...block
      } else {
        ranges.append(block...block)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: " ")
  }

  /// Reads the ranges.
  static func blocks(_ text: String) -> Set<Int> {
    Set(text.split(separator: " ").flatMap { range($0) ?? 0...0 })
  }

  private static func isRangeList(_ text: String) -> Bool {
    text.split(separator: " ").allSatisfy { range($0) != nil }
  }

  private static func range(_ text: Substring) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-").map { Int($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
      first >= 0, first <= last, last < 1 << 20
    else { return nil }
    return first...last
  }
}
