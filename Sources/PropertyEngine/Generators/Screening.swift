import Arithmetic
import Randomness

/// The cases that come before the random ones: known troublemakers, paired with each other.
///
/// A row steers what is sampled by three factors: the shape of a vector, its length, and a
/// special value put in it. Rows `(special i, length j, shape (i + j) mod 10)` for all
/// `i < 12` and `j < 10` hold every pair of levels of two factors at least once. A run in one
/// format has them all, so every level is paired with every format too.
enum Screening {
  /// The number of rows.
  static let count = specials * lengths

  private static let specials = 12
  private static let lengths = 10

  /// The row at an index below `count`.
  static func row(_ index: Int) -> Row {
    let (special, length) = (index / lengths, index % lengths)
    return Row(
      shape: (special + length) % Shape.allCases.count, length: length, special: special,
      place: index % 3)
  }

  /// The levels of one row.
  struct Row: Sendable, Equatable {
    /// The index of a shape.
    let shape: Int
    /// The level of the length.
    let length: Int
    /// The level of the special value; zero for none.
    private(set) var special: Int
    /// Where the special value goes: first, last, or in the middle.
    let place: Int
    /// The number of integers drawn so far.
    private var integers = 0

    init(shape: Int, length: Int, special: Int, place: Int) {
      self.shape = shape
      self.length = length
      self.special = special
      self.place = place
    }

    /// A length of the range: the shortest, around the widths of vector units, the longest.
    func count(in range: ClosedRange<Int>) -> Int {
      let least = range.lowerBound
      let long = [0: 129, 1: range.upperBound][special] ?? 65
      let count = [least, least + 1, least + 2, 7, 8, 15, 16, 17, 33, long][length]
      return min(max(count, least), range.upperBound)
    }

    /// An end of the range, or an integer beside it or nearest zero; nil for no such choice.
    mutating func integer(in range: ClosedRange<Int>) -> Int? {
      integers += 1
      // By the length too, so that neighbouring rows differ.
      switch (special + length + 5 * (integers - 1)) % Screening.specials {
      case 0: return range.lowerBound
      case 1: return range.upperBound
      case 2: return IntegerOrder.integer(at: 0, in: range)
      case 3: return range.lowerBound + (range.count > 1 ? 1 : 0)
      case 4: return range.upperBound - (range.count > 1 ? 1 : 0)
      default: return nil
      }
    }

    /// The special value of a format, at most `limit` in magnitude, once.
    mutating func takeSpecial(of format: Format, upTo limit: Double) -> Double? {
      defer { special = 0 }
      let value: Double? =
        switch special {
        case 1: 0
        case 2: -0.0
        case 3: format.leastSubnormal
        case 4: -format.leastSubnormal
        case 5: format.predecessor(of: format.leastNormal)
        case 6: format.leastNormal
        case 7: 1 - format.unitRoundoff
        case 8: 1 + 2 * format.unitRoundoff
        case 9: powerOfTwo(format.precision)
        case 10: format.greatestFinite
        case 11: -format.greatestFinite
        default: nil
        }
      return value.map { $0.clamped(to: limit, in: format) }
    }
  }
}

extension Double {
  /// The nearest value of the format that is at most `bound` in magnitude.
  ///
  /// Rounding may lead past a bound that is no value of the format.
  func clamped(to bound: Double, in format: Format) -> Double {
    if self > bound { return max(0, format.predecessor(of: bound.nextUp)) }
    if self < -bound { return min(0, format.successor(of: -bound.nextUp)) }
    return self
  }
}

extension ChoiceSource {
  /// The integer that the screening asks for, if it does.
  mutating func screenedInteger(in range: ClosedRange<Int>) -> Int? {
    isScreening ? withScreening { $0.integer(in: range) } : nil
  }

  /// The special value that the screening puts among some numbers, and where it goes.
  mutating func screenedSpecial(
    of format: Format, upTo limit: Double, among count: Int
  ) -> (value: Double, index: Int)? {
    guard isScreening, count > 0 else { return nil }
    return withScreening { row in
      let index = [0, count - 1, count / 2][row.place]
      return row.takeSpecial(of: format, upTo: limit).map { ($0, index) }
    }
  }
}
