import Arithmetic
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws
import Synchronization

/// The evaluation of one law's cases for one subject, with what is needed to explain them.
final class Evaluation: Sendable {
  private struct State {
    var failure: CallFailure?
    var arguments: [(name: String, value: any Argument)] = []
    var choices: [UInt64] = []
    /// The cases that come next, which are evaluated already.
    var foreseen: (block: Block, next: Int)?
    var foreseenCases = 0
    var contradiction: String?
    /// The regimes of each input that no case has reached.
    var regimes: [Set<Regime>]
  }

  /// The number of cases, the first of a law, in whose calls there is nothing else.
  private static let casesAlone = 20

  private let law: Law
  private let correspondent: Implementation?
  private let makeSubject: @Sendable ((@Sendable (Subject.Record) -> Void)?) -> Subject
  private let subject: Subject
  private let functions: Law.Functions
  private let state: Mutex<State>

  /// Prepares to evaluate cases, those of an implementation that answers by post in blocks; with
  /// regimes to be noted as they are reached.
  init(
    _ law: Law, of implementation: Implementation? = nil, notingRegimes notesRegimes: Bool = false,
    _ makeSubject: @escaping @Sendable ((@Sendable (Subject.Record) -> Void)?) -> Subject
  ) {
    self.law = law
    correspondent = implementation.flatMap { $0.answersByPost ? $0 : nil }
    state = Mutex(State(regimes: notesRegimes ? law.inputs.map { Set($0.regimes) } : []))
    self.makeSubject = makeSubject
    subject = makeSubject(nil)
    functions = subject.functions
  }

  /// The name of a law in a format, in replay tokens and files of regressions.
  static func label(_ law: Law, in format: Format) -> String {
    "\(law.name):\(format.rawValue)"
  }

  /// Why the last case that gave no numbers gave none.
  var failure: CallFailure? { state.withLock(\.failure) }

  /// Evaluates a case for the engine.
  ///
  /// An answer that was rejected or malformed is a failure that can be simplified; what costs a
  /// process or time ends the run.
  func trial(_ source: inout ChoiceSource) throws -> Trial {
    let foreseen = foreseen(source)
    let instance = try law.instance(in: subject.format, from: &source)
    note(instance)
    do {
      let finding = try foreseen.flatMap(finding) ?? instance.finding(with: functions)
      if finding.isFalsified { return .fails(ratio: finding.ratio) }
      return finding.isVacuous ? .vacuous : .holds(ratio: finding.ratio)
    } catch let failure as CallFailure {
      switch failure {
      case .rejected, .malformed: return .fails(ratio: .infinity)
      case .unsupported, .crashed, .hung, .brokeProtocol:
        let choices = choices(of: source)
        state.withLock {
          $0.failure = failure
          $0.arguments = instance.arguments
          $0.choices = choices
        }
        throw failure
      }
    }
  }

  /// Evaluates the cases that come next together, or `nil` where that does not pay.
  var foresee: (([ChoiceSource]) -> Void)? {
    guard let correspondent else { return nil }
    return { [self] sources in
      let areFirst = state.withLock(\.foreseenCases) < Self.casesAlone
      let block = Block(
        sources, of: law, in: subject.format, by: correspondent, areFirst: areFirst)
      block.evaluate { self.makeSubject($0) }
      state.withLock {
        $0.foreseen = (block, 0)
        $0.foreseenCases += sources.count
      }
    }
  }

  /// Notes the regimes that a case reaches, as long as any is wanted.
  private func note(_ instance: Law.Case) {
    let format = subject.format
    state.withLock { state in
      for place in state.regimes.indices where !state.regimes[place].isEmpty {
        let reached = Regime.regimes(of: instance.arguments[place].value.tensor, in: format)
        state.regimes[place].subtract(reached)
      }
    }
  }

  /// What is contradictory in the answers to a case that failed beside others and not alone.
  var contradiction: String? { state.withLock(\.contradiction) }

  /// The case of a source, if it is the next of those that are evaluated already.
  private func foreseen(_ source: ChoiceSource) -> (Block, Block.Case)? {
    state.withLock { state in
      guard let (block, next) = state.foreseen, next < block.cases.count,
        block.cases[next].source.begins(like: source)
      else { return nil }
      state.foreseen = (block, next + 1)
      return (block, block.cases[next])
    }
  }

  /// The finding of a case that was evaluated beside others; one that failed is evaluated alone.
  private func finding(_ block: Block, _ one: Block.Case) throws -> Finding? {
    guard let decision = one.decision else { return nil }
    guard decision.isFailure else { return try decision.get() }
    state.withLock { $0.foreseen = nil }
    guard block.sharesCalls, !decision.costsProcess else { return try decision.get() }
    let calls = Mutex<[Subject.Record]>([])
    let observed = makeSubject { record in calls.withLock { $0.append(record) } }
    let alone = Result { try one.instance.finding(with: observed.functions) }
    guard !alone.isFailure,
      let contradiction = block.contradiction(in: one, alone: calls.withLock { $0 })
    else { return try alone.get() }
    state.withLock { $0.contradiction = contradiction }
    guard case .success(let finding) = decision else { throw CallFailure.rejected(contradiction) }
    return finding
  }

  /// The regimes that were to be noted and that no case reached, by input.
  var unreached: [String] {
    let missing = state.withLock(\.regimes)
    return zip(law.inputs, missing).flatMap { input, regimes in
      input.regimes.filter(regimes.contains).map { "\(input.name): \($0.rawValue)" }
    }
  }

  /// Draws the inputs of a case, and no more.
  func draw(_ source: inout ChoiceSource) throws(Discard) {
    _ = try law.instance(in: subject.format, from: &source)
  }

  /// The choices of the case that a source has drawn, recorded or not.
  private func choices(of source: ChoiceSource) -> [UInt64] {
    var again = source.rewound
    try? draw(&again)
    return again.choices
  }

  /// The case that ended the run.
  var lastCase: Counterexample? {
    state.withLock { state in
      guard let failure = state.failure else { return nil }
      return counterexample(
        state.arguments, nil, [], choices: state.choices, (0, false), failure.description)
    }
  }

  /// Evaluates a case again, keeping the calls it makes; `nil` if the choices make no case.
  func explain(
    _ choices: [UInt64], evaluations: Int, wasStopped: Bool
  ) -> Counterexample? {
    let calls = Mutex<[Subject.Record]>([])
    let observed = makeSubject { record in calls.withLock { $0.append(record) } }
    var source = ChoiceSource(replaying: choices)
    guard let instance = try? law.instance(in: observed.format, from: &source) else { return nil }
    var finding: Finding?
    var message = ""
    // A candidate for the simplest case may have failed otherwise than the case itself.
    state.withLock { $0.failure = nil }
    do {
      finding = try instance.finding(with: observed.functions)
    } catch {
      let failure = error as? CallFailure ?? .rejected("\(error)")
      message = failure.description
      state.withLock { $0.failure = failure }
    }
    return counterexample(
      instance.arguments, finding, calls.withLock { $0 }, choices: source.choices,
      (evaluations, wasStopped), message)
  }

  private func counterexample(
    _ arguments: [(name: String, value: any Argument)], _ finding: Finding?,
    _ calls: [Subject.Record], choices: [UInt64],
    _ simplification: (evaluations: Int, wasStopped: Bool), _ message: String
  ) -> Counterexample {
    let label = Self.label(law, in: subject.format)
    let values = DrawnValue.values(of: choices, drawing: draw)
    return Counterexample(
      arguments: arguments, comparison: finding?.comparison, ratio: finding?.ratio ?? .infinity,
      isVacuous: finding?.isVacuous ?? false, calls: calls,
      replay: ReplayToken(label: label, choices: choices).text,
      regression: Regressions.Case(label: label, values: values, line: 0).text,
      simplification: simplification, message: message)
  }
}
