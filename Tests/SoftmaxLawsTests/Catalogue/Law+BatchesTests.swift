import SoftmaxLaws
import Testing

@Suite("The laws of batches and of memory") struct LawBatchesTests {
  /// For each law, faults that it has to notice on its own.
  static let faults: [String: [Tampering]] = [
    "batch-softmax": [.firstRowEverywhere, .rowsReversed, .lastRowForgotten, .coupled],
    "batch-logsoftmax": [.firstRowEverywhere, .rowsReversed, .lastRowForgotten],
    "batch-lse": [.firstRowEverywhere, .rowsReversed, .lastRowForgotten, .coupled],
    "batch-scaled-softmax": [.firstRowEverywhere, .rowsReversed, .lastRowForgotten, .coupled],
    "batch-sigmoid": [.firstRowEverywhere, .rowsReversed, .lastRowForgotten],
    "batch-softplus": [.firstRowEverywhere, .rowsReversed, .lastRowForgotten],
    "batch-soft": [.firstRowEverywhere, .rowsReversed, .lastRowForgotten],
    "batch-vjp": [.firstRowEverywhere, .rowsReversed, .lastRowForgotten],
    "batch-jacobian": [.firstRowEverywhere, .rowsReversed, .lastRowForgotten],
    "batch-bce": [.firstRowEverywhere, .rowsReversed, .lastRowForgotten],
    "batch-cce": [.firstRowEverywhere, .rowsReversed, .lastRowForgotten, .coupled],
    "batch-cce-gradient": [.firstRowEverywhere, .rowsReversed, .lastRowForgotten],
    "purity-softmax": [.remembering, .remembering],
    "purity-lse": [.remembering, .remembering],
    "purity-sigmoid": [.remembering, .remembering],
    "purity-vjp": [.remembering, .remembering],
    "purity-cce": [.remembering, .remembering],
  ]

  @Test(arguments: faults.keys.sorted())
  func `notice the faults they are about`(name: String) throws {
    let law = try Law.named(name)
    let missed = try #require(Self.faults[name]).filter { !$0.isNoticed(by: law) }
    #expect(missed.map(\.name) == [])
  }
}
