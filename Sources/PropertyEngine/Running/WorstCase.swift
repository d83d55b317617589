/// The choices with the largest ratio of error to bound so far.
struct WorstCase: Sendable {
  private(set) var ratio = 0.0
  private(set) var choices: [UInt64]?
  private var pending: ChoiceSource?

  /// Takes a case into account; NaN, no error at all, counts as infinite.
  ///
  /// Of equal ratios the first stays.
  mutating func observe(_ trial: Trial, _ choices: @autoclosure () -> [UInt64]) {
    guard isWorse(trial) else { return }
    self.choices = choices()
    pending = nil
  }

  /// Takes a case into account whose choices are not recorded.
  mutating func observe(_ trial: Trial, at source: @autoclosure () -> ChoiceSource) {
    if isWorse(trial) { pending = source() }
  }

  /// Whether the choices of the worst case are yet to be recorded.
  var isPending: Bool { pending != nil }

  /// Records the choices of the worst case.
  mutating func record(_ choices: (ChoiceSource) -> [UInt64]) {
    if let source = pending { self.choices = choices(source) }
    pending = nil
  }

  private mutating func isWorse(_ trial: Trial) -> Bool {
    let observed: Double
    switch trial {
    case .holds(let ratio), .fails(let ratio): observed = ratio.isNaN ? .infinity : ratio
    case .vacuous, .discarded: return false
    }
    guard choices == nil && pending == nil || observed > ratio else { return false }
    ratio = observed
    return true
  }
}
