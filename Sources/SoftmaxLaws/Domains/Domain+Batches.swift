import Arithmetic
import PropertyEngine
import SoftmaxFamily

extension Domain<Tensor> {
  /// Logits of every shape, in rows of up to twice a vector register.
  public static let batchLogits = vector("x", "logits of every shape", count: 2...34) {
    Vectors.logits($0, count: $1)
  }

  /// Two to four rows of the domain, of one length, as many as the inputs before have.
  public func inRows() -> Domain {
    Domain(name, "rows of: " + description) { source, frame throws(Discard) in
      let count = frame.rows ?? 2 + source.index(below: 3)
      frame.rows = count
      var rows: [Tensor] = []
      for _ in 0..<count { rows.append(try draw(from: &source, in: &frame)) }
      return Tensor(slices: rows)
    }
  }

  /// Entries that are all −∞, to pad a row with, so many that it gets longer than a vector register.
  public static let padding = Domain("m", "one to seventeen times −∞") {
    source, _ throws(Discard) in
    let count = 1 + source.index(below: 17)
    return Tensor(Array(repeating: -Double.infinity, count: count))
  }
}
