public import SoftmaxFamily
import Synchronization

/// The reader of the files in `Fixtures/KnownAnswers`.
///
/// The grammar is that of `Fixtures/README.md`.
public enum KnownAnswers {
  /// What was read already, as several tests ask for it.
  private static let known = Mutex<[Operation: [KnownAnswer]]>([:])

  /// The cases of an operation's file, in the order of the file.
  ///
  /// - Throws: `FixtureError` where the file or one of its lines cannot be read.
  public static func cases(for operation: Operation) throws(FixtureError) -> [KnownAnswer] {
    if let cases = known.withLock({ $0[operation] }) { return cases }
    let cases = try read(operation)
    known.withLock { $0[operation] = cases }
    return cases
  }

  private static func read(_ operation: Operation) throws(FixtureError) -> [KnownAnswer] {
    let file = operation.rawValue + ".txt"
    guard let text = try? ProjectFile.text(of: "Fixtures/KnownAnswers/" + file) else {
      throw FixtureError(file: file, line: 0, problem: "the file cannot be read")
    }
    return try cases(in: text, file: file, operation: operation)
  }

  /// The cases in the text of a file.
  ///
  /// - Throws: `FixtureError` where a line cannot be read.
  public static func cases(
    in text: String, file: String, operation: Operation
  ) throws(FixtureError) -> [KnownAnswer] {
    var cases: [KnownAnswer] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let reader = CaseReader(file: file, line: index + 1, signature: operation.signature)
      cases.append(try reader.read(line))
    }
    return cases
  }
}
