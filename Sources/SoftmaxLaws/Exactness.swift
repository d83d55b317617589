/// How a law is decided: what the two sides may differ by.
public enum Exactness: String, CaseIterable, Sendable {
  /// To the last bit, for every honest algorithm: a consequence of monotone rounding.
  case exact = "X"
  /// To the last bit where the claims imply it, such as a shift by the maximum that comes first; by
  /// the enclosures of the answers otherwise.
  case exactAsClaimed = "Xs"
  /// By a theorem of its own, sharper than the enclosures, where the claims allow it.
  case theorem = "T"
  /// By the enclosures of all answers: falsified where no true values reconcile the sides.
  case reconciled = "MR"
  /// By the enclosure of the answer, against the certified value.
  case oracle
  /// As one of several conventions allows, always the same.
  case convention

  /// What the letters stand for, in a sentence.
  public var meaning: String {
    switch self {
    case .exact: "to the last bit, for every honest algorithm"
    case .exactAsClaimed: "to the last bit where the claims imply it, by enclosures otherwise"
    case .theorem: "by a theorem of its own where the claims allow it, by enclosures otherwise"
    case .reconciled: "falsified where no true values within the enclosures reconcile the sides"
    case .oracle: "against the certified value"
    case .convention: "one of several conventions, always the same"
    }
  }

  /// Whether calls of the law may travel with those of others: not where bits are compared, which an
  /// honest implementation may round otherwise beside other rows.
  public var sharesCalls: Bool {
    switch self {
    case .reconciled, .oracle: true
    case .exact, .exactAsClaimed, .theorem, .convention: false
    }
  }
}
