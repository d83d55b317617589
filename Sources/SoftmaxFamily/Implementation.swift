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
  private let evaluation: @Sendable (Call) throws(CallFailure) -> Reply

  /// Creates an implementation from one function that answers every call.
  public init(
    _ name: String, version: String = "", language: String = "", claims: Claims = Claims(),
    operations: [Operation: [Format]],
    evaluate: @escaping @Sendable (Call) throws(CallFailure) -> Reply
  ) {
    self.name = name
    self.version = version
    self.language = language
    self.claims = claims
    self.operations = operations
    evaluation = evaluate
  }

  /// Whether an operation is offered in a format.
  public func offers(_ operation: Operation, in format: Format) -> Bool {
    operations[operation]?.contains(format) ?? false
  }

  /// The formats in which any operation is offered.
  public var formats: [Format] {
    Format.allCases.filter { format in operations.values.contains { $0.contains(format) } }
  }

  /// Answers a call, and checks that the answer has the shape that the operation asks for.
  ///
  /// - Throws: `CallFailure` where there is no answer, or one of the wrong shape or length.
  public func evaluate(_ call: Call) throws(CallFailure) -> Reply {
    guard offers(call.operation, in: call.format) else {
      throw .unsupported("\(call.operation.rawValue) in \(call.format.rawValue)")
    }
    let shape: [Int]
    do {
      shape = try call.operation.signature.resultShape(of: call.arguments.map(\.shape))
    } catch {
      throw .unsupported(error.description)
    }
    let reply = try evaluation(call)
    guard reply.shape == shape else {
      throw .malformed(
        "\(call.operation.rawValue) returned shape \(reply.shape) where \(shape) was expected")
    }
    let count = call.rows * shape.reduce(1, *)
    guard reply.values.count == count else {
      throw .malformed(
        "\(call.operation.rawValue) returned \(reply.values.count) numbers where \(count) were expected"
      )
    }
    return reply
  }
}
