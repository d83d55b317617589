import SoftmaxFamily
import Synchronization

/// Faults that show in a call as a whole: in its format, its other rows, or what came before.
extension Mutant {
  /// Answers a call that the control answers rightly, for a parameter of the fault.
  typealias Answer =
    @Sendable (_ call: Call, _ control: Implementation, _ parameter: Double)
    throws(CallFailure) -> Reply

  /// Makes a mutant that answers calls by itself.
  init(
    _ description: FaultDescription, with parameters: [Double] = [0],
    answering answer: @escaping Answer
  ) {
    self.init(description, parameters: parameters) { control, parameter in
      let correct = control.implementation
      return Implementation(
        description.name, language: "swift", claims: correct.claims, operations: correct.operations
      ) { call throws(CallFailure) in try answer(call, correct, parameter) }
    }
  }

  /// Makes a mutant that remembers something from call to call.
  init<State: Sendable>(
    _ description: FaultDescription, with parameters: [Double] = [0], remembering state: State,
    answering answer:
      @escaping @Sendable (_ call: Call, _ reply: Reply, _ state: inout State, _ parameter: Double)
      -> Reply
  ) {
    self.init(description, parameters: parameters, remembers: true) { control, parameter in
      let (correct, memory) = (control.implementation, Memory(state))
      return Implementation(
        description.name, language: "swift", claims: correct.claims, operations: correct.operations
      ) { call throws(CallFailure) in
        let reply = try correct.evaluate(call)
        return memory.state.withLock { answer(call, reply, &$0, parameter) }
      }
    }
  }
}

/// What a faulty implementation remembers.
private final class Memory<State: Sendable>: Sendable {
  let state: Mutex<State>

  init(_ state: State) { self.state = Mutex(state) }
}

extension Call {
  /// The rows of an argument.
  func rows(of argument: Int) -> [[Double]] {
    (0..<rows).map { row($0).arguments[argument].values }
  }

  /// The same call with other numbers for one argument.
  func replacing(_ index: Int, by rows: [[Double]]) -> Call {
    var arguments = arguments
    arguments[index] = Argument(shape: arguments[index].shape, values: rows.flatMap { $0 })
    return Call(operation, in: format, rows: self.rows, arguments)
  }
}
