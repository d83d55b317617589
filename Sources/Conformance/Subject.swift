public import Arithmetic
public import SoftmaxFamily
public import SoftmaxLaws
import SoftmaxReference

/// What is checked in one format: an implementation, or the reference itself.
///
/// An implementation becomes functions on balls: arguments are rounded to the format, the
/// implementation is called, and what it returns is widened by its contract's bound at these
/// arguments and by how far rounding them, and their own radii, may have moved the true
/// value.
public struct Subject: Sendable {
  /// One call that a law made, for explaining its verdict.
  public struct Record: Sendable {
    /// The operation called.
    public let operation: Operation
    /// The arguments as they were rounded to the format.
    public let arguments: [Tensor]
    /// The numbers returned.
    public let returned: Tensor
    /// The certified value at the same arguments.
    public let certified: Tensor
    /// The largest distance between the two that the contract allows.
    public let bounds: [Double]
    /// The whole call, in which the arguments are one row.
    let call: Call
    /// The number of that row.
    let row: Int
  }

  /// The format of arguments and results.
  public let format: Format
  private let party: Party?
  private let oracle: Oracle
  private let observer: (@Sendable (Record) -> Void)?
  private var transcript: Transcript?

  /// An implementation with the contract that it is held to: an object, as closures keep it.
  private final class Party: Sendable {
    let implementation: Implementation
    let contract: Contract

    init(_ implementation: Implementation, in format: Format) {
      self.implementation = implementation
      contract = Contract(implementation.claims, in: format)
    }
  }

  /// Creates the subject that an implementation is in a format.
  public init(
    _ implementation: Implementation, in format: Format,
    observing observer: (@Sendable (Record) -> Void)? = nil
  ) {
    self.init(implementation, in: format, certifiedBy: .reference, observing: observer)
  }

  /// Creates the subject that an implementation is, judged by the values of an oracle.
  init(
    _ implementation: Implementation, in format: Format, certifiedBy oracle: Oracle,
    observing observer: (@Sendable (Record) -> Void)?
  ) {
    party = Party(implementation, in: format)
    self.format = format
    self.oracle = oracle
    self.observer = observer
  }

  /// Creates the reference as a subject: its laws are identities between certified balls.
  public init(referenceIn format: Format) {
    self.init(referenceIn: format, certifiedBy: .reference)
  }

  /// Creates the reference as a subject, with the values of an oracle.
  init(referenceIn format: Format, certifiedBy oracle: Oracle) {
    party = nil
    self.format = format
    self.oracle = oracle
    observer = nil
  }

  /// The same subject, whose calls are noted in a transcript and answered from there.
  func noting(in transcript: Transcript) -> Subject {
    var subject = self
    subject.transcript = transcript
    return subject
  }

  /// The functions that laws are evaluated with.
  public var functions: Law.Functions {
    Law.Functions(subject: function, certified: oracle.function, elsewhere: elsewhere)
  }

  /// The operation in the other formats; the reference is the same in all of them.
  private func elsewhere(_ operation: Operation) -> [Function] {
    guard let implementation = party?.implementation else { return [oracle.function(operation)] }
    let others = (implementation.operations[operation] ?? []).filter { $0 != format }
    // What is observed is shown in this subject's format, so calls in others are not.
    return others.map { other in
      var subject = Subject(implementation, in: other, certifiedBy: oracle, observing: nil)
      subject.transcript = transcript
      return subject.function(operation)
    }
  }

  func function(_ operation: Operation) -> Function {
    guard let party else { return oracle.function(operation) }
    return Function(delivering: operation, contract: party.contract) {
      rows, delivery throws(CallFailure) in
      let exact = rows.map { $0.map { $0.rounded(to: format) } }
      guard let transcript else {
        let call = call(operation, exact)
        let reply = try party.implementation.evaluate(call)
        return try answers(to: call, rows, rounded: exact, reply, under: party.contract)
      }
      return try transcript.answers(asking: { call(operation, exact) }, delivery) {
        call, reply throws(CallFailure) in
        try answers(to: call, rows, rounded: exact, reply, under: party.contract)
      }
    }
  }

  /// What a reply says of each row of a call.
  private func answers(
    to call: Call, _ rows: [[Tensor]], rounded exact: [[Tensor]], _ reply: Reply,
    under contract: Contract
  ) throws(CallFailure) -> [Function.Answer] {
    for row in rows.indices { if let message = reply.rejected[row] { throw .rejected(message) } }
    var answers: [Function.Answer] = []
    answers.reserveCapacity(rows.count)
    for index in rows.indices {
      let returned = reply.row(index, of: rows.count)
      answers.append(
        try answer(to: call, index, rows[index], rounded: exact[index], returned, under: contract))
    }
    return answers
  }

  /// One call for all rows.
  ///
  /// - Precondition: the rows have arguments of the same shapes.
  private func call(_ operation: Operation, _ rows: [[Tensor]]) -> Call {
    if rows.count == 1 {
      let arguments = rows[0].map { Call.Argument(shape: $0.shape, values: $0.values) }
      return Call(operation, in: format, arguments)
    }
    let shapes = rows.first?.map(\.shape) ?? []
    precondition(
      rows.allSatisfy { $0.map(\.shape) == shapes },
      "the rows of a call have arguments of one shape")
    let arguments = shapes.indices.map { place in
      Call.Argument(shape: shapes[place], values: rows.flatMap { $0[place].values })
    }
    return Call(operation, in: format, rows: rows.count, arguments)
  }

  private func answer(
    to call: Call, _ row: Int, _ arguments: [Tensor], rounded exact: [Tensor],
    _ received: Tensor, under contract: Contract
  ) throws(CallFailure) -> Function.Answer {
    let operation = call.operation
    let certified = try certify(operation, exact)
    let errors = contract.bounds(operation, exact)
    let bounds = errors.indices.map { errors[$0].bound(of: certified[$0].magnitudeBound) }
    if let observer {
      observer(
        Record(
          operation: operation, arguments: exact, returned: received, certified: certified,
          bounds: bounds, call: call, row: row))
    }
    // The number that stood for an unknown one may be outside the domain.
    guard arguments.allSatisfy(\.isKnown) else {
      let unknown = received.map { _ in .unbounded }
      return Function.Answer(returned: unknown, enclosure: unknown)
    }
    let spread = try movement(operation, from: exact, to: arguments, certified)
    let enclosure = enclosure(of: received, near: certified, within: bounds, spread)
    return Function.Answer(
      returned: promised(received, certified, within: bounds, under: contract),
      enclosure: promised(enclosure, certified, within: bounds, under: contract))
  }

  /// The numbers of which anything is promised; of the others nothing is known.
  ///
  /// Who claims to shift nothing promises nothing where exp over- or underflows, and not a number
  /// is what comes of that.
  private func promised(
    _ numbers: Tensor, _ certified: Tensor, within bounds: [Double], under contract: Contract
  ) -> Tensor {
    guard contract.claims.algorithm == .unshifted else { return numbers }
    let elements = numbers.elements.indices.map { index in
      certified[index].isReal && bounds[index] == .infinity ? .unbounded : numbers[index]
    }
    return Tensor(shape: numbers.shape, elements)
  }

  private func certify(
    _ operation: Operation, _ arguments: [Tensor]
  ) throws(CallFailure) -> Tensor {
    do throws(ShapeMismatch) {
      return try oracle.certify(operation, arguments)
    } catch {
      throw .unsupported(error.description)
    }
  }

  /// How far the true value may move from the rounded arguments to the true ones.
  private func movement(
    _ operation: Operation, from exact: [Tensor], to arguments: [Tensor], _ value: Tensor
  ) throws(CallFailure) -> Tensor? {
    let isExact = arguments.indices.allSatisfy { exact[$0].isIdentical(to: arguments[$0]) }
    return isExact ? nil : try certify(operation, arguments) - value
  }

  private func enclosure(
    of returned: Tensor, near certified: Tensor, within bounds: [Double], _ spread: Tensor?
  ) -> Tensor {
    let elements = returned.elements.indices.map { index in
      let value = enclose(returned[index], near: certified[index], within: bounds[index])
      guard let spread else { return value }
      return value.widened(by: spread[index])
    }
    return Tensor(shape: returned.shape, elements)
  }

  /// A returned number with the radius of its contract.
  ///
  /// An infinity is what a true value becomes that rounds beyond the greatest finite number;
  /// nothing is known of it then. Any other infinity encloses nothing: it becomes NaN, which
  /// satisfies no law, where two infinities would pass for equal.
  private func enclose(_ returned: Ball, near certified: Ball, within bound: Double) -> Ball {
    guard certified.isReal, !returned.isReal else { return returned.widened(by: bound) }
    let reach = certified.magnitude.widened(by: bound).magnitudeBound
    let overflows =
      returned.isInfinite && reach >= format.greatestFinite
      && (returned.isPositive == (certified.significand.high > 0))
    return overflows ? .unbounded : Ball(.nan)
  }
}

extension Tensor {
  /// Whether something is known of every element.
  fileprivate var isKnown: Bool { elements.allSatisfy { !$0.isReal || $0.radius.isFinite } }

  /// Whether all elements are the same exact numbers as those of a tensor of the same shape.
  fileprivate func isIdentical(to other: Tensor) -> Bool {
    let (mine, others) = (elements, other.elements)
    for index in mine.indices where !mine[index].isIdentical(to: others[index]) { return false }
    return true
  }

  /// The tensor with every element rounded to a format, exact: the same one where they are values of it.
  fileprivate func rounded(to format: Format) -> Tensor {
    let isSame = elements.allSatisfy { ball in
      // Of a zero that was negated the sign of the lower part differs.
      ball.significand.low.bitPattern == 0
        && Ball(format.rounded(ball)).isIdentical(to: ball)
    }
    return isSame ? self : map { Ball(format.rounded($0)) }
  }
}

extension Ball {
  /// Whether the ball is the same exact number, infinity or NaN as another.
  func isIdentical(to other: Ball) -> Bool {
    guard isReal, other.isReal else {
      return significand.high == other.significand.high || (isNaN && other.isNaN)
    }
    return isExact && other.isExact && significand == other.significand
      && exponent == other.exponent
  }
}
