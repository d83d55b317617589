public import Arithmetic
public import SoftmaxFamily
import Synchronization

/// A correct implementation with one small fault, modelled on one that a real project shipped.
public struct Mutant: Sendable {
  /// One form of the fault: its parameter, the control it was put into, and the operation.
  public struct Variant: Sendable {
    /// The operation that is faulty, and no other.
    public let operation: Operation
    /// The name of the control that it was put into.
    public let control: String
    private let make: @Sendable () -> Implementation
    private let correct: Implementation

    /// What remembers something from call to call has to be made anew for every use.
    init(
      in operation: Operation, of control: Control, remembers: Bool,
      _ make: @escaping @Sendable () -> Implementation
    ) {
      self.operation = operation
      self.control = control.name
      self.make = remembers ? make : Made(make).implementation
      correct = control.implementation
    }

    /// The implementation whose every operation that the fault can reach has it.
    ///
    /// No use remembers anything of the calls of another.
    public var everywhere: Implementation { make() }

    /// The implementation in which one operation has the fault.
    public var implementation: Implementation {
      let (faulty, correct, operation) = (make(), correct, operation)
      return Implementation(
        faulty.name, language: faulty.language, claims: faulty.claims,
        operations: correct.operations
      ) { call throws(CallFailure) in
        try (call.operation == operation ? faulty : correct).evaluate(call)
      }
    }
  }

  /// The entry of the list of faults that it models, as `A01`.
  public let id: String
  /// The name shown in reports, as `no-max-shift`.
  public let name: String
  /// What is wrong.
  public let mechanism: String
  /// What to look at in the code.
  public let advice: String
  /// Public discussions of the fault, as `project#number`.
  public let references: String
  /// The formats in which it shows.
  public let formats: [Format]
  /// The name of a law that has to falsify it.
  public let law: String
  /// The forms of the fault; the first is the mutant itself.
  public let variants: [Variant]

  /// The operation that is faulty in the mutant itself.
  public var operation: Operation { variants[0].operation }

  /// The operations that have the fault in one of its forms, that of the mutant itself first.
  public var operations: [Operation] {
    var seen: Set<Operation> = []
    return variants.map(\.operation).filter { seen.insert($0).inserted }
  }

  /// The mutant itself.
  public var implementation: Implementation { variants[0].implementation }
}

/// An implementation that is made when it is asked for, and once.
private final class Made: Sendable {
  private let made = Mutex<Implementation?>(nil)
  private let make: @Sendable () -> Implementation

  init(_ make: @escaping @Sendable () -> Implementation) { self.make = make }

  @Sendable func implementation() -> Implementation {
    made.withLock { made in
      if let made { return made }
      let new = make()
      made = new
      return new
    }
  }
}
