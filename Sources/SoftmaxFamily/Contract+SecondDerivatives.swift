import Arithmetic

extension Contract {
  /// The bounds of the Hessians, element by element.
  func secondDerivatives(
    _ operation: Operation, _ x: [Double], _ second: [Double]
  ) -> [ErrorBound] {
    switch operation {
    case .categoricalCrossEntropyWithLogitsHessian:
      return categoricalCrossEntropyWithLogitsHessian(targets: x, logits: second)
    case .inverseReducedSoftmaxHessian: return inverseReducedSoftmaxHessian(x, scale: second[0])
    case .reducedSoftmaxHessian:
      let row = SoftmaxRow([0] + x, scale: second[0], contract: self)
      return hessian(row, scale: second[0], free: 1..<x.count + 1)
    default:
      let row = SoftmaxRow(x, scale: second[0], contract: self)
      return hessian(row, scale: second[0], free: x.indices)
    }
  }

  /// T13: the error of `λ²g_k((δ_ki − g_i)(δ_kj − g_j) − g_i(δ_ij − g_j))`.
  ///
  /// Two parts. The computed probabilities, off by `B`, move the polynomial by its slopes; and
  /// every arrangement of it, as a sum of the monomials `g_k`, `g_kg_i`, `g_kg_j`, `g_kg_ig_j`, as products
  /// of differences, by way of the Jacobian, or as quotients `e_ke_i/s²` of the exponentials and
  /// their sum, multiplies each monomial by at most eleven factors `1 ± u`: five for its products
  /// and its quotient by `s³`, four for the additions, two for `λ²`. So it is off by `γ_11` times
  /// the sum of the monomials' magnitudes. Each of at most nine products and sums may underflow,
  /// before or after it is multiplied by `λ`, once or twice.
  ///
  /// `free` are the entries of the row whose logits are variables: all of them, or for the
  /// reduced softmax all but the pivot. There is no bound where `λ²` overflows.
  func hessian(_ row: SoftmaxRow, scale: Double, free: Range<Int>) -> [ErrorBound] {
    let g = row.probabilities
    let squared = scale * scale
    guard squared <= working.greatestFinite else {
      return Array(repeating: .infinite, count: g.count * free.count * free.count)
    }
    let terms = zip(g, probabilityErrors(row)).map(HessianFactors.init)
    let gamma = Upper.exponentialMinusOne(11 * Upper.minusLogOfOneMinus(u))
    let underflow = 9 * tiny * (1 + abs(scale)) * (1 + abs(scale))
    return terms.indices.flatMap { k in
      free.flatMap { i in
        free.map { j in
          let (moved, size) = HessianFactors.entry(terms, k, i, j)
          return stored(
            ErrorBound(absolute: squared * (moved + gamma * size) * (1 + 0x1p-40) + underflow))
        }
      }
    }
  }

  /// T12 and T13: the error of `Σt g_i(δ_ij − g_j)`: that of the mass, of the Jacobian, a rounding.
  func categoricalCrossEntropyWithLogitsHessian(
    targets: [Double], logits: [Double]
  ) -> [ErrorBound] {
    let inner = unrounded
    let row = SoftmaxRow(logits, contract: inner)
    let g = row.probabilities
    let mass = targets.reduce(0) { $0 + abs($1) } * (1 + 0x1p-40)
    let massError = sumError(targets.count) * mass
    return inner.jacobian(row, scale: 1, columns: g.indices).enumerated().map { place, bound in
      let (i, j) = (place / g.count, place % g.count)
      let entry = g[i] * (i == j ? min(1, 1 - g[i] + 0x1p-30) : g[j])
      let error = bound.bound(of: entry)
      let product = error * (mass + massError) + entry * massError
      // Multiplied by the mass before the difference, the terms of a diagonal entry are `Σt g_i`.
      let size = (i == j ? g[i] : entry) + error
      return stored(
        ErrorBound(absolute: (product + 2 * u * size * mass) * (1 + u) + 2 * tiny * (1 + mass)))
    }
  }

  /// The errors of `δ_ij(δ_0i/p_0² − δ_ki/p_k²)/λ`.
  ///
  /// As `1/(λp²)`, `(1/p)²/λ` or `(1/λ)(1/p)(1/p)`, a quotient of five roundings at most. There is no
  /// bound where one of the intermediate results of one of them over- or underflows.
  func inverseReducedSoftmaxHessian(_ p: [Double], scale: Double) -> [ErrorBound] {
    let relative = Upper.exponentialMinusOne(5 * Upper.minusLogOfOneMinus(u))
    let normal = working.leastNormal * (1 + 0x1p-40)...(1 - 0x1p-40) / working.leastNormal
    let bounds = p.map { p in
      let isSafe = [p * p, abs(scale), abs(scale) * p * p].allSatisfy(normal.contains)
      return isSafe ? stored(ErrorBound(relative: relative)) : .infinite
    }
    return (1..<p.count).flatMap { k in
      p.indices.flatMap { i in
        p.indices.map { j in i == j && (i == 0 || i == k) ? bounds[i] : ErrorBound() }
      }
    }
  }

  /// T1 and T2 for each slice of a matrix.
  func softmaxAlongAxis(_ x: Tensor, axis: Double) -> [ErrorBound] {
    let slices = axis == 0 ? x.transposed : x
    let bounds = (0..<slices.rows).map { row in
      softmax(SoftmaxRow(slices.row(row).values, contract: self))
    }
    guard axis == 0 else { return bounds.flatMap { $0 } }
    return (0..<x.rows).flatMap { row in bounds.map { $0[row] } }
  }
}

/// An entry of softmax in the polynomials that the second derivatives are.
private struct HessianFactors {
  /// An upper bound of the probability `g`.
  let value: Double
  /// The absolute error `B` of the computed one.
  let error: Double

  /// An upper bound of the computed probability.
  private var reach: Double { value + error }

  /// The error of `g(1 − 2g)`: `|1 − 4g|B + 2B²`.
  private var balanceError: Double {
    error * (abs(1 - 4 * value) + 0x1p-30) + 2 * error * error
  }

  /// The error of `g(1 − g)(1 − 2g)`: `|1 − 6g + 6g²|B + 3|1 − 2g|B² + 2B³`.
  private var cubicError: Double {
    let slope = abs(1 - 6 * value * (1 - value)) + 0x1p-30
    let curvature = 3 * abs(1 - 2 * value) + 0x1p-30
    return error * (slope + error * (curvature + 2 * error))
  }

  /// The largest movement of an entry of the Hessian, and the sum of its monomials' magnitudes.
  static func entry(
    _ g: [HessianFactors], _ k: Int, _ i: Int, _ j: Int
  ) -> (moved: Double, size: Double) {
    if i == j && j == k {
      let x = g[k].reach
      return (g[k].cubicError, x + 3 * x * x + 2 * x * x * x)
    }
    if i != j && j != k && k != i {
      let pair = product(g[k].value, g[k].error, g[i].value, g[i].error)
      let moved = product(g[k].value * g[i].value, pair, g[j].value, g[j].error)
      return (2 * moved, 2 * g[k].reach * g[i].reach * g[j].reach)
    }
    // Two of the three indices are the same; `−g_other · g_twice(1 − 2g_twice)`.
    let twice = i == j ? i : k
    let other = i == j ? k : (k == i ? j : i)
    let moved = product(
      g[other].value, g[other].error, g[twice].value * (abs(1 - 2 * g[twice].value) + 0x1p-30),
      g[twice].balanceError)
    let pair = g[other].reach * g[twice].reach
    return (moved, pair + 2 * pair * g[twice].reach)
  }

  /// The error of a product of two factors with errors.
  private static func product(
    _ a: Double, _ aError: Double, _ b: Double, _ bError: Double
  ) -> Double { a * bError + b * aError + aError * bError }
}
