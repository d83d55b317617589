import Conformance
public import SoftmaxFamily
public import SoftmaxLaws
public import Testing

/// Expects that a law holds for an implementation, in every format in which it is offered.
///
/// A law that fails is recorded as one issue at the caller's line, with the simplest input, the
/// certified value and the replay token. An implementation that offers none of the operations
/// is an issue too: what was not checked is not a success.
///
///     @Test func `keep the laws of softmax`() {
///       expect(.softmaxSumOne, holdsFor: mine)
///     }
public func expect(
  _ law: Law, holdsFor implementation: Implementation, cases: Int = 200, seed: UInt64 = 1,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expect([law], holdFor: implementation, cases: cases, seed: seed, sourceLocation: sourceLocation)
}

/// Expects that several laws hold for an implementation.
public func expect(
  _ laws: [Law], holdFor implementation: Implementation, cases: Int = 200, seed: UInt64 = 1,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let check = Check(.implementation(implementation), seed: seed, cases: cases)
  var checked = 0
  for law in laws {
    for format in implementation.formats {
      let result = check.result(of: law, in: format)
      if result.verdict != .unsupported { checked += 1 }
      guard result.isRed else { continue }
      Issue.record("\(FailureReport(result))", sourceLocation: sourceLocation)
    }
  }
  if checked == 0 {
    Issue.record(
      "'\(implementation.name)' offers none of the operations that the laws are about",
      sourceLocation: sourceLocation)
  }
}

/// Expects that every law of the catalogue that concerns an implementation holds for it.
public func expectLaws(
  holdFor implementation: Implementation, cases: Int = 200, seed: UInt64 = 1,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expect(
    Catalogue.laws, holdFor: implementation, cases: cases, seed: seed,
    sourceLocation: sourceLocation)
}
