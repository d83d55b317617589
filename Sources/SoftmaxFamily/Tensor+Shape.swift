public import Arithmetic

extension Tensor {
  /// The number of rows of a matrix.
  public var rows: Int { shape[0] }

  /// The number of columns of a matrix.
  public var columns: Int { shape[1] }

  /// An element of a matrix.
  public subscript(row: Int, column: Int) -> Ball { elements[row * shape[1] + column] }

  /// A row of a matrix.
  public func row(_ index: Int) -> Tensor {
    Tensor(Array(elements[index * columns..<(index + 1) * columns]))
  }

  /// What is at an index of the first axis: a row of a matrix, a matrix of a stack of them.
  public func slice(_ index: Int) -> Tensor {
    let rest = Array(shape.dropFirst())
    let size = rest.reduce(1, *)
    return Tensor(shape: rest, Array(elements[index * size..<(index + 1) * size]))
  }

  /// A column of a matrix.
  public func column(_ index: Int) -> Tensor {
    Tensor((0..<rows).map { self[$0, index] })
  }

  /// The matrix with the given rows.
  ///
  /// - Precondition: the rows have one length.
  public init(rows: [Tensor]) {
    let columns = rows.first?.count ?? 0
    self.init(shape: [rows.count, columns], rows.flatMap(\.elements))
  }

  /// The matrix whose elements are a function of row and column.
  public init(rows: Int, columns: Int, _ element: (Int, Int) -> Ball) {
    self.init(
      shape: [rows, columns],
      (0..<rows).flatMap { row in (0..<columns).map { element(row, $0) } })
  }

  /// The transposed matrix.
  public var transposed: Tensor { Tensor(rows: columns, columns: rows) { self[$1, $0] } }

  /// The product of two matrices.
  ///
  /// - Precondition: the inner dimensions agree.
  public func times(_ other: Tensor) -> Tensor {
    precondition(columns == other.rows, "the inner dimensions of a matrix product agree")
    return Tensor(rows: rows, columns: other.columns) { i, j in
      (0..<columns).reduce(0) { $0 + self[i, $1] * other[$1, j] }
    }
  }

  /// The same elements in one row, as a matrix.
  public var asRow: Tensor { Tensor(shape: [1, count], elements) }

  /// The same elements as a vector.
  public var flattened: Tensor { Tensor(elements) }

  /// The vector of the elements at the given positions.
  public func selecting(_ indices: [Int]) -> Tensor { Tensor(indices.map { elements[$0] }) }

  /// The vector followed by another, or by a scalar.
  public func appending(_ other: Tensor) -> Tensor { Tensor(elements + other.elements) }

  /// The vector without its first element.
  public var dropFirst: Tensor { Tensor(Array(elements.dropFirst())) }
}
