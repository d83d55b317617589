extension Tensor {
  /// What lies at a place of the first axis: an element of a vector, as a scalar, a row of a matrix.
  public func slice(_ index: Int) -> Tensor {
    let shape = Array(shape.dropFirst())
    let size = shape.elementCount
    return Tensor(shape: shape, Array(elements[index * size..<(index + 1) * size]))
  }

  /// The tensor of one rank more that has the given ones as its slices.
  ///
  /// - Precondition: they have one shape.
  public init(slices: [Tensor]) {
    let shape = slices.first?.shape ?? []
    precondition(slices.allSatisfy { $0.shape == shape }, "the slices of a tensor have one shape")
    self.init(shape: [slices.count] + shape, slices.flatMap(\.elements))
  }

  /// The same elements in another shape.
  ///
  /// - Precondition: it has as many of them.
  public func reshaped(to shape: [Int]) -> Tensor { Tensor(shape: shape, elements) }
}
