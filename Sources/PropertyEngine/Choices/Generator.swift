/// A recipe for values, made of choices.
///
/// Because values are made of choices and nothing else, whatever is built by `map`,
/// `flatMap` and `filter` shrinks and replays without further ado.
public struct Generator<Value>: Sendable {
  /// The number of values that `filter` tries before it gives the case up.
  public static var filterAttempts: Int { 100 }

  @usableFromInline let body: @Sendable (inout ChoiceSource) throws(Discard) -> Value

  /// Creates a generator from what draws one value.
  @inlinable
  public init(_ body: @escaping @Sendable (inout ChoiceSource) throws(Discard) -> Value) {
    self.body = body
  }

  /// Draws a value.
  ///
  /// - Throws: `Discard` when the choices do not make one.
  @inlinable
  public func draw(from source: inout ChoiceSource) throws(Discard) -> Value {
    try body(&source)
  }

  /// Returns the generator of the transformed values.
  @inlinable
  public func map<Result>(
    _ transform: @escaping @Sendable (Value) -> Result
  ) -> Generator<Result> {
    Generator<Result> { (source) throws(Discard) in transform(try draw(from: &source)) }
  }

  /// Returns the generator that draws a value, and then from the generator made of it.
  @inlinable
  public func flatMap<Result>(
    _ transform: @escaping @Sendable (Value) -> Generator<Result>
  ) -> Generator<Result> {
    Generator<Result> { (source) throws(Discard) in
      try transform(try draw(from: &source)).draw(from: &source)
    }
  }

  /// Returns the generator of the values that satisfy a condition.
  ///
  /// A refused value leaves no trace in the choices. After `filterAttempts` refusals, or
  /// one when replaying, the case is discarded.
  public func filter(
    _ isIncluded: @escaping @Sendable (Value) -> Bool
  ) -> Generator {
    Generator { (source) throws(Discard) in
      let start = source.choices.count
      for _ in 0..<Self.filterAttempts {
        let value = try draw(from: &source)
        if isIncluded(value) { return value }
        guard source.retract(to: start) else { break }
      }
      throw Discard()
    }
  }
}
