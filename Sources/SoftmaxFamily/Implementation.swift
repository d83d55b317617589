public import Arithmetic

/// An implementation of operations of the softmax family: what is checked.
///
/// Functions of this process, programs in any language and C libraries are all
/// values of this one type. What comes back from `evaluate` is untrusted.
public struct Implementation: Sendable {
  /// The name shown in reports.
  public let name: String
  /// The version shown in reports; empty where there is none.
  public let version: String
  /// The programming language; empty where unknown.
  public let language: String
  /// What the implementation promises about its arithmetic.
  public var claims: Claims
  /// The operations offered, with the formats of each in the order of `Format.allCases`.
  public let operations: [Operation: [Format]]
  /// The formats of each operation, by its place among all.
  private let formatsByPlace: [[Format]]
  private let evaluation: @Sendable (Call) throws(CallFailure) -> Reply
  let postal: Postal?
  /// Answers calls whose numbers lie in arrays, without numbers of other kinds in between.
  public internal(set) var arrays: ArrayFunction?

  /// Answers many questions, in their order; see `replies(to:)`.
  public typealias Postal = @Sendable ([Question]) -> [Result<Reply, CallFailure>?]

  /// Creates an implementation from one function that answers every call.
  ///
  /// Where a call costs more than its numbers, as one to another process does, `postal` answers
  /// many at once, and laws are evaluated in blocks of cases.
  public init(
    _ name: String, version: String = "", language: String = "", claims: Claims = Claims(),
    operations: [Operation: [Format]],
    evaluate: @escaping @Sendable (Call) throws(CallFailure) -> Reply,
    postal: Postal? = nil
  ) {
    self.name = name
    self.version = version
    self.language = language
    self.claims = claims
    self.operations = operations
    formatsByPlace = Operation.allCases.map { operations[$0] ?? [] }
    evaluation = evaluate
    self.postal = postal
  }

  /// Whether an operation is offered in a format.
  public func offers(_ operation: Operation, in format: Format) -> Bool {
    formatsByPlace[operation.place].contains(format)
  }

  /// The formats in which any operation is offered.
  public var formats: [Format] {
    Format.allCases.filter { format in operations.values.contains { $0.contains(format) } }
  }

  /// Answers a call, and checks that the answer has the shape that the operation asks for.
  ///
  /// - Throws: `CallFailure` where there is no answer, or one of the wrong shape or length.
  public func evaluate(_ call: Call) throws(CallFailure) -> Reply {
    let shape = try resultShape(
      of: call.operation, in: call.format, call.arguments.map(\.shape))
    return try call.checked(try evaluation(call), shape)
  }

  /// The shape of one row's result.
  ///
  /// - Throws: `CallFailure.unsupported` where the call is not offered or has arguments that do not fit.
  func resultShape(
    of operation: Operation, in format: Format, _ shapes: [[Int]]
  ) throws(CallFailure) -> [Int] {
    guard offers(operation, in: format) else {
      throw .unsupported("\(operation.rawValue) in \(format.rawValue)")
    }
    return try operation.resultShape(of: shapes)
  }
}

extension Operation {
  /// The shape of one row's result for arguments of some shapes.
  ///
  /// - Throws: `CallFailure.unsupported` where they do not fit each other.
  public func resultShape(of shapes: [[Int]]) throws(CallFailure) -> [Int] {
    do {
      return try signature.resultShape(of: shapes)
    } catch {
      throw .unsupported(error.description)
    }
  }
}

extension Call {
  /// The shape of one row's result.
  ///
  /// - Throws: `CallFailure.unsupported` where the arguments do not fit each other.
  public func resultShape() throws(CallFailure) -> [Int] {
    try operation.resultShape(of: arguments.map(\.shape))
  }

  /// The reply, if it has the shape that is expected and as many numbers as the rows ask for.
  ///
  /// - Throws: `CallFailure.malformed`.
  public func checked(_ reply: Reply, _ shape: [Int]) throws(CallFailure) -> Reply {
    guard reply.shape == shape else {
      throw .malformed(
        "\(operation.rawValue) returned shape \(reply.shape) where \(shape) was expected")
    }
    let count = rows * shape.elementCount
    guard reply.values.count == count else {
      throw .malformed(
        "\(operation.rawValue) returned \(reply.values.count) numbers where \(count) were expected")
    }
    return reply
  }
}
