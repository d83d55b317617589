extension ReportEntry {
  /// How far beyond the bound the failure is; empty where a call gave no numbers.
  var excessText: String {
    guard let witness, !verdict.isOfProgram, verdict != .error else { return "" }
    return "\(witness.ratio.ratioText) × the bound"
  }

  /// The verdict with how far beyond the bound, or why, on one line.
  var headline: String {
    let why = [message.harmless, excessText].first { !$0.isEmpty } ?? ""
    return why.isEmpty ? verdict.rawValue : "\(verdict.rawValue): \(why)"
  }

  /// All there is to say of a failure, over several lines.
  func details(_ header: ReportHeader) -> String {
    var parts = ["\(title) does not hold: \(statement)"]
    if !message.isEmpty { parts.append("because: \(message.harmless)") }
    if let witness { parts.append(witness.text(header)) }
    if let worstWitness {
      parts.append("the case with the largest error:\n" + worstWitness.text(header))
    }
    return parts.joined(separator: "\n")
  }
}
