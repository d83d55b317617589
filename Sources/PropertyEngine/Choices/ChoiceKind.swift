/// What a choice decides, for whoever changes it knowingly.
enum ChoiceKind: Sendable, Equatable {
  /// An index in `0...last`.
  case index(last: UInt64)

  /// Whether a list goes on: zero or one.
  case more

  /// An integer of a range, by its place in the `IntegerOrder`.
  case integer(ClosedRange<Int>)

  /// A real number, by its place in the `SimplicityOrder`.
  case real

  /// The greatest choice.
  var last: UInt64 {
    switch self {
    case .index(let last): last
    case .more: 1
    case .integer(let range): IntegerOrder.last(in: range)
    case .real: .max
    }
  }

  /// Whether the choice stands for a number that a property may calculate with.
  var isNumber: Bool {
    switch self {
    case .integer, .real: true
    case .index, .more: false
    }
  }

  /// Whether choices of the two kinds may be exchanged: one that is too large is clamped.
  func isLike(_ other: ChoiceKind) -> Bool {
    switch (self, other) {
    case (.index, .index): true
    case (.more, _): false
    default: self == other
    }
  }
}
