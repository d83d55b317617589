public import Arithmetic
public import PropertyEngine
public import SoftmaxFamily

/// A statement that is true of every correct implementation at every input of its domain.
///
/// A law is an equation between answers, or an inequality, and states no tolerance: the answers
/// are balls whose radius the implementation's contract gives.
public struct Law: Sendable {
  /// One input of a law.
  public struct Input: Sendable, Equatable {
    /// The symbol that stands for it in the statement.
    public let name: String
    /// The numbers it ranges over, in words.
    public let domain: String
    /// The regimes that the cases of a check are to reach, as faults hide without them.
    public let regimes: [Regime]
  }

  /// The stable name, as in `softmax-shift-invariance`.
  public let name: String
  /// The statement, in the notation of the literature.
  public let statement: String
  /// Where the law comes from: a book's equation, a paper's theorem, or a proof sketched
  /// in the law's comment.
  public let source: String
  /// How it is decided.
  public let exactness: Exactness
  /// The operations the statement is about.
  public let operations: [Operation]
  /// The inputs, in order.
  public let inputs: [Input]
  /// Whether the law is that an operation is within its error theorem, its inputs the arguments.
  package internal(set) var isAccuracy = false
  private let draw: @Sendable (Format, inout ChoiceSource) throws(Discard) -> Case

  /// One case of a law: inputs, and what the law says of them.
  public struct Case: Sendable {
    /// The inputs by name.
    public let arguments: [(name: String, value: any Argument)]
    /// Evaluates the law with the given functions and certified ones.
    let evaluate: @Sendable (Functions) throws -> Finding
  }

  /// What a case is evaluated with.
  public struct Functions: Sendable {
    /// Gives an operation of the implementation under test.
    let subject: @Sendable (Operation) -> Function
    /// Gives a certified operation.
    let certified: @Sendable (Operation) -> Function
    /// Gives the same operation in other formats in which the implementation has it.
    let elsewhere: @Sendable (Operation) -> [Function]

    /// Creates the functions of an implementation, beside those that judge its accuracy.
    public init(
      subject: @escaping @Sendable (Operation) -> Function,
      certified: @escaping @Sendable (Operation) -> Function,
      elsewhere: @escaping @Sendable (Operation) -> [Function] = { _ in [] }
    ) {
      self.subject = subject
      self.certified = certified
      self.elsewhere = elsewhere
    }
  }

  /// Draws a case for a format.
  ///
  /// - Throws: `Discard` when the choices do not make a case of the domain.
  public func instance(
    in format: Format, from source: inout ChoiceSource
  ) throws(Discard) -> Case {
    try draw(format, &source)
  }

  init<each Value: Argument>(
    _ name: String, _ statement: String, _ source: String, _ exactness: Exactness = .reconciled,
    of operations: [Operation],
    forAll domains: repeat Domain<each Value>,
    says body:
      @escaping @Sendable (Functions, repeat each Value) throws -> Finding
  ) {
    self.name = name
    self.statement = statement
    self.source = source
    self.exactness = exactness
    self.operations = operations
    var inputs: [Input] = []
    repeat inputs.append(
      Input(
        name: (each domains).name, domain: (each domains).description,
        regimes: (each domains).regimes))
    self.inputs = inputs
    draw = { (format, source) throws(Discard) in
      var frame = Frame(format: format)
      let values = (repeat try (each domains).draw(from: &source, in: &frame))
      var arguments: [(name: String, value: any Argument)] = []
      repeat arguments.append(((each domains).name, each values))
      return Case(arguments: arguments) { functions throws in
        try body(functions, repeat each values)
      }
    }
  }
}

extension Law.Case {
  /// Evaluates the case.
  ///
  /// - Throws: `CallFailure` where an operation gives no numbers.
  public func finding(with functions: Law.Functions) throws -> Finding {
    try evaluate(functions)
  }
}
