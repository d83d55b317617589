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
    self.init(name, claims: claims, [Scalar.format: functions.evaluations])
  }

  /// Creates an implementation that computes narrow formats in binary32 and rounds once.
  ///
  /// The claim `arithmetic` is set accordingly, for each of the formats.
  public init(
    _ name: String, claims: Claims, binary64: SwiftFunctions<Double>,
    binary32: SwiftFunctions<Float>, roundedTo narrow: [Format]
  ) {
    var claims = claims
    var evaluations: [Format: [Operation: SwiftFunctions<Float>.Evaluation]] = [
      .binary64: binary64.evaluations, .binary32: binary32.evaluations,
    ]
    for format in narrow {
      claims.arithmetic[format] = .binary32
      evaluations[format] = binary32.evaluations.mapValues { evaluation in
        { arguments in
          let reply = evaluation(arguments)
          return Reply(shape: reply.shape, values: reply.values.map(format.rounded))
        }
      }
    }
    self.init(name, claims: claims, evaluations)
  }

  private init(
    _ name: String, claims: Claims,
    _ evaluations: [Format: [Operation: @Sendable ([Call.Argument]) -> Reply]]
  ) {
    var operations: [Operation: [Format]] = [:]
    for operation in Operation.allCases {
      let formats = Format.allCases.filter { evaluations[$0]?[operation] != nil }
      if !formats.isEmpty { operations[operation] = formats }
    }
    self.init(name, language: "swift", claims: claims, operations: operations) {
      call throws(CallFailure) in
      guard let evaluation = evaluations[call.format]?[call.operation] else {
        throw .unsupported("\(call.operation.rawValue) in \(call.format.rawValue)")
      }
      if call.rows == 1 { return evaluation(call.arguments) }
      return try Implementation.joined(
        (0..<call.rows).map { evaluation(call.row($0).arguments) }, of: call.operation)
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

extension SwiftFunctions {
  /// The functions that are set, by operation.
  var evaluations: [Operation: Evaluation] {
    var evaluations: [Operation: Evaluation] = [:]
    for operation in Operation.allCases {
      evaluations[operation] = evaluation(of: operation)
    }
    return evaluations
  }
}
