import Arithmetic
import Conformance
import Dispatch
import Foundation
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Synchronization

/// How often the diagnosis names the right fault, for variants of the mutants that it does not know.
///
/// Each variant is checked as an implementation would be; the first law that fails gives the
/// counterexample, and the fault's other variants, with all those of the other faults, are the
/// candidates.
struct DiagnosisTrial {
  /// What became of one variant.
  struct Outcome: Sendable {
    let mutant: String
    let operation: String
    /// The place of the right fault, from one; `nil` if no law failed.
    let rank: Int?
    /// The faults named, the most alike first.
    let named: [String]
  }

  private let mutants = Mutant.all

  /// Tries every variant, and prints the rates and the confusions.
  func run() {
    let outcomes = Mutex<[Outcome]>([])
    let mutants = mutants
    DispatchQueue.concurrentPerform(iterations: mutants.count) { index in
      for variant in mutants[index].variants.indices {
        let outcome = outcome(mutants[index], variant)
        outcomes.withLock { $0.append(outcome) }
      }
    }
    print(outcomes.withLock { $0.sorted { $0.mutant < $1.mutant } })
  }

  private func outcome(_ mutant: Mutant, _ index: Int) -> Outcome {
    let variant = mutant.variants[index]
    let implementation = variant.implementation
    let format = mutant.formats.contains(.binary32) ? Format.binary32 : mutant.formats[0]
    let check = Check(.implementation(implementation), seed: 2, cases: 500)
    let operation = variant.operation.rawValue
    for law in Catalogue.laws where law.operations.contains(variant.operation) {
      guard check.casesToFailure(of: law, in: format) != nil,
        let suspect = check.result(of: law, in: format).counterexample?.suspect
      else { continue }
      let ranking = diagnosis(check, without: mutant, index).ranking(suspect, in: format)
      let rank = ranking.firstIndex { $0.name == mutant.name }.map { $0 + 1 }
      let named = ranking.prefix(3).map { "\($0.name) \(Int(100 * $0.similarity))" }
      return Outcome(mutant: mutant.name, operation: operation, rank: rank, named: named)
    }
    return Outcome(mutant: mutant.name, operation: operation, rank: nil, named: [])
  }

  private func diagnosis(_ check: Check, without mutant: Mutant, _ index: Int) -> Diagnosis {
    let faults = mutants.map { candidate in
      let known = candidate.variants.enumerated().filter {
        candidate.id != mutant.id || $0.offset != index
      }
      return KnownFault(
        candidate.name, advice: candidate.advice, in: candidate.operations,
        forms: known.map { form in { form.element.everywhere } })
    }
    return Diagnosis(of: check, among: faults)
  }

  private func print(_ outcomes: [Outcome]) {
    let ranked = outcomes.compactMap(\.rank)
    for outcome in outcomes where outcome.rank != 1 {
      let place = outcome.rank.map { "place \($0)" } ?? "no law failed"
      Swift.print("\(outcome.mutant) in \(outcome.operation): \(place), \(outcome.named)")
    }
    let (first, three) = (ranked.count { $0 == 1 }, ranked.count { $0 <= 3 })
    Swift.print(
      "\(outcomes.count) variants, \(ranked.count) falsified:"
        + " first \(share(first, ranked.count)), among three \(share(three, ranked.count))")
  }

  private func share(_ part: Int, _ whole: Int) -> String {
    String(format: "%d (%.1f %%)", part, 100 * Double(part) / Double(max(whole, 1)))
  }
}
