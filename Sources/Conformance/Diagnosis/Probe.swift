import Arithmetic
import SoftmaxFamily

/// One question to an implementation, with its answer judged by the certified value.
struct Probe: Sendable {
  /// The question.
  let call: Call
  /// The row of the call that the answers are of.
  let row: Int
  /// The certified value.
  let certified: Tensor
  private let bounds: [Double]
  /// The answers of the implementation that is diagnosed.
  let answers: [Answer]
  /// Whether the implementation is wrong here.
  let isWrong: Bool

  init(_ record: Subject.Record) {
    (call, row) = (record.call, record.row)
    certified = record.certified
    bounds = record.bounds
    answers = Self.answers(record.returned, certified, bounds)
    isWrong = answers.contains { !$0.isRight }
  }

  /// The answers of a faulty implementation; `nil` where it gives none.
  func answers(of faulty: Implementation) -> [Answer]? {
    guard let reply = try? faulty.evaluate(call), reply.rejected.isEmpty else { return nil }
    return Self.answers(reply.row(row, of: call.rows), certified, bounds)
  }

  /// How alike other answers are; `nil` where both are right.
  func likeness(to others: [Answer]) -> Double? {
    var (wrong, alike) = (0.0, 0.0)
    for index in answers.indices where !answers[index].isRight || !others[index].isRight {
      wrong += 1
      alike += answers[index].likeness(to: others[index])
    }
    return wrong == 0 ? nil : alike / wrong
  }

  private static func answers(
    _ returned: Tensor, _ certified: Tensor, _ bounds: [Double]
  ) -> [Answer] {
    returned.elements.indices.map {
      Answer(returned[$0], certified: certified[$0], within: bounds[$0])
    }
  }
}
