public import Arithmetic
import SoftmaxFamily
public import SoftmaxLaws
import Synchronization

/// The faults that a falsified implementation resembles.
///
/// The operation at fault is asked the calls of laws that are about it, and if it is right at all of
/// them, the call of the counterexample too. Then every known fault is asked the same, and ranked by how far it is
/// wrong where the implementation is, right where it is, and wrong in the same way. So what
/// counts is which laws fail and pass, in which format, for which lengths and sizes.
public final class Diagnosis: Sendable {
  private static let cases = 12
  private static let mostProbes = 160
  /// The least similarity of a fault that is named, and how many are named at most.
  private static let leastNamed = 0.45
  private static let mostNamed = 3

  private let check: Check
  private let faults: [KnownFault]
  /// An operation in a format.
  private struct Place: Hashable {
    let operation: Operation
    let format: Format
  }

  /// What was found of an operation in a format; nothing where it is right at all calls but a
  /// counterexample's.
  private let known = Mutex<[Place: [Resemblance]?]>([:])
  private let laws: [Law]

  /// Creates a diagnosis of what a check is about.
  ///
  /// The implementation is asked the calls of the given laws alone, as it may stop the program at
  /// input that nobody meant to give it.
  public init(
    of check: Check, among faults: [KnownFault], asking laws: [Law] = Catalogue.laws
  ) {
    self.laws = laws
    // The same calls whatever the seed of the check, so that a replay says the same.
    self.check = Check(check.target, cases: Diagnosis.cases)
    self.faults = faults
  }

  /// The result with what its failure resembles; the same result if no law is falsified.
  public func applied(to result: LawResult) -> LawResult {
    guard result.verdict == .fails, let counterexample = result.counterexample else {
      return result
    }
    var result = result
    result.counterexample = applied(to: counterexample, in: result.format)
    return result
  }

  /// The failure with what it resembles.
  public func applied(to counterexample: Counterexample, in format: Format) -> Counterexample {
    guard let suspect = counterexample.suspect else { return counterexample }
    var counterexample = counterexample
    counterexample.likely = resemblances(suspect, in: format)
    return counterexample
  }

  /// The faults that the operation of a call resembles, the most alike first; at most three.
  ///
  /// The same whatever was diagnosed before, so that a law's result is the same in every order and shard.
  private func resemblances(_ suspect: Subject.Record, in format: Format) -> [Resemblance] {
    let place = Place(operation: suspect.operation, format: format)
    let found: [Resemblance]?
    if let known = known.withLock({ $0[place] }) {
      found = known
    } else {
      let probes = probes([], of: suspect.operation, in: format)
      let isWrong = probes.contains(where: \.isWrong)
      found = isWrong ? mostAlike(suspect.operation, on: probes) : nil
      known.withLock { $0[place] = .some(found) }
    }
    return found ?? mostAlike(suspect.operation, on: probes(with: suspect, in: format))
  }

  private func mostAlike(_ operation: Operation, on probes: [Probe]) -> [Resemblance] {
    let ranking = ranking(operation, on: probes, named: true)
    let least = max(Diagnosis.leastNamed, (ranking.first?.similarity ?? 0) / 2)
    return Array(ranking.filter { $0.similarity >= least }.prefix(Diagnosis.mostNamed))
  }

  private func probes(with suspect: Subject.Record, in format: Format) -> [Probe] {
    probes([Probe(suspect)], of: suspect.operation, in: format)
  }

  /// All faults by how alike they are to the operation of a call.
  public func ranking(_ suspect: Subject.Record, in format: Format) -> [Resemblance] {
    ranking(suspect.operation, on: probes(with: suspect, in: format), named: false)
  }

  /// All faults by how alike they are; one that is certainly not among those named counts for nothing
  /// if only they are wanted.
  private func ranking(
    _ operation: Operation, on probes: [Probe], named isNamed: Bool
  ) -> [Resemblance] {
    let errors = ErrorPattern(probes.map { ($0.answers, $0.certified) })
    // Those usual in the operation first, as beside them most of the others are certainly not named.
    let weighted = faults.enumerated().map {
      (place: $0, fault: $1, weight: $1.weight(in: operation))
    }.sorted { ($1.weight, $0.place) < ($0.weight, $1.place) }
    var greatest: [Double] = []
    let ranking = weighted.map { place, fault, weight in
      let least = isNamed ? leastNamed(beside: greatest) / weight : 0
      var best = 0.0
      for form in fault.forms {
        best = max(best, similarity(of: form(), on: probes, errors, atLeast: max(least, best)))
      }
      greatest = Array((greatest + [weight * best]).sorted(by: >).prefix(Diagnosis.mostNamed))
      let resemblance = Resemblance(
        name: fault.name, advice: fault.advice, similarity: weight * best)
      return (place: place, resemblance: resemblance)
    }
    return ranking.sorted {
      ($1.resemblance.similarity, $0.place) < ($0.resemblance.similarity, $1.place)
    }.map(\.resemblance)
  }

  /// The mean likeness over the probes at which either is wrong, more if both errors follow the
  /// same pattern.
  ///
  /// A fault that is right at the first probes at which the implementation is wrong is not it; nor, with a
  /// similarity of zero, one that cannot reach the least one wanted, were it the same at all that
  /// are left.
  private func similarity(
    of faulty: Implementation, on probes: [Probe], _ errors: ErrorPattern, atLeast least: Double
  ) -> Double {
    var (total, count) = (0.0, 0.0)
    // Those that are wrong come first.
    var wrongLeft = Double(probes.count { $0.isWrong })
    var answers: [(answers: [Answer], certified: Tensor)] = []
    for (index, probe) in probes.enumerated() {
      let most = (total + wrongLeft) / max(1, count + wrongLeft)
      if (errors.isConstant ? (1 + most) / 2 : most) < least * (1 - 0x1p-40) { return 0 }
      if probe.isWrong { wrongLeft -= 1 }
      guard let others = probe.answers(of: faulty) else {
        count += probe.isWrong ? 1 : 0
        continue
      }
      if errors.isConstant { answers.append((others, probe.certified)) }
      guard let likeness = probe.likeness(to: others) else { continue }
      total += likeness
      count += 1
      if index >= 8, total == 0 { return 0 }
    }
    guard count > 0 else { return 0 }
    let mean = total / count
    return errors.isShared(with: ErrorPattern(answers)) ? (1 + mean) / 2 : mean
  }

  /// The least similarity with which a fault may still be named beside the greatest ones so far.
  private func leastNamed(beside greatest: [Double]) -> Double {
    let last = greatest.count < Diagnosis.mostNamed ? 0 : greatest[Diagnosis.mostNamed - 1]
    return max(Diagnosis.leastNamed, (greatest.first ?? 0) / 2, last)
  }

  /// The calls of the operation, those given and others that are wrong first.
  private func probes(
    _ first: [Probe], of operation: Operation, in format: Format
  ) -> [Probe] {
    var probes = first
    var questions = Set(first.map(Question.init))
    let most = Diagnosis.mostProbes * 2
    for law in laws where law.operations.contains(operation) && probes.count < most {
      check.forEachCall(of: law, in: format) { record in
        guard record.operation == operation, probes.count < most else { return }
        let probe = Probe(record)
        if questions.insert(Question(probe)).inserted { probes.append(probe) }
      }
    }
    let wrong = probes.filter(\.isWrong).prefix(Diagnosis.mostProbes / 2)
    let right = probes.filter { !$0.isWrong }.prefix(Diagnosis.mostProbes / 2)
    return Array(wrong) + right
  }
}

/// What a probe asks: the row of a call, with all of its numbers.
private struct Question: Hashable {
  private let row: Int
  private let shapes: [[Int]]
  private let numbers: [Double]

  init(_ probe: Probe) {
    row = probe.row
    shapes = probe.call.arguments.map { $0.shape }
    numbers = probe.call.arguments.flatMap { $0.values }
  }
}
