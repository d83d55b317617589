public import Arithmetic
import SoftmaxFamily
public import SoftmaxLaws

extension Check {
  /// The largest errors of an operation, divided by their bounds, over its input.
  ///
  /// For a law that an operation is within its error theorem; empty for others, which compare
  /// several answers. Of the inputs of its first cases, those nearest to the bound are kept, one of
  /// each of 96 places of the input's range. Where the answer has the shape of the first argument, each
  /// entry is a point of its own; otherwise the largest error stands over the largest entry.
  public func profile(of law: Law, in format: Format, cases: Int = 100) -> [ProfilePoint] {
    guard law.isAccuracy else { return [] }
    var points: [ProfilePoint] = []
    let check = Check(target, seed: seed, cases: min(cases, self.cases))
    check.forEachCall(of: law, in: format) { record in
      if record.operation == law.operations.first { points += record.points }
    }
    return ProfilePoint.envelope(points)
  }
}

extension Subject.Record {
  /// The entries of the first argument with the excess of the answer there.
  fileprivate var points: [ProfilePoint] {
    guard let input = arguments.first?.values else { return [] }
    guard arguments.first?.shape == returned.shape else {
      let largest = input.max { $0.magnitude < $1.magnitude } ?? 0
      return [ProfilePoint(input: largest, ratio: excess)]
    }
    return input.indices.map { ProfilePoint(input: input[$0], ratio: excess(at: $0)) }
  }
}

extension ProfilePoint {
  private static let places = 96

  /// Of the points of each place of the range, the one with the largest ratio, in order.
  static func envelope(_ points: [ProfilePoint]) -> [ProfilePoint] {
    let known = points.filter { !$0.input.isNaN && !$0.ratio.isNaN }
    let scale = InputScale(of: known.map(\.input))
    var largest: [Int: ProfilePoint] = [:]
    for point in known {
      let place = Int(scale.place(of: point.input) * Double(places))
      if largest[place].map({ $0.ratio < point.ratio }) ?? true { largest[place] = point }
    }
    return largest.sorted { $0.key < $1.key }.map(\.value)
  }
}
