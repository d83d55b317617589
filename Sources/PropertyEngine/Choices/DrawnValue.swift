import Arithmetic

/// A choice as the value it stands for.
///
/// Unlike choices, which count places in an order, values mean the same when the order
/// of simplicity changes: this is what is written to files.
public enum DrawnValue: Sendable, Equatable {
  /// A real number, compared by its bits.
  case real(Double)
  /// An integer.
  case integer(Int)
  /// An index, or a yes or no.
  case index(UInt64)

  /// Compares real numbers by their bits, so that `−0` is not `0`.
  public static func == (left: DrawnValue, right: DrawnValue) -> Bool {
    switch (left, right) {
    case (.real(let x), .real(let y)): x.bitPattern == y.bitPattern
    case (.integer(let x), .integer(let y)): x == y
    case (.index(let x), .index(let y)): x == y
    default: false
    }
  }

  /// The value of a choice.
  init(_ choice: UInt64, as kind: ChoiceKind) {
    switch kind {
    case .index, .more: self = .index(choice)
    case .integer(let range): self = .integer(IntegerOrder.integer(at: choice, in: range))
    case .real: self = .real(SimplicityOrder.number(at: choice))
    }
  }

  /// The choice that stands for the value; nil if the choice is of another kind or range.
  func place(as kind: ChoiceKind) -> UInt64? {
    switch (kind, self) {
    case (.index, .index(let choice)), (.more, .index(let choice)):
      choice <= kind.last ? choice : nil
    case (.integer(let range), .integer(let integer)):
      range.contains(integer) ? IntegerOrder.place(of: integer, in: range) : nil
    case (.real, .real(let number)): SimplicityOrder.place(of: number)
    default: nil
    }
  }
}
