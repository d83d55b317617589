public import Arithmetic

/// A tensor of rank three is a list of matrices, as the Hessian of a vector is one for each entry.
extension Tensor {
  /// An element of a list of matrices.
  public subscript(matrix: Int, row: Int, column: Int) -> Ball {
    elements[(matrix * shape[1] + row) * shape[2] + column]
  }

  /// One matrix of a list of them.
  public func matrix(_ index: Int) -> Tensor {
    let size = shape[1] * shape[2]
    return Tensor(
      shape: [shape[1], shape[2]], Array(elements[index * size..<(index + 1) * size]))
  }

  /// The matrices of a list of them.
  public var matrices: [Tensor] { (0..<shape[0]).map(matrix) }

  /// The list of matrices whose elements are a function of their place.
  public init(
    matrices: Int, rows: Int, columns: Int, _ element: (Int, Int, Int) -> Ball
  ) {
    self.init(
      shape: [matrices, rows, columns],
      (0..<matrices).flatMap { k in
        (0..<rows).flatMap { i in (0..<columns).map { element(k, i, $0) } }
      })
  }

  /// The product of a matrix with a vector.
  ///
  /// - Precondition: the vector has as many entries as the matrix has columns.
  public func applied(to vector: Tensor) -> Tensor {
    precondition(columns == vector.count, "a matrix is applied to a vector of its columns' number")
    return Tensor((0..<rows).map { row(index: $0, dot: vector) })
  }

  private func row(index: Int, dot vector: Tensor) -> Ball {
    (0..<columns).reduce(0) { $0 + self[index, $1] * vector[$1] }
  }

  /// `uᵀMv` for every matrix `M` of a list of them, as a vector.
  public func between(_ u: Tensor, and v: Tensor) -> Tensor {
    Tensor(matrices.map { u.dot($0.applied(to: v)).scalar })
  }
}
