import Arithmetic
import Conformance
import Dispatch
import Foundation
import SoftmaxLaws
import Specimens
import Synchronization

/// Whether every mutant is falsified whatever the seed, in every format in which its fault shows.
///
/// The law that is expected to falsify it is asked first, and the others only where that one does
/// not; `softmax-laws mutants` has all of them, for one seed.
struct KillTrial {
  /// A mutant in a format.
  private struct Place: Sendable {
    let mutant: Mutant
    let format: Format
  }

  /// What falsifies a mutant in a format.
  private struct Kill: Sendable {
    let law: String
    let cases: Int
  }

  private let cases: Int
  private let seeds: Int
  private let places = Mutant.all.flatMap { mutant in
    mutant.formats.map { Place(mutant: mutant, format: $0) }
  }

  /// A trial of so many cases of each law, for the seeds from one.
  init(cases: Int, seeds: Int) {
    self.cases = cases
    self.seeds = seeds
  }

  /// Prints a row of Markdown for each seed, and what survives.
  func run() {
    print("| seed | killed | by the law expected | cases, median | cases, most | seconds |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: |")
    var notes: [String] = []
    for seed in 1...seeds {
      let start = ContinuousClock.now
      let kills = kills(seed: UInt64(seed))
      let counts = kills.compactMap { $0?.cases }.sorted()
      let expected = zip(places, kills).count { $0.mutant.law == $1?.law }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      let cells = [
        "\(seed)", "\(counts.count) of \(places.count)", "\(expected)",
        "\(counts.isEmpty ? 0 : counts[counts.count / 2])", "\(counts.last ?? 0)",
        String(format: "%.1f", seconds),
      ]
      print("| \(cells.joined(separator: " | ")) |")
      for (place, kill) in zip(places, kills) where place.mutant.law != kill?.law {
        let fate = kill.map { "dies by \($0.law) at case \($0.cases)" } ?? "survives"
        let name = "\(place.mutant.name) in \(place.format.rawValue)"
        notes.append("seed \(seed): \(name) survives \(place.mutant.law), and \(fate)")
      }
    }
    print("\n" + notes.joined(separator: "\n"))
  }

  private func kills(seed: UInt64) -> [Kill?] {
    let kills = Mutex<[Int: Kill]>([:])
    DispatchQueue.concurrentPerform(iterations: places.count) { index in
      let kill = kill(of: places[index], seed: seed)
      kills.withLock { $0[index] = kill }
    }
    return kills.withLock { kills in places.indices.map { kills[$0] } }
  }

  private func kill(of place: Place, seed: UInt64) -> Kill? {
    let mutant = place.mutant
    let laws = Catalogue.laws.filter { $0.operations.contains(mutant.operation) }
    let inOrder = laws.filter { $0.name == mutant.law } + laws.filter { $0.name != mutant.law }
    for law in inOrder {
      // Each law has an implementation of its own, for faults that remember.
      let check = Check(.implementation(mutant.implementation), seed: seed, cases: cases)
      if let cases = check.casesToFailure(of: law, in: place.format) {
        return Kill(law: law.name, cases: cases)
      }
    }
    return nil
  }
}
