import Conformance

extension LawResult {
  /// Whether the program is to blame, not its numbers.
  var isOfProgram: Bool { verdict == .crashed || verdict == .hung || verdict == .protocol }

  /// Whether the suite is to blame: it found no case to give to the implementation.
  var isOfSuite: Bool { verdict == .error && counterexample == nil }
}
