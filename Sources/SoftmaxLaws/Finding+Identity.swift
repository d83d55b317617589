import Arithmetic
public import SoftmaxFamily

extension Finding {
  /// Says that two tensors are the same numbers, where NaN is the same as NaN.
  ///
  /// An infinity is only the same as that infinity; zeros are, whatever their signs. The right-hand
  /// side may be balls, for what is only known within bounds.
  ///
  /// - Precondition: as for `equal`.
  public static func identical(_ a: Tensor, _ b: Tensor) -> Finding {
    worst(of: count(comparing: a, with: b)) { index in
      let left = a.shape.isEmpty ? a[0] : a[index]
      let right = b.shape.isEmpty ? b[0] : b[index]
      return Finding(
        ratio: isSame(left, right) ? 0 : .infinity, isVacuous: false,
        comparison: Comparison(
          index: index, relation: .identical, left: left, right: right, error: Ball(.infinity),
          bound: 0))
    }
  }

  private static func isSame(_ a: Ball, _ b: Ball) -> Bool {
    if a.isNaN || b.isNaN { return a.isNaN && b.isNaN }
    guard a.isReal, b.isReal else { return a.significand.high == b.significand.high }
    return (a - b).mayBeZero
  }
}
