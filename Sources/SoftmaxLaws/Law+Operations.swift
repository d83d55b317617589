import PropertyEngine
public import SoftmaxFamily

extension Law {
  /// Creates a law about one operation.
  public init<each Value: Argument>(
    _ name: String, _ statement: String, source: String = "",
    exactness: Exactness = .reconciled, of first: Operation,
    forAll domains: repeat Domain<each Value>,
    says body:
      @escaping @Sendable (Function, repeat each Value) throws -> Finding
  ) {
    self.init(name, statement, source, exactness, of: [first], forAll: repeat each domains) {
      (functions, values: repeat each Value) throws in
      try body(functions.subject(first), repeat each values)
    }
  }

  /// Creates a law about two operations.
  public init<each Value: Argument>(
    _ name: String, _ statement: String, source: String = "",
    exactness: Exactness = .reconciled,
    of first: Operation, _ second: Operation,
    forAll domains: repeat Domain<each Value>,
    says body:
      @escaping @Sendable (Function, Function, repeat each Value) throws -> Finding
  ) {
    self.init(name, statement, source, exactness, of: [first, second], forAll: repeat each domains)
    {
      (functions, values: repeat each Value) throws in
      try body(functions.subject(first), functions.subject(second), repeat each values)
    }
  }

  /// Creates a law about three operations.
  public init<each Value: Argument>(
    _ name: String, _ statement: String, source: String = "",
    exactness: Exactness = .reconciled,
    of first: Operation, _ second: Operation, _ third: Operation,
    forAll domains: repeat Domain<each Value>,
    says body:
      @escaping @Sendable (Function, Function, Function, repeat each Value)
      throws -> Finding
  ) {
    self.init(
      name, statement, source, exactness, of: [first, second, third], forAll: repeat each domains
    ) {
      (functions, values: repeat each Value) throws in
      try body(
        functions.subject(first), functions.subject(second), functions.subject(third),
        repeat each values)
    }
  }

  /// Creates a law about four operations.
  public init<each Value: Argument>(
    _ name: String, _ statement: String, source: String = "",
    exactness: Exactness = .reconciled,
    of first: Operation, _ second: Operation, _ third: Operation, _ fourth: Operation,
    forAll domains: repeat Domain<each Value>,
    says body:
      @escaping @Sendable (Function, Function, Function, Function, repeat each Value)
      throws -> Finding
  ) {
    let operations = [first, second, third, fourth]
    self.init(name, statement, source, exactness, of: operations, forAll: repeat each domains) {
      (functions, values: repeat each Value) throws in
      try body(
        functions.subject(first), functions.subject(second), functions.subject(third),
        functions.subject(fourth), repeat each values)
    }
  }

  /// Creates the law that an operation is within its error theorem of the certified value.
  ///
  /// The inputs are the operation's arguments, in order.
  public static func accuracy<each Value: Argument>(
    _ name: String, _ statement: String, source: String, of operation: Operation,
    forAll domains: repeat Domain<each Value>
  ) -> Law {
    var law = Law(name, statement, source, .oracle, of: [operation], forAll: repeat each domains) {
      (functions, values: repeat each Value) throws in
      var arguments: [Tensor] = []
      repeat arguments.append((each values).tensor)
      let answer = try functions.subject(operation).answer(arguments)
      let truth = try functions.certified(operation).answer(arguments)
      return .equal(answer.enclosure, truth.enclosure)
    }
    law.isAccuracy = true
    return law
  }
}
