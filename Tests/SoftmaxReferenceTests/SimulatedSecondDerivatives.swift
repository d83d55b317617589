import FixtureSupport
import SoftmaxFamily

/// Second derivatives, in every arrangement of their formulas that the theorems cover.
extension SimulatedArithmetic {
  mutating func secondDerivatives(
    _ operation: Operation, _ x: [Double], _ second: [Double]
  ) -> [Double] {
    switch operation {
    case .categoricalCrossEntropyWithLogitsHessian:
      return categoricalCrossEntropyHessian(x, second)
    case .inverseReducedSoftmaxHessian: return inverseReducedSoftmaxHessian(x, scale: second[0])
    case .reducedSoftmaxHessian:
      return hessian(
        softmax([0] + x, scale: second[0]), scale: second[0], free: 1..<x.count + 1)
    default: return hessian(softmax(x, scale: second[0]), scale: second[0], free: x.indices)
    }
  }

  private mutating func hessian(
    _ g: [Double], scale: Double, free: Range<Int>
  ) -> [Double] {
    let form = random.integer(in: 0...2)
    let squaresFirst = coin()
    return g.indices.flatMap { k in
      free.flatMap { i in
        free.map { j in
          if form == 2 { return byJacobian(g, scale, k, i, j) }
          let value = form == 0 ? monomials(g, k, i, j) : factored(g, k, i, j)
          return squaresFirst
            ? multiply(multiply(scale, scale), value) : multiply(scale, multiply(scale, value))
        }
      }
    }
  }

  /// `g_kδ_kiδ_kj − g_kg_jδ_ki − g_kg_iδ_kj − g_kg_iδ_ij + 2g_kg_ig_j`, in any order.
  private mutating func monomials(_ g: [Double], _ k: Int, _ i: Int, _ j: Int) -> Double {
    var terms = [2 * multiply(multiply(g[k], g[i]), g[j])]
    if k == i && k == j { terms.append(g[k]) }
    if k == i { terms.append(-multiply(g[k], g[j])) }
    if k == j { terms.append(-multiply(g[k], g[i])) }
    if i == j { terms.append(-multiply(g[k], g[i])) }
    for place in terms.indices.dropFirst() {
      terms.swapAt(place, random.integer(in: 0...place))
    }
    return terms.reduce(0) { add($0, $1) }
  }

  /// `g_k((δ_ki − g_i)(δ_kj − g_j) − g_i(δ_ij − g_j))`.
  private func factored(_ g: [Double], _ k: Int, _ i: Int, _ j: Int) -> Double {
    let product = multiply(lacking(g, k, i), lacking(g, k, j))
    return multiply(g[k], subtract(product, multiply(g[i], lacking(g, i, j))))
  }

  /// `λ(J_kj(δ_ki − g_i) − g_kJ_ij)`, the derivative of the Jacobian.
  private func byJacobian(
    _ g: [Double], _ scale: Double, _ k: Int, _ i: Int, _ j: Int
  ) -> Double {
    let outer = multiply(scale, multiply(g[k], lacking(g, k, j)))
    let inner = multiply(scale, multiply(g[i], lacking(g, i, j)))
    return multiply(
      scale, subtract(multiply(outer, lacking(g, k, i)), multiply(g[k], inner)))
  }

  /// `δ_ij − g_j`.
  private func lacking(_ g: [Double], _ i: Int, _ j: Int) -> Double {
    subtract(i == j ? 1 : 0, g[j])
  }

  private mutating func categoricalCrossEntropyHessian(
    _ targets: [Double], _ logits: [Double]
  ) -> [Double] {
    let g = softmax(logits)
    let mass = sum(targets)
    let massFirst = coin()
    return g.indices.flatMap { i in
      g.indices.map { j in
        guard massFirst else { return multiply(mass, multiply(g[i], lacking(g, i, j))) }
        let weighted = multiply(mass, g[i])
        return subtract(i == j ? weighted : 0, multiply(weighted, g[j]))
      }
    }
  }

  private mutating func inverseReducedSoftmaxHessian(
    _ p: [Double], scale: Double
  ) -> [Double] {
    let form = random.integer(in: 0...2)
    let entries = p.map { p in
      let inverse = divide(1, p)
      switch form {
      case 0: return divide(1, multiply(scale, multiply(p, p)))
      case 1: return divide(multiply(inverse, inverse), scale)
      default: return multiply(multiply(divide(1, scale), inverse), inverse)
      }
    }
    return (1..<p.count).flatMap { k in
      p.indices.flatMap { i in
        p.indices.map { j in
          guard i == j, i == 0 || i == k else { return 0 }
          return i == 0 ? entries[0] : -entries[k]
        }
      }
    }
  }

  mutating func softmaxAlongAxis(_ x: Tensor, axis: Double) -> [Double] {
    guard axis == 0 else { return (0..<x.rows).flatMap { softmax(x.row($0).values) } }
    let columns = (0..<x.columns).map { softmax(x.column($0).values) }
    return (0..<x.rows).flatMap { row in columns.map { $0[row] } }
  }
}
