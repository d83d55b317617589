import Arithmetic
import Conformance
import Dispatch
import SoftmaxLaws
import Specimens
import Synchronization

/// Which laws falsify which mutants, after how many cases.
struct KillMatrix: Sendable {
  /// One mutant in one format.
  struct Row: Sendable {
    /// The mutant.
    let mutant: Mutant
    /// The format.
    let format: Format
    /// The laws that falsify it, and the number of cases that each takes.
    let kills: [String: Int]

    /// The number of cases of the law that takes fewest; `nil` if the mutant survives.
    var casesToKill: Int? { kills.values.min() }
    /// Whether the mutant is said to show in the format.
    var isVisible: Bool { mutant.formats.contains(format) }
  }

  /// The rows, mutant by mutant.
  let rows: [Row]
  /// The number of cases that each law was given.
  let cases: Int
  /// The seed of the cases.
  let seed: UInt64

  /// Evaluates every law about a mutant's operation, on all cores.
  init(
    _ mutants: [Mutant] = Mutant.all, formats: [Format] = Format.allCases, seed: UInt64,
    cases: Int, progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) {
    let pairs = mutants.flatMap { mutant in formats.map { (mutant, $0) } }
    let results = Mutex<[Int: Row]>([:])
    DispatchQueue.concurrentPerform(iterations: pairs.count) { index in
      let (mutant, format) = pairs[index]
      let kills = Self.kills(of: mutant, in: format, seed: seed, cases: cases)
      let row = Row(mutant: mutant, format: format, kills: kills)
      let done = results.withLock {
        $0[index] = row
        return $0.count
      }
      progress(done, pairs.count)
    }
    rows = results.withLock { results in pairs.indices.compactMap { results[$0] } }
    self.cases = cases
    self.seed = seed
  }

  private static func kills(
    of mutant: Mutant, in format: Format, seed: UInt64, cases: Int
  ) -> [String: Int] {
    var kills: [String: Int] = [:]
    for law in Catalogue.laws where law.operations.contains(mutant.operation) {
      // Each law has an implementation of its own, for faults that remember.
      let check = Check(.implementation(mutant.implementation), seed: seed, cases: cases)
      kills[law.name] = check.casesToFailure(of: law, in: format)
    }
    return kills
  }

  /// The rows of mutants that no law falsifies, although they are said to show.
  var survivors: [Row] { rows.filter { $0.isVisible && $0.kills.isEmpty } }

  /// The rows of mutants that their expected law does not falsify.
  var unexpected: [Row] { rows.filter { $0.isVisible && $0.kills[$0.mutant.law] == nil } }
}
