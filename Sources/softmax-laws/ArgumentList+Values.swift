import Arithmetic

extension ArgumentList {
  /// Takes the name of a format.
  mutating func format(of option: String) throws(UsageError) -> Format {
    let names = Format.allCases.map(\.rawValue).joined(separator: ", ")
    return try value(of: option, "one of \(names)", Format.init)
  }

  /// Takes a number of things.
  mutating func count(of option: String, atMost most: Int) throws(UsageError) -> Int {
    try value(of: option, "a whole number from 1 to \(most)") { text in
      Int(text).flatMap { (1...most).contains($0) ? $0 : nil }
    }
  }

  /// Takes a time.
  mutating func seconds(of option: String, atMost most: Double) throws(UsageError) -> Double {
    try value(of: option, "a number of seconds above 0, at most \(Int(most))") { text in
      Double(text).flatMap { $0 > 0 && $0 <= most ? $0 : nil }
    }
  }
}
