import Arithmetic
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws
import SoftmaxReference
import Specimens
import Synchronization
import Testing

@testable import Conformance

@Suite("A second opinion") struct SecondOpinionTests {
  private typealias Certify =
    @Sendable (SoftmaxFamily.Operation, [Tensor]) throws(ShapeMismatch) -> Tensor?

  /// A case that `naive` fails, and the calls it makes.
  private static func failure() throws -> (law: Law, choices: [UInt64], calls: [Subject.Record]) {
    let law = try #require(Catalogue.laws.first { $0.name == "lse-associative" })
    let result = Check(.implementation(Specimen.naive), cases: 200).result(of: law, in: .binary32)
    let counterexample = try #require(result.counterexample)
    let token = try ReplayToken(parsing: counterexample.replay)
    return (law, token.choices, counterexample.calls)
  }

  private static func judgement(
    _ implementation: Implementation = Specimen.naive, _ certify: @escaping Certify
  ) throws -> SecondOpinion.Judgement {
    let (law, choices, calls) = try failure()
    return SecondOpinion(
      of: law, choices: choices, implementation: implementation, in: .binary32,
      certifiedBy: certify
    ).judgement(on: calls)
  }

  @Test func `confirms a failure that both arithmetics find`() throws {
    let judgement = try Self.judgement { operation, arguments throws(ShapeMismatch) in
      try Definition.certify(operation, arguments)
    }
    #expect(judgement == .confirmed([]))
  }

  @Test func `names the operations that it cannot evaluate`() throws {
    let judgement = try Self.judgement { _, _ throws(ShapeMismatch) in nil }
    #expect(judgement == .confirmed([.logSumExp]))
  }

  @Test func `accuses nobody where the arithmetics contradict each other`() throws {
    let judgement = try Self.judgement { operation, arguments throws(ShapeMismatch) in
      try Definition.certify(operation, arguments)?.map { $0 + 1 }
    }
    #expect(
      judgement
        == .contradicted("the two arithmetics contradict each other about logSumExp"))
  }

  @Test func `sees that an implementation answers otherwise than before`() throws {
    let judgement = try Self.judgement(Specimen.textbook) {
      operation, arguments throws(ShapeMismatch) in
      try Definition.certify(operation, arguments)
    }
    #expect(judgement == .changed)
  }
}
