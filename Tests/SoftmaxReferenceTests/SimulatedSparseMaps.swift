import Arithmetic
import FixtureSupport
import Foundation
import SoftmaxFamily

/// Sparsemax, α-entmax, α-ReLU and their losses, in every form that the error theorems cover.
extension SimulatedArithmetic {
  /// The result of an operation of the sparse maps.
  mutating func sparse(_ form: SparseForm, _ arguments: SparseArguments) -> [Double] {
    let (z, alpha) = (arguments.z.values, arguments.alpha.value)
    let companion = arguments.companion.values
    let p = sparseMap(form.map, z, alpha, arguments.tau.value)
    switch form.part {
    case .value: return p
    case .vectorJacobianProduct:
      let slopes = p.map { $0 > 0 ? power($0, subtract(2, alpha), isSimple: alpha == 2) : 0 }
      return form.map == .alphaReLU
        ? zip(slopes, companion).map { $0 == 0 ? 0 : multiply($0, $1) }
        : sparseProduct(slopes, companion)
    case .loss:
      let shift = form.map == .alphaReLU ? divide(arguments.tau.value, subtract(alpha, 1)) : 0
      let isSquared = form.map == .sparsemax && contract.claims.sparseMap != .sort
      if isSquared, companion.contains(1), coin() { return [sparsemaxSquares(companion, p, z)] }
      return [fenchelYoung(companion, p, z.map { subtract($0, shift) }, alpha)]
    case .lossGradient: return zip(p, companion).map { subtract($0, $1) }
    }
  }

  private mutating func sparseMap(
    _ map: SparseForm.Map, _ z: [Double], _ alpha: Double, _ tau: Double
  ) -> [Double] {
    let a = subtract(alpha, 1)
    if map == .alphaReLU {
      return z.map { z in
        let base = subtract(multiply(a, z), tau)
        return base > 0 ? power(base, divide(1, a), isSimple: coin()) : 0
      }
    }
    let claim = contract.claims.sparseMap
    let mayBeSorted = map != .entmax || claim == nil
    let isSorted = mayBeSorted && (alpha == 2 || alpha == 1.5) && claim != .bisection
    guard isSorted, claim == .sort || coin() else {
      return bisected(z, a, isShifted: claim == .sort || coin())
    }
    if alpha == 1.5 { return sortedEntmax15(z) }
    let isShifted = claim == .sort || coin()
    return claim == nil && coin() ? activeSet(z, isShifted) : sortedSparsemax(z, isShifted)
  }

  private func shifted(_ z: [Double], _ isShifted: Bool) -> [Double] {
    let top = isShifted ? z.max() ?? 0 : 0
    return z.map { isShifted ? subtract($0, top) : $0 }
  }

  /// `x^e`, by a product where there is one, by a power function, or by `e^{e log x}`.
  mutating func power(_ x: Double, _ exponent: Double, isSimple: Bool) -> Double {
    if isSimple, exponent == 0 { return 1 }
    if isSimple, exponent == 1 { return x }
    if isSimple, exponent == 2 { return multiply(x, x) }
    guard x > 0 else { return 0 }
    if coin() { return exp(multiply(exponent, log(x))) }
    // A power function is as wrong as exp.
    return powerValue(Foundation.pow(x, exponent))
  }

  private mutating func sortedSparsemax(_ z: [Double], _ isShifted: Bool) -> [Double] {
    let z = shifted(z, isShifted)
    var sum = 0.0
    var threshold = subtract(z.max() ?? 0, 1)
    for (index, entry) in z.sorted(by: >).enumerated() {
      let count = Double(index + 1)
      sum = add(sum, entry)
      if add(1, multiply(count, entry)) > sum { threshold = divide(subtract(sum, 1), count) }
    }
    return z.map { max(subtract($0, threshold), 0) }
  }

  /// Michelot's algorithm: the entries below the threshold of a set leave it, until none is.
  private mutating func activeSet(_ z: [Double], _ isShifted: Bool) -> [Double] {
    let z = shifted(z, isShifted)
    var active = z
    var threshold = 0.0
    while true {
      threshold = divide(subtract(sum(active), 1), Double(active.count))
      let rest = active.filter { $0 > threshold }
      if rest.count == active.count || rest.isEmpty { break }
      active = rest
    }
    return z.map { max(subtract($0, threshold), 0) }
  }

  private mutating func sortedEntmax15(_ z: [Double]) -> [Double] {
    let y = shifted(z, true).map { multiply(0.5, $0) }
    var (sum, squares, threshold) = (0.0, 0.0, -1.0)
    for (index, entry) in y.sorted(by: >).enumerated() {
      let count = Double(index + 1)
      sum = add(sum, entry)
      squares = add(squares, multiply(entry, entry))
      let mean = divide(sum, count)
      let spread = multiply(count, subtract(divide(squares, count), multiply(mean, mean)))
      let square = max(divide(subtract(1, spread), count), 0)
      let candidate = subtract(mean, squareRoot(square))
      if candidate <= entry { threshold = candidate }
    }
    return y.map {
      let distance = max(subtract($0, threshold), 0)
      return multiply(distance, distance)
    }
  }

  /// Fifty halvings from the bracket of the published code, then, or not, a division by the sum.
  private mutating func bisected(_ z: [Double], _ a: Double, isShifted: Bool) -> [Double] {
    let isSimple = coin()
    let exponent = divide(1, a)
    let z = shifted(z, isShifted).map { a == 1 ? $0 : multiply(a, $0) }
    var low = subtract(z.max() ?? 0, 1)
    var width = 1.0
    func bases(_ threshold: Double) -> [Double] { z.map { max(subtract($0, threshold), 0) } }
    for _ in 0..<50 {
      width /= 2
      let middle = add(low, width)
      let powers = bases(middle).map { $0 == 0 ? 0 : power($0, exponent, isSimple: isSimple) }
      if sum(powers) >= 1 { low = middle }
    }
    let p = bases(low).map { $0 == 0 ? 0 : power($0, exponent, isSimple: isSimple) }
    guard coin() else { return p }
    let total = sum(p)
    return p.map { divide($0, total) }
  }

  private mutating func sparseProduct(_ slopes: [Double], _ v: [Double]) -> [Double] {
    let mass = sum(slopes)
    let mean = divide(sum(zip(slopes, v).map { multiply($0, $1) }), mass)
    return zip(slopes, v).map { $0 == 0 ? 0 : multiply($0, subtract($1, mean)) }
  }

  private mutating func fenchelYoung(
    _ targets: [Double], _ p: [Double], _ scores: [Double], _ alpha: Double
  ) -> Double {
    let entropies = [p, targets].map { point in
      divide(
        subtract(1, sum(point.map { $0 == 0 ? 0 : power($0, alpha, isSimple: coin()) })),
        multiply(alpha, subtract(alpha, 1)))
    }
    let differences = zip(p, targets).map { subtract($0, $1) }
    let product = sum(zip(differences, scores).map { $0 == 0 ? 0 : multiply($0, $1) })
    return subtract(add(product, entropies[0]), entropies[1])
  }

  /// `½Σ(z² − τ²) + ½ − z_y` over the support.
  private mutating func sparsemaxSquares(
    _ targets: [Double], _ p: [Double], _ z: [Double]
  ) -> Double {
    let support = p.indices.filter { p[$0] > 0 }
    let threshold = divide(
      subtract(sum(support.map { z[$0] }), 1), Double(max(support.count, 1)))
    let squares = support.map {
      subtract(multiply(z[$0], z[$0]), multiply(threshold, threshold))
    }
    let label = targets.firstIndex(of: 1).map { z[$0] } ?? 0
    return subtract(add(multiply(0.5, sum(squares)), 0.5), label)
  }
}
