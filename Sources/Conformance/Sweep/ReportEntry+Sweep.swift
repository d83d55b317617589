import Arithmetic
import SoftmaxFamily
import StrictJSON

extension ReportEntry {
  /// Creates the entry of a sweep that is over, with its counts beside what every entry has; `nil` of
  /// one that is not.
  public init?(_ result: SweepResult) {
    guard let verdict = result.verdict else { return nil }
    let (name, tally) = (result.name, result.tally)
    let inputs = result.isOfPairs ? "pair of numbers" : "input"
    self.init(
      .sweep, name, chapter: "Every input",
      statement: "\(name) is within its error bound at every \(inputs)",
      operations: [result.operation.rawValue], format: result.format, verdict: verdict)
    cases = tally.inputs
    vacuous = tally.vacuous
    domainSize = result.isExhaustive ? result.total : nil
    worst = tally.worstRatio
    seconds = result.seconds
    message = result.message
    isOfSuite = result.isOfSuite
    if tally.failures > 0 {
      witness = result.simplest.map { Witness($0, of: result.operation, in: result.format) }
      worstWitness = result.worst.map { Witness($0, of: result.operation, in: result.format) }
    }
    others = [
      "of": JSON(result.total), "failures": JSON(tally.failures),
      "misrounded": JSON(tally.misrounded), "special": JSON(tally.special),
      "notNumbers": JSON(tally.notNumbers), "disorders": JSON(tally.disorders),
      "disorderFailures": JSON(tally.disorderFailures), "escalations": JSON(tally.escalations),
      "ulpsOff": Self.histogram(tally.histogram),
    ]
    if let extreme = tally.worstUlps { others["worstUlps"] = JSON(extreme.size) }
    if let worst = result.worst, witness == nil { others["worstInput"] = JSON(worst.bits) }
    if let worstUlps = result.worstUlps { others["worstUlpsInput"] = JSON(worstUlps.bits) }
  }

  /// The counts by the least distance of each bin.
  private static func histogram(_ histogram: StepHistogram) -> JSON {
    let bins = histogram.entries.map { ("\($0.least)", Optional(JSON($0.count))) }
    return JSON(Dictionary(bins) { first, _ in first })
  }
}

extension Witness {
  /// Describes an input of a sweep; it is its own replay, so that there is no token.
  init(
    _ witness: SweepResult.Witness, of operation: SoftmaxFamily.Operation, in format: Format
  ) {
    let distance = (Ball(witness.answer) - witness.certified).magnitude
    let numbers = [witness.input] + (witness.partner.map { [$0] } ?? [])
    let isNumber = witness.answer.isFinite && witness.certified.isReal && witness.bound > 0
    let lines = [
      ("input x", witness.place(in: format)),
      ("got", format.shortestText(witness.answer)),
      ("certified", witness.certified.plainText(digits: 12)),
      ("allowed", "± \(Ball(witness.bound).decimalText(digits: 2))"),
    ]
    self.init(
      ratio: isNumber ? (distance / Ball(witness.bound)).value : .infinity,
      operation: operation.rawValue,
      lines: lines.map { FailureReport.Line(label: $0, text: $1) },
      others: [
        "bits": JSON(witness.bits),
        "arguments": JSON(["x": JSON(numbers.map(HexadecimalText.text))]),
        "got": JSON([HexadecimalText.text(witness.answer)]),
        "want": JSON([witness.certified.hexadecimalText]), "bound": JSON(witness.bound),
        "confirmed": JSON(witness.isConfirmed),
      ])
  }
}
