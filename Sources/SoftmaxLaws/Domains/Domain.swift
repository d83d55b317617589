public import Arithmetic
public import PropertyEngine

/// What one input of a law ranges over.
public struct Domain<Value: Argument>: Sendable {
  /// The symbol of the input.
  public let name: String
  /// The domain in words.
  public let description: String
  /// The regimes that the cases of a check are to reach.
  public let regimes: [Regime]
  private let body: @Sendable (inout ChoiceSource, inout Frame) throws(Discard) -> Value

  init(
    _ name: String, _ description: String, reaching regimes: [Regime] = [],
    _ body: @escaping @Sendable (inout ChoiceSource, inout Frame) throws(Discard) -> Value
  ) {
    self.name = name
    self.description = description
    self.regimes = regimes
    self.body = body
  }

  /// Creates a domain of what a generator makes for a format.
  ///
  ///     let angles = Domain("φ", "angles") { format in
  ///       Scalars.moderate(format, magnitude: 3).list(count: 1...4).map { Tensor($0) }
  ///     }
  ///
  /// Numbers that are no values of the format are rounded to it before an implementation sees
  /// them, and the bounds allow for that.
  public init(
    _ name: String, _ description: String,
    drawing generator: @escaping @Sendable (Format) -> Generator<Value>
  ) {
    self.init(name, description) { source, frame throws(Discard) in
      try generator(frame.format).draw(from: &source)
    }
  }

  /// The same domain for an input of another name.
  public func named(_ name: String) -> Domain {
    Domain(name, description, reaching: regimes, body)
  }

  /// The same domain, with regimes that it is to reach.
  func reaching(_ regimes: [Regime]...) -> Domain {
    Domain(name, description, reaching: regimes.flatMap { $0 }, body)
  }

  /// The same domain of vectors, one in eight of them so long that a body of blocks or lanes shows, and
  /// what is left over at its end.
  func upTo(_ longest: Int) -> Domain {
    Domain(name, "\(description), up to \(longest)", reaching: regimes + [.vectorWidth]) {
      source, frame throws(Discard) in
      if source.flag(oneIn: 8) { frame.longCounts = 17...longest }
      return try body(&source, &frame)
    }
  }

  func draw(from source: inout ChoiceSource, in frame: inout Frame) throws(Discard) -> Value {
    try body(&source, &frame)
  }
}
