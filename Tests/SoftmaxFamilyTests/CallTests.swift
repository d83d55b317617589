import Arithmetic
import SoftmaxFamily
import Testing

@Suite("A call") struct CallTests {
  private static let call = Call(
    .scaledSoftmax, in: .binary32, rows: 3,
    [
      Call.Argument(shape: [2], values: [1, 2, 3, 4, 5, 6]),
      Call.Argument(shape: [], values: [7, 8, 9]),
    ])

  @Test func `is cut into its rows`() {
    let row = Self.call.row(1)
    #expect(row.rows == 1)
    #expect(row.operation == .scaledSoftmax && row.format == .binary32)
    #expect(row.arguments.map(\.shape) == [[2], []])
    #expect(row.arguments.map(\.values) == [[3, 4], [8]])
  }

  @Test func `of one row is that row`() {
    let call = Call(.softmax, in: .binary16, [Call.Argument(shape: [2], values: [1, 2])])
    #expect(call.row(0) == call)
  }

  @Test func `has rows without numbers where the shape has none`() {
    let call = Call(.softmax, in: .binary64, rows: 2, [Call.Argument(shape: [0], values: [])])
    #expect(call.row(1).arguments[0].values.isEmpty)
  }

  @Test func `fails for reasons that are put in words`() {
    let failures: [CallFailure] = [
      .unsupported("entropy in binary16"), .rejected("labels must be sorted"),
      .malformed("softmax returned nothing"), .crashed("the process ended with status 3"),
      .hung("no reply within 10 s"), .brokeProtocol("the reply is not JSON"),
    ]
    #expect(
      failures.map(\.description) == [
        "not offered: entropy in binary16", "rejected a valid input: labels must be sorted",
        "softmax returned nothing", "the process ended with status 3", "no reply within 10 s",
        "the reply is not JSON",
      ])
  }
}
