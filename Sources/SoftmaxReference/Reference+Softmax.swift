import Arithmetic

extension Reference {
  /// `e^{x_i}/Σ e^{x_j}`: of exact doubles by the kernel for rows, of anything else by balls.
  ///
  /// Rows of equal entries are left to balls, which know that `1/n` is exact for a power of two.
  static func softmax(_ x: [Ball]) -> [Ball] {
    var kernel = SoftmaxKernel()
    guard let entries = doubles(x), kernel.evaluate(entries) else {
      return CertifiedRow(x).softmax
    }
    return kernel.balls
  }

  /// The entries as doubles; `nil` if one is not exactly a double, or all are equal.
  private static func doubles(_ x: [Ball]) -> [Double]? {
    var entries: [Double] = []
    entries.reserveCapacity(x.count)
    var isUniform = true
    for ball in x {
      guard let entry = ball.exactDouble else { return nil }
      if let first = entries.first, entry != first { isUniform = false }
      entries.append(entry)
    }
    return isUniform ? nil : entries
  }
}
