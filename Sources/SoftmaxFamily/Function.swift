import Arithmetic

/// An operation as a law sees it: balls in, balls out.
///
/// Called like the mathematical function it stands for, it gives an enclosure of the true
/// value of that function at the true arguments: for an implementation, what it
/// returned, widened by what its contract allows at these very arguments and by the
/// uncertainty of the arguments themselves; for the reference, certified balls.
public struct Function: Sendable {
  /// Both views of one answer.
  public struct Answer: Sendable {
    /// The numbers returned, without a radius; for the reference its certified balls.
    public let returned: Tensor
    /// The enclosure of the true value that the contract makes of them.
    public let enclosure: Tensor

    /// Creates an answer from its two views.
    public init(returned: Tensor, enclosure: Tensor) {
      self.returned = returned
      self.enclosure = enclosure
    }
  }

  /// The operation.
  public let operation: Operation
  /// What the implementation promises; `nil` for the reference, which is certified.
  public let contract: Contract?
  private let evaluation: @Sendable ([[Tensor]], Delivery) throws(CallFailure) -> [Answer]

  /// Creates a function from what evaluates it, row by row.
  public init(
    _ operation: Operation, contract: Contract?,
    evaluate: @escaping @Sendable ([Tensor]) throws(CallFailure) -> Answer
  ) {
    self.init(batching: operation, contract: contract) { rows throws(CallFailure) in
      var answers: [Answer] = []
      for row in rows { answers.append(try evaluate(row)) }
      return answers
    }
  }

  /// Creates a function from what evaluates many rows in one call.
  ///
  /// The closure gives as many answers as there are rows.
  public init(
    batching operation: Operation, contract: Contract?,
    evaluate: @escaping @Sendable ([[Tensor]]) throws(CallFailure) -> [Answer]
  ) {
    self.init(delivering: operation, contract: contract) { rows, _ throws(CallFailure) in
      try evaluate(rows)
    }
  }

  /// Creates a function from what evaluates many rows, delivered as the law asks for.
  public init(
    delivering operation: Operation, contract: Contract?,
    evaluate: @escaping @Sendable ([[Tensor]], Delivery) throws(CallFailure) -> [Answer]
  ) {
    self.operation = operation
    self.contract = contract
    evaluation = evaluate
  }

  /// The enclosure of the function's value.
  public func callAsFunction(_ arguments: Tensor...) throws(CallFailure) -> Tensor {
    try answer(arguments).enclosure
  }

  /// What was returned, to the last bit: for laws that hold exactly.
  public func returned(_ arguments: Tensor...) throws(CallFailure) -> Tensor {
    try answer(arguments).returned
  }

  /// Both views of the function's value, for arguments in a list.
  public func answer(
    _ arguments: [Tensor], delivered delivery: Delivery = .shared
  ) throws(CallFailure) -> Answer {
    try evaluation([arguments], delivery)[0]
  }

  /// Both views of the function's values at several rows of one shape, asked for in one call of
  /// exactly these rows.
  public func answers(_ rows: [[Tensor]]) throws(CallFailure) -> [Answer] {
    try evaluation(rows, .separate)
  }

  /// What was returned, to the last bit, or `nil` where the arguments were rejected: for
  /// arguments that an implementation may reject.
  public func attempt(_ arguments: [Tensor]) throws(CallFailure) -> Tensor? {
    do throws(CallFailure) {
      return try answer(arguments).returned
    } catch .rejected {
      return nil
    }
  }

  /// A bound of an error theorem that only the implementation under test needs.
  ///
  /// The reference is certified, so for it the bound is zero.
  public func bound(_ theorem: (Contract) -> Double) -> Double { contract.map(theorem) ?? 0 }
}
