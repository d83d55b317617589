public import Arithmetic

extension Tensor {
  /// The sum, element by element; a scalar is added to every element.
  public static func + (a: Tensor, b: Tensor) -> Tensor { combine(a, b, +) }

  /// The difference, element by element.
  public static func - (a: Tensor, b: Tensor) -> Tensor { combine(a, b, -) }

  /// The product, element by element.
  public static func * (a: Tensor, b: Tensor) -> Tensor { combine(a, b, *) }

  /// The quotient, element by element.
  public static func / (a: Tensor, b: Tensor) -> Tensor { combine(a, b, /) }

  /// The negated elements.
  public static prefix func - (a: Tensor) -> Tensor { a.map { -$0 } }

  /// Combines elements of equal position, or a scalar with every element.
  ///
  /// - Precondition: the shapes are equal, or one of the two is a scalar.
  public static func combine(
    _ a: Tensor, _ b: Tensor, _ operation: (Ball, Ball) -> Ball
  ) -> Tensor {
    if a.shape == b.shape {
      let (left, right) = (a.elements, b.elements)
      return Tensor(shape: a.shape, left.indices.map { operation(left[$0], right[$0]) })
    }
    if b.shape.isEmpty { return a.map { operation($0, b.elements[0]) } }
    precondition(a.shape.isEmpty, "shapes are equal, or one of them is a scalar's")
    return b.map { operation(a.elements[0], $0) }
  }

  /// The tensor of the same shape with every element replaced.
  public func map(_ transform: (Ball) -> Ball) -> Tensor {
    Tensor(shape: shape, elements.map(transform))
  }

  /// The sum of all elements; zero for none.
  public var sum: Tensor { Tensor(elements.reduce(0, +)) }

  /// The sum of the products of elements of equal position.
  public func dot(_ other: Tensor) -> Tensor { (self * other).sum }

  /// The greatest element, whichever it is; `−∞` for none.
  public var max: Tensor {
    Tensor(elements.dropFirst().reduce(elements.first ?? Ball(-.infinity), Ball.maximum))
  }

  /// The least element, whichever it is; `+∞` for none.
  public var min: Tensor { -(-self).max }

  /// The absolute values.
  public var magnitudes: Tensor { map(\.magnitude) }

  /// The exponential of every element.
  public var exp: Tensor { map { $0.exponential() } }

  /// The natural logarithm of every element.
  public var log: Tensor { map { $0.logarithm() } }
}
