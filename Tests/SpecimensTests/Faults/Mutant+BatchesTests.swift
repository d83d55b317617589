import Arithmetic
import SoftmaxFamily
import Testing

@testable import Specimens

@Suite("A fault of batches") struct MutantBatchesTests {
  /// Two rows far apart, as a call of an operation, with a scale for each where it asks for one.
  private func call(_ operation: SoftmaxFamily.Operation) -> Call {
    let x = Call.Argument(shape: [3], values: [0, 1, 0.5, -900, -901, -903])
    let scale = Call.Argument(shape: [], values: [1, 2])
    let hasScale = operation.signature.parameters.count == 2
    return Call(operation, in: .binary64, rows: 2, hasScale ? [x, scale] : [x])
  }

  @Test func `shows in several rows, and not in one`() throws {
    for mutant in Mutant.ofBatches {
      let (call, faulty) = (call(mutant.operation), mutant.implementation)
      for row in 0..<2 {
        let alone = try Specimen.textbook.evaluate(call.row(row))
        #expect(try faulty.evaluate(call.row(row)).values == alone.values, "\(mutant.name)")
      }
      let right = try Specimen.textbook.evaluate(call)
      let wrong = try faulty.evaluate(call)
      #expect(wrong.values != right.values && wrong.shape == right.shape, "\(mutant.name)")
    }
  }
}

@Suite("A fault that remembers") struct MutantStateTests {
  @Test func `shows in a later call, and not in the first`() throws {
    let high = Call(.softmax, in: .binary64, [Call.Argument(shape: [2], values: [900, 901])])
    let low = Call(.softmax, in: .binary64, [Call.Argument(shape: [2], values: [0, 1])])
    let right = try Specimen.textbook.evaluate(low).values
    for mutant in Mutant.ofState {
      let faulty = mutant.implementation
      #expect(try faulty.evaluate(high).values == Specimen.textbook.evaluate(high).values)
      var answers: [[Double]] = []
      for _ in 0..<10 { answers.append(try faulty.evaluate(low).values) }
      #expect(answers.contains { $0 != right }, "\(mutant.name)")
    }
  }
}
