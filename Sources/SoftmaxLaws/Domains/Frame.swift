import Arithmetic
import SoftmaxFamily

/// What the inputs of one case have in common: the format, the length, and numbers drawn jointly.
struct Frame {
  /// The format all numbers are values of.
  let format: Format
  /// The length of the vectors, once one is drawn.
  var count: Int?
  /// The lengths that an input asks for instead of its usual ones.
  var longCounts: ClosedRange<Int>?
  /// The largest magnitude of a finite number drawn so far.
  var magnitude = 0.0
  /// The number of rows of a call, once it is drawn.
  var rows: Int?
  /// Numbers drawn together with an input, for the inputs after it.
  var companions: [Tensor] = []

  init(format: Format) { self.format = format }

  /// Takes note of a vector, for the inputs after it.
  mutating func note(_ x: [Double]) {
    count = x.count
    magnitude = x.reduce(magnitude) { $1.isFinite ? max($0, abs($1)) : $0 }
  }

  /// The lengths that the next vector may have: the length that others have already.
  func counts(_ range: ClosedRange<Int>) -> ClosedRange<Int> {
    count.map { $0...$0 } ?? longCounts ?? range
  }
}
