/// The names and shapes of an operation's arguments and the shape of its result.
///
/// Written as the protocol writes it: `"eta[n], scale[] -> [n+1]"`. A dimension of an argument is
/// a name, bound by the first argument that has it, with an optional `+1`; one of the result may
/// be a sum of products of names, `k·d` or `d·a+a`.
public struct Signature: Sendable, Equatable {
  /// An argument of an operation.
  public struct Parameter: Sendable, Equatable {
    /// The argument's name in calls.
    public let name: String
    /// The argument's dimensions.
    public let dimensions: [Dimension]
  }

  /// The length of one axis: products of numbers common to the whole call, plus a constant.
  public struct Dimension: Sendable, Equatable {
    /// The products that are added, each by the names of its factors.
    public let products: [[String]]
    /// What is added to them.
    public let excess: Int

    /// The name that stands for the number where there is one only, as in every argument.
    public var name: String { products.first?.first ?? "" }
  }

  /// The arguments, in the order of the protocol.
  public var parameters: [Parameter] { reading.parameters }
  /// The dimensions of the result.
  public var result: [Dimension] { reading.result }
  private let reading: SignatureReading

  /// The shape of the result for arguments of the given shapes.
  ///
  /// - Throws: `ShapeMismatch` for a wrong number of arguments, a wrong rank, or lengths that
  ///   contradict each other.
  public func resultShape(of shapes: [[Int]]) throws(ShapeMismatch) -> [Int] {
    guard shapes.count == parameters.count else {
      throw ShapeMismatch(
        "\(parameters.count) arguments expected (\(parameterList)), not \(shapes.count)")
    }
    // A length that no argument has bound yet is negative.
    var lengths = SIMD8<Int>(repeating: -1)
    for index in shapes.indices where !reading.binds(shapes[index], of: index, to: &lengths) {
      let (parameter, shape) = (parameters[index], shapes[index])
      throw ShapeMismatch("argument '\(parameter.name)' has shape \(shape), not \(parameter)")
    }
    return reading.resultShape(lengths)
  }

  /// Whether two signatures are written alike.
  public static func == (a: Signature, b: Signature) -> Bool {
    a.parameters == b.parameters && a.result == b.result
  }

  private var parameterList: String { parameters.map(\.description).joined(separator: ", ") }
}

/// Arguments whose shapes do not fit the operation they are given to.
public struct ShapeMismatch: Error, Sendable, Equatable, CustomStringConvertible {
  /// What does not fit.
  public let description: String

  init(_ description: String) { self.description = description }
}

extension Signature: ExpressibleByStringLiteral, CustomStringConvertible {
  /// Reads the notation of the protocol.
  ///
  /// - Precondition: the text is an argument list, `" -> "` and the result's dimensions.
  public init(stringLiteral text: String) {
    let arguments = text.prefix { $0 != ">" }.dropLast(2)
    let parameters = arguments.split(separator: "]").map { part in
      let name = part.drop { $0 == "," || $0 == " " }.prefix { $0 != "[" }
      return Parameter(name: String(name), dimensions: Dimension.list(part))
    }
    let result = Dimension.list(text.drop { $0 != ">" }.dropLast())
    reading = SignatureReading(parameters, result)
  }

  /// The notation of the protocol.
  public var description: String { "\(parameterList) -> \(Dimension.text(result))" }
}

extension Signature.Parameter: CustomStringConvertible {
  /// The name and the dimensions, as in `targets[n,k]`.
  public var description: String { name + Signature.Dimension.text(dimensions) }
}

extension Signature.Dimension: CustomStringConvertible {
  /// The sum, as in `n+1` or `d·a+a`.
  public var description: String {
    let terms = products.map { $0.joined(separator: "·") } + (excess == 0 ? [] : ["\(excess)"])
    return terms.joined(separator: "+")
  }

  /// Reads one dimension.
  fileprivate init(_ text: Substring) {
    let terms = text.split(separator: "+")
    products = terms.filter { Int($0) == nil }.map { $0.split(separator: "·").map(String.init) }
    excess = terms.compactMap { Int($0) }.reduce(0, +)
  }

  /// Reads what follows the opening bracket.
  fileprivate static func list(_ text: Substring) -> [Self] {
    text.drop { $0 != "[" }.dropFirst().split(separator: ",").map { Self($0) }
  }

  fileprivate static func text(_ dimensions: [Self]) -> String {
    "[" + dimensions.map(\.description).joined(separator: ",") + "]"
  }
}
