import Arithmetic
import SoftmaxFamily

/// Chapter 1L, first part: softmax along an axis.
extension Law {
  /// Every slice is within the error theorem of softmax, T1 or T2, of the certified one.
  public static let axisOracle = accuracy(
    "axis-oracle", "softmax of each column along axis 0, of each row along axis 1",
    source: "T1, T2",
    of: .softmaxAlongAxis, forAll: .logitMatrix, .axis)

  /// Along axis 1 each row is a distribution of its own.
  public static let axisRows = Law(
    "axis-rows", "softmaxAlongAxis(X, 1)_r = softmax(X_r)", source: "definition",
    of: .softmaxAlongAxis, .softmax,
    forAll: .logitMatrix
  ) { alongAxis, softmax, x in
    let rows = try (0..<x.rows).map { try softmax(x.row($0)) }
    return .equal(try alongAxis(x, 1), Tensor(rows: rows))
  }

  /// Along axis 0 it is the columns, as if the matrix were transposed.
  public static let axisTransposed = Law(
    "axis-transposed", "softmaxAlongAxis(X, 0) = softmaxAlongAxis(Xᵀ, 1)ᵀ", source: "definition",
    of: .softmaxAlongAxis,
    forAll: .logitMatrix
  ) { alongAxis, x in
    .equal(try alongAxis(x, 0), try alongAxis(x.transposed, 1).transposed)
  }

  /// One row changes nothing in another.
  public static let axisSlicesIndependent = Law(
    "axis-slices-independent", "softmaxAlongAxis(X, 1)_0 depends on X_0 only",
    source: "definition",
    of: .softmaxAlongAxis,
    forAll: .logitMatrix
  ) { alongAxis, x in
    let alone = try alongAxis(Tensor(rows: [x.row(0)]), 1).row(0)
    let below = try alongAxis(Tensor(rows: (0..<x.rows).reversed().map(x.row)), 1)
    return .equal(below.row(x.rows - 1), alone)
  }
}
