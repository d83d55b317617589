public import Arithmetic

extension Implementation {
  /// Creates an implementation from Swift functions on one number type.
  ///
  ///     let mine = Implementation("mine", on: Double.self) { $0.softmax = softmax }
  public init<Scalar: SwiftScalar>(
    _ name: String, on _: Scalar.Type, claims: Claims = Claims(),
    _ plug: (inout SwiftFunctions<Scalar>) -> Void
  ) {
    var functions = SwiftFunctions<Scalar>()
    plug(&functions)
    self.init(name, claims: claims, [.init(Scalar.format, functions.evaluations)])
  }

  /// Creates an implementation that computes narrow formats in binary32 and rounds once.
  ///
  /// The claim `arithmetic` is set accordingly, for each of the formats.
  public init(
    _ name: String, claims: Claims, binary64: SwiftFunctions<Double>,
    binary32: SwiftFunctions<Float>, roundedTo narrow: [Format]
  ) {
    var claims = claims
    let single = binary32.evaluations
    var tables = [FormatFunctions(.binary64, binary64.evaluations), .init(.binary32, single)]
    for format in narrow {
      claims.arithmetic[format] = .binary32
      tables.append(FormatFunctions(format, single, rounds: true))
    }
    self.init(name, claims: claims, tables)
  }

  private init(_ name: String, claims: Claims, _ tables: [FormatFunctions]) {
    let tables = Format.allCases.compactMap { format in tables.last { $0.format == format } }
    var operations: [Operation: [Format]] = [:]
    for (place, operation) in Operation.allCases.enumerated() {
      let formats = tables.filter { $0.evaluations[place] != nil }.map { $0.format }
      if !formats.isEmpty { operations[operation] = formats }
    }
    self.init(name, language: "swift", claims: claims, operations: operations) {
      call throws(CallFailure) in
      guard let table = tables.first(where: { $0.format == call.format }),
        let evaluation = table.evaluations[call.operation.place]
      else { throw .unsupported("\(call.operation.rawValue) in \(call.format.rawValue)") }
      if call.rows == 1 { return table.stored(evaluation(call.arguments)) }
      return try Implementation.joined(
        (0..<call.rows).map { table.stored(evaluation(call.arguments(ofRow: $0))) },
        of: call.operation)
    }
  }

  /// One reply out of the rows'.
  private static func joined(
    _ rows: [Reply], of operation: Operation
  ) throws(CallFailure) -> Reply {
    let shape = rows.first?.shape ?? []
    guard rows.allSatisfy({ $0.shape == shape }) else {
      throw .malformed("\(operation.rawValue) returned rows of different shapes")
    }
    return Reply(shape: shape, values: rows.flatMap(\.values))
  }
}

/// The functions that answer in a format.
private struct FormatFunctions: Sendable {
  let format: Format
  /// The functions by the place of their operation, `nil` where one is not set.
  let evaluations: [(@Sendable ([Call.Argument]) -> Reply)?]
  /// Whether what they return is to be rounded to the format.
  private let rounds: Bool

  init(
    _ format: Format, _ evaluations: [(@Sendable ([Call.Argument]) -> Reply)?],
    rounds: Bool = false
  ) {
    self.format = format
    self.evaluations = evaluations
    self.rounds = rounds
  }

  /// The reply as the format stores it.
  func stored(_ reply: Reply) -> Reply {
    rounds ? Reply(shape: reply.shape, values: reply.values.map { format.rounded($0) }) : reply
  }
}

extension SwiftFunctions {
  /// The functions by the place of their operation, `nil` where one is not set.
  var evaluations: [Evaluation?] { Operation.allCases.map { evaluation(of: $0) } }
}
