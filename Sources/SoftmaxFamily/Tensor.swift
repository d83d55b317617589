public import Arithmetic

/// An array of balls with a shape: what laws calculate with.
///
/// A scalar has the empty shape. Numbers are stored row by row.
public struct Tensor: Sendable {
  /// The length of each axis.
  public let shape: [Int]
  /// The elements, row-major.
  public let elements: [Ball]

  /// Creates a tensor of a shape.
  ///
  /// - Precondition: there are as many elements as the shape asks for.
  public init(shape: [Int], _ elements: [Ball]) {
    precondition(
      elements.count == shape.elementCount, "a tensor has as many elements as its shape")
    self.shape = shape
    self.elements = elements
  }

  /// Creates a vector.
  public init(_ elements: [Ball]) { self.init(shape: [elements.count], elements) }

  /// Creates a vector of exact numbers.
  public init(_ values: [Double]) { self.init(shape: [values.count], exact: values[...]) }

  /// Creates a tensor of a shape from exact numbers.
  ///
  /// - Precondition: there are as many numbers as the shape asks for.
  public init(shape: [Int], exact values: ArraySlice<Double>) {
    var elements: [Ball] = []
    elements.reserveCapacity(values.count)
    for index in values.startIndex..<values.endIndex { elements.append(Ball(values[index])) }
    self.init(shape: shape, elements)
  }

  /// Creates a scalar.
  public init(_ value: Ball) { self.init(shape: [], [value]) }

  /// Creates an exact scalar.
  public init(_ value: Double) { self.init(Ball(value)) }

  /// The number of elements.
  public var count: Int { elements.count }

  /// The element of a vector, or the n-th in storage order.
  public subscript(index: Int) -> Ball { elements[index] }

  /// The only element of a scalar.
  public var scalar: Ball {
    precondition(count == 1, "a scalar has one element")
    return elements[0]
  }

  /// The doubles nearest to the midpoints.
  public var values: [Double] {
    var values: [Double] = []
    values.reserveCapacity(elements.count)
    for index in 0..<elements.count { values.append(elements[index].value) }
    return values
  }
}

extension [Int] {
  /// The number of elements of a shape.
  var elementCount: Int {
    var product = 1
    var axis = 0
    while axis < count {
      product *= self[axis]
      axis += 1
    }
    return product
  }
}

extension Tensor: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral
{
  /// Creates a vector, as in `[0, -1000]`.
  public init(arrayLiteral elements: Ball...) { self.init(elements) }

  /// Creates an exact scalar.
  public init(floatLiteral value: Double) { self.init(value) }

  /// Creates an exact scalar.
  public init(integerLiteral value: Int) { self.init(Double(value)) }
}
