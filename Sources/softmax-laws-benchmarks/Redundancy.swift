import Arithmetic
import Conformance
import Dispatch
import Foundation
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws
import Specimens
import Synchronization

/// Which laws say nothing beyond another on the same inputs.
///
/// Laws of the same domains are evaluated on the same cases, of the mutants of their operations and of the
/// textbook with answers changed in several ways. A law that is never falsified where another is
/// not may be implied by it; of two that are only falsified together one says nothing.
struct Redundancy {
  private let cases: Int

  init(cases: Int) { self.cases = cases }

  /// Two laws of which the first is never falsified without the second.
  private struct Pair {
    let law: Law
    let other: Law
    let falsified: Int
    /// Whether the second is never falsified without the first either.
    let isMutual: Bool

    var line: String {
      let needsMore = !Set(other.operations).isSubset(of: law.operations)
      return
        "| `\(law.name)` | \(falsified) | `\(other.name)` | \(needsMore ? "more" : "no more") |"
    }
  }

  /// Prints the pairs, one a line: what is never falsified alone, how often it was falsified, and beside what,
  /// and whether that one needs more operations.
  func run() {
    let groups = Dictionary(grouping: Catalogue.laws) { $0.inputs.map(\.domain) }.values
      .filter { $0.count > 1 }.sorted { $0[0].name < $1[0].name }
    let lines = Mutex<[Int: [Pair]]>([:])
    DispatchQueue.concurrentPerform(iterations: groups.count) { index in
      let found = pairs(groups[index])
      lines.withLock { $0[index] = found }
    }
    let found = lines.withLock { lines in groups.indices.flatMap { lines[$0] ?? [] } }
    print("| law | falsified | never without | operations |")
    print("| --- | ---: | --- | --- |")
    for pair in found { print(pair.line) }
    let mutual = found.filter(\.isMutual).map { "\($0.law.name) and \($0.other.name)" }
    let count = groups.map(\.count).reduce(0, +)
    print()
    print(
      "\(count) laws in \(groups.count) groups, \(found.count) pairs; falsified together alone: "
        + (mutual.isEmpty ? "none" : mutual.joined(separator: ", ")))
  }

  /// The laws of a group that are never falsified without another.
  private func pairs(_ laws: [Law]) -> [Pair] {
    var (alone, together) = (
      laws.map { _ in laws.map { _ in 0 } }, laws.map { _ in laws.map { _ in 0 } }
    )
    let operations = Set(laws.flatMap(\.operations))
    for (implementation, format) in faulty(operations) {
      for outcome in outcomes(laws, implementation, format) {
        for i in laws.indices where outcome[i] == true {
          for j in laws.indices {
            if outcome[j] == true { together[i][j] += 1 }
            if outcome[j] == false { alone[i][j] += 1 }
          }
        }
      }
    }
    return laws.indices.flatMap { i in
      laws.indices.compactMap { j in
        let shares = !Set(laws[i].operations).isDisjoint(with: laws[j].operations)
        guard i != j, shares, together[i][j] > 0, alone[i][j] == 0 else { return nil }
        return Pair(
          law: laws[i], other: laws[j], falsified: together[i][j], isMutual: alone[j][i] == 0)
      }
    }
  }

  /// Which laws each case falsifies; nothing of a law that draws another case.
  private func outcomes(
    _ laws: [Law], _ implementation: Implementation, _ format: Format
  ) -> [[Bool?]] {
    let functions = Subject(implementation, in: format).functions
    let run = PropertyRun(seed: 1, property: laws[0].name, cases: cases)
    return (0..<cases).compactMap { index in
      let drawn = laws.map { law -> Law.Case? in
        var source = run.source(index: index)
        return try? law.instance(in: format, from: &source)
      }
      let inputs = drawn.map { $0?.arguments.map(\.value.numbers).map { $0.map(\.bitPattern) } }
      guard inputs[0] != nil else { return nil }
      return zip(drawn, inputs).map { drawn, input in
        guard input == inputs[0] else { return nil }
        return (try? drawn?.finding(with: functions))?.isFalsified ?? false
      }
    }
  }

  private func faulty(
    _ operations: Set<SoftmaxFamily.Operation>
  ) -> [(Implementation, Format)] {
    let mutants = Mutant.all.flatMap { mutant in
      mutant.variants.filter { operations.contains($0.operation) }
        .map { ($0.implementation, mutant.formats[0]) }
    }
    return mutants
      + operations.sorted { $0.rawValue < $1.rawValue }.flatMap { operation in
        Self.changes.map { (Self.textbook(changing: operation, $0), Format.binary32) }
      }
  }

  /// Ways of changing an answer.
  private static let changes: [@Sendable ([Double]) -> [Double]] = [
    { $0.map { $0 * (1 + 0x1p-8) } },
    { $0.map { $0 * (1 - 0x1p-8) } },
    { $0.map { $0 + 0x1p-8 } },
    { $0.map { $0 - 0x1p-8 } },
    { $0.map { -$0 } },
    { $0.reversed() },
    { Array($0.dropLast()) + $0.suffix(1).map { $0 * (1 + 0x1p-8) } },
    { $0.prefix(1).map { $0 + 0x1p-8 } + Array($0.dropFirst()) },
    { $0.prefix(1).map { $0 - 0x1p-8 } + Array($0.dropFirst()) },
    { values in
      let mean = values.reduce(0, +) / Double(max(values.count, 1))
      return values.map { 2 * mean - $0 }
    },
  ]

  private static func textbook(
    changing operation: SoftmaxFamily.Operation,
    _ change: @escaping @Sendable ([Double]) -> [Double]
  ) -> Implementation {
    let base = Specimen.textbook
    return Implementation(base.name, claims: base.claims, operations: base.operations) {
      call throws(CallFailure) in
      let reply = try base.evaluate(call)
      guard call.operation == operation else { return reply }
      let size = reply.values.count / max(call.rows, 1)
      let values = (0..<call.rows).flatMap { row in
        change(Array(reply.values[row * size..<(row + 1) * size]))
      }
      return Reply(
        shape: reply.shape, values: values.map(call.format.rounded), rejected: reply.rejected)
    }
  }
}
