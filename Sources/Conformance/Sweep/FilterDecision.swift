import Arithmetic
import SoftmaxFamily
import SoftmaxReference

/// What an enclosure of the true value decides of an answer, with certainty.
///
/// The accuracy law falsifies an answer further from the value than the bound at that value, and calls one vacuous whose
/// bound exceeds an eighth of answer and value. Here the value is anywhere in its enclosure and the bound anywhere
/// between the least and the greatest; where not all of them agree, nothing is decided. An answer that is no number has no
/// displacement.
struct FilterDecision: Equatable {
  /// Whether the answer is falsified.
  let isFalsified: Bool
  /// Whether the bound is too wide to mean anything.
  let isVacuous: Bool

  private init(isFalsified: Bool = false, isVacuous: Bool = false) {
    self.isFalsified = isFalsified
    self.isVacuous = isVacuous
  }

  /// An answer that is within its bound, which means something.
  static let holds = FilterDecision()

  /// Decides of an answer that is displaced from the value, or does not.
  init?(
    _ answer: Double, _ displacement: Enclosure?, _ value: Enclosure, _ bounds: Contract.BoundRange,
    _ contract: Contract
  ) {
    // The bounds are rounded upwards by 2^-40; the reference's own radius is below 2^-90 of the value.
    let least = bounds.least.bound(of: value.leastMagnitude) * (1 - 0x1p-38)
    let greatest = bounds.greatest.bound(of: value.greatestMagnitude) * (1 + 0x1p-30)
    guard let displacement else {
      self.init(special: answer, value, least, greatest, contract)
      return
    }
    guard least < .infinity else {
      self.init(isVacuous: true)
      return
    }
    if displacement.leastMagnitude > greatest {
      self.init(isFalsified: true)
      return
    }
    guard displacement.greatestMagnitude <= least else { return nil }
    if max(abs(answer), value.leastMagnitude) >= 8 * greatest * (1 + 0x1p-30) {
      self.init()
    } else if max(abs(answer), value.greatestMagnitude) * (1 + 0x1p-30) < 8 * least {
      self.init(isVacuous: true)
    } else {
      return nil
    }
  }

  /// Decides of an answer that is no number: it is falsified, unless infinite where the value may exceed the format's
  /// greatest number, or where a claim takes every promise back.
  private init?(
    special answer: Double, _ value: Enclosure, _ least: Double, _ greatest: Double,
    _ contract: Contract
  ) {
    guard contract.claims.algorithm != .unshifted else { return nil }
    if answer.isInfinite {
      let isOfSameSign = answer > 0 ? value.low > 0 : value.high < 0
      if least == .infinity, isOfSameSign {
        self.init(isVacuous: true)
        return
      }
      let reach = value.greatestMagnitude + greatest
      guard reach < contract.format.greatestFinite * (1 - 0x1p-30) else { return nil }
    }
    self.init(isFalsified: true)
  }
}
