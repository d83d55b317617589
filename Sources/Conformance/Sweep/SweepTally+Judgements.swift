import Arithmetic

extension SweepTally {
  /// Counts an answer that the certified reference has judged.
  mutating func count(
    _ judgement: SweepJudge.Judgement, _ answer: Double, in format: Format,
    _ extreme: (Double) -> Extreme
  ) {
    inputs += 1
    escalations += 1
    count(answer, rounded: judgement.rounded, in: format)
    if judgement.isVacuous { vacuous += 1 }
    if judgement.isFalsified {
      failures += 1
      note(simplest: extreme(judgement.ratio))
    }
    if !judgement.isVacuous { note(worst: extreme(judgement.ratio)) }
    note(worstUlps: extreme(judgement.ulps))
  }

  /// Counts an answer, some number of times, by its distance from the correctly rounded value.
  mutating func count(
    _ answer: Double, rounded: Double, in format: Format, times: Int = 1
  ) {
    guard !answer.isNaN else {
      misrounded += times
      notNumbers += times
      return
    }
    let (found, wanted) = (place(format.rounded(answer), format), place(rounded, format))
    let steps = found.subtractingReportingOverflow(wanted)
    let saturated = found < wanted ? -Int.max : Int.max
    histogram.count(steps.overflow ? saturated : steps.partialValue, times: times)
    if answer != rounded { misrounded += times }
  }

  /// The place of a value among all values of the format; both zeros have the place 0.
  private func place(_ value: Double, _ format: Format) -> Int {
    let magnitude =
      format == .binary32
      ? Int(Float(value).magnitude.bitPattern) : Int(format.bits(of: abs(value)))
    return value < 0 ? -magnitude : magnitude
  }
}
