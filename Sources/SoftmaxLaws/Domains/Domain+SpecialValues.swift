import Arithmetic
import PropertyEngine
import SoftmaxFamily

extension Domain<Tensor> {
  /// A vector of moderate numbers, some entries replaced by special values; the first of these is
  /// the last entry if there is no other.
  private static func special(
    _ name: String, _ description: String, _ values: [Double]
  ) -> Domain {
    vector(name, description, count: 1...34) { format, counts in
      Generator { source throws(Discard) in
        var x: [Double] = []
        for _ in 0..<source.count(in: counts) {
          let special = source.choose([(8, nil)] + values.map { (1, $0) })
          if let special {
            x.append(special)
          } else {
            x.append(try Scalars.moderate(format, magnitude: 4).draw(from: &source))
          }
        }
        let isSpecial = x.contains { $0 == values[0] || ($0.isNaN && values[0].isNaN) }
        return isSpecial ? x : x.dropLast() + [values[0]]
      }
    }
  }

  /// Logits with NaN in some entries, at least one, and perhaps ±∞ beside it.
  public static let logitsWithNaN = special(
    "x", "logits, some of them NaN, perhaps ±∞", [.nan, .infinity, -.infinity])

  /// Logits with +∞ in some entries, at least one, and perhaps −∞ beside it.
  public static let infiniteLogits = special(
    "x", "logits, some of them +∞, perhaps −∞", [.infinity, -.infinity])

  /// Numbers with NaN, ±∞ and ±0 among them.
  public static let specialNumbers = special(
    "x", "numbers, some of them NaN, ±∞ or ±0", [.nan, .infinity, -.infinity, 0, -0.0])

  /// Zeros of either sign.
  public static let signedZeros = vector("x", "zeros of either sign", count: 1...34) { _, counts in
    Generator { source throws(Discard) in
      let count = source.integer(in: counts)
      return (0..<count).map { _ in source.flag(oneIn: 2) ? -0.0 : 0 }
    }
  }

  /// Subnormal numbers of either sign.
  public static let subnormalLogits = vector("x", "subnormal logits", count: 1...34) {
    format, counts in
    Generator { source throws(Discard) in
      let count = source.integer(in: counts)
      let steps = Int(format.leastNormal / format.leastSubnormal)
      return (0..<count).map { _ in
        Double(source.integer(in: -steps + 1...steps - 1)) * format.leastSubnormal
      }
    }
  }

  /// Few logits between −4 and 4.
  public static let smallLogits = vector("x", "logits between −4 and 4", count: 1...9) {
    Vectors.moderate($0, count: $1, magnitude: 4)
  }

  /// Few logits, one masked entry at least, and one finite at least.
  public static let fewMaskedLogits = vector(
    "x", "two to five logits, some of them −∞", count: 2...5
  ) {
    Vectors.masked($0, count: $1).map { x in
      x.contains(-.infinity) ? x : x.dropLast() + [-.infinity]
    }
  }
}
