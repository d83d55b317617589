import Arithmetic
import PropertyEngine
public import SoftmaxFamily

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

  /// The same domain for an input of another name.
  public func named(_ name: String) -> Domain {
    Domain(name, description, reaching: regimes, body)
  }

  /// The same domain, with regimes that it is to reach.
  func reaching(_ regimes: [Regime]...) -> Domain {
    Domain(name, description, reaching: regimes.flatMap { $0 }, body)
  }

  func draw(from source: inout ChoiceSource, in frame: inout Frame) throws(Discard) -> Value {
    try body(&source, &frame)
  }
}

/// What the inputs of one case have in common: the format, the length, and numbers drawn jointly.
struct Frame {
  /// The format all numbers are values of.
  let format: Format
  /// The length of the vectors, once one is drawn.
  var count: Int?
  /// The largest magnitude of a finite number drawn so far.
  var magnitude = 0.0
  /// The number of rows of a call, once it is drawn.
  var rows: Int?
  /// Numbers drawn together with an input, for the inputs after it.
  var companions: [Tensor] = []

  init(format: Format) { self.format = format }

  /// Takes note of a vector, for the inputs after it.
  mutating func note(_ x: [Double]) {
    count = x.count
    magnitude = x.reduce(magnitude) { $1.isFinite ? max($0, abs($1)) : $0 }
  }

  /// The lengths that the next vector may have: the length that others have already.
  func counts(_ range: ClosedRange<Int>) -> ClosedRange<Int> { count.map { $0...$0 } ?? range }
}

/// A value that a law is stated for, that an operation takes and a report shows.
public protocol Argument: Sendable {
  /// The numbers, with their shape.
  var tensor: Tensor { get }
}

extension Argument {
  /// The numbers in storage order.
  public var numbers: [Double] { tensor.values }
}

extension Tensor: Argument {
  /// The tensor itself; for an input its elements are exact.
  public var tensor: Tensor { self }
}

extension [Int]: Argument {
  /// The integers as a vector.
  public var tensor: Tensor { Tensor(map(Double.init)) }
}
