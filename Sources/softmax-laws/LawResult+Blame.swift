import Conformance

extension LawResult {
  /// Whether the program is to blame, not its numbers.
  var isOfProgram: Bool { verdict.isOfProgram }
}
