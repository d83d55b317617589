/// The choices with the largest ratio of error to bound so far.
struct WorstCase: Sendable {
  private(set) var ratio = 0.0
  private(set) var choices: [UInt64]?

  /// Takes a case into account; NaN, no error at all, counts as infinite.
  ///
  /// Of equal ratios the first stays.
  mutating func observe(_ trial: Trial, _ choices: @autoclosure () -> [UInt64]) {
    let observed: Double
    switch trial {
    case .holds(let ratio), .fails(let ratio): observed = ratio.isNaN ? .infinity : ratio
    case .vacuous, .discarded: return
    }
    guard self.choices == nil || observed > ratio else { return }
    ratio = observed
    self.choices = choices()
  }
}
