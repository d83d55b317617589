import Arithmetic
import SoftmaxFamily

/// What the wrong answers have in common, whatever the number behind the fault: a constant factor
/// or a constant difference.
struct ErrorPattern: Sendable {
  private let hasConstantFactor: Bool
  private let hasConstantDifference: Bool

  /// Finds the pattern of answers beside the certified values.
  ///
  /// Of at least eight wrong numbers, so that it is no accident. Zeros do not count: they are all
  /// that is left of any value, and no multiple of it.
  init(_ answers: [(answers: [Answer], certified: Tensor)]) {
    var factors: [Double] = []
    var differences: [Double] = []
    for (answers, certified) in answers {
      for index in answers.indices where !answers[index].isRight {
        let (answer, truth) = (answers[index].value, certified[index].value)
        guard truth != 0, answer != 0, answer.isFinite, truth.isFinite else { continue }
        factors.append(answer / truth)
        differences.append(answer - truth)
      }
    }
    hasConstantFactor = Self.isConstant(factors)
    hasConstantDifference = Self.isConstant(differences)
  }

  private static func isConstant(_ numbers: [Double]) -> Bool {
    guard numbers.count >= 8 else { return false }
    let median = numbers.sorted()[numbers.count / 2]
    let close = numbers.count { abs($0 - median) <= abs(median) / 64 }
    return close * 10 >= numbers.count * 9
  }

  /// Whether there is a pattern.
  var isConstant: Bool { hasConstantFactor || hasConstantDifference }

  /// Whether both errors are constant factors, or constant differences.
  func isShared(with other: ErrorPattern) -> Bool {
    hasConstantFactor && other.hasConstantFactor
      || hasConstantDifference && other.hasConstantDifference
  }
}
