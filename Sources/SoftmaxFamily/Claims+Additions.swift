package import Arithmetic

extension Claims {
  /// A claim that could be made beside others.
  package struct Addition: Sendable, Equatable {
    /// The claim's name in the protocol.
    package let name: String
    /// Its value, as text.
    package let value: String
    private let change: @Sendable (inout Claims) -> Void

    init(_ name: String, _ value: String, _ change: @escaping @Sendable (inout Claims) -> Void) {
      self.name = name
      self.value = value
      self.change = change
    }

    /// The claim as it is written, `name: value`.
    package var text: String { "\(name): \(value)" }

    /// Claims with this one among them.
    package func added(to claims: Claims) -> Claims {
      var claims = claims
      change(&claims)
      return claims
    }

    /// Whether two are the same claim.
    package static func == (a: Addition, b: Addition) -> Bool { a.text == b.text }
  }

  /// The claims that would sharpen bounds in a format and are not among those made.
  ///
  /// In the order in which an implementation is likely to keep them.
  package static func additions(in format: Format, to claims: Claims) -> [Addition] {
    var additions: [Addition] = []
    func offer(
      _ name: String, _ value: String, unless isMade: Bool,
      _ change: @escaping @Sendable (inout Claims) -> Void
    ) {
      if !isMade { additions.append(Addition(name, value, change)) }
    }
    offer("subnormals", "gradual", unless: claims.subnormals != nil) { $0.subnormals = .gradual }
    offer("algorithm", "shiftDiv", unless: claims.algorithm != nil) { $0.algorithm = .shiftDiv }
    offer("exponentialUlps", "1", unless: claims.exponentialUlps ?? 3 <= 1) {
      $0.exponentialUlps = 1
    }
    offer("logarithmUlps", "1", unless: claims.logarithmUlps ?? 2 <= 1) { $0.logarithmUlps = 1 }
    offer("sigmoid", "twoBranch", unless: claims.sigmoid != nil) { $0.sigmoid = .twoBranch }
    offer("logSumExp", "log1p", unless: claims.logSumExp != nil) { $0.logSumExp = .log1p }
    offer("monotone", "true", unless: claims.monotone != nil) { $0.monotone = true }
    let wider = format == .binary32 || format == .binary64 ? Format.binary64 : .binary32
    let table = "\(format.rawValue): \(wider.rawValue)"
    let isWide = claims.arithmetic[format] != nil || wider == format
    offer("accumulator", table, unless: isWide || claims.accumulator[format] != nil) {
      $0.accumulator[format] = wider
    }
    offer("summation", "pairwise", unless: claims.summation.map { $0 != .unknown } ?? false) {
      $0.summation = .pairwise
    }
    offer("arithmetic", table, unless: isWide) { $0.arithmetic[format] = wider }
    return additions
  }
}
