#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The threshold of α-entmax in doubles, by Newton's method.
///
/// With gaps `g_i = max z − z_i` and `a = α − 1` the probabilities are `(a(t − g_i))_+^{1/a}`, and the
/// threshold `t` makes them sum to one. The reference takes it for a guess, and proves or refuses it.
package struct SparseThreshold {
  private let gaps: [Double]
  private let a: Double
  private let exponent: Double

  /// Finds the threshold for gaps that are not negative, but for what rounding did to them.
  package static func find(gaps: [Double], alpha: Double) -> Double {
    let a = alpha - 1
    let greatest = 1 / a
    let near = gaps.filter { $0 < greatest }
    let problem = SparseThreshold(gaps: near, a: a, exponent: greatest)
    return problem.root(between: greatest * pow(Double(max(near.count, 1)), -a), and: greatest)
  }

  /// The least probability `q` in a support with `Σ (q^a + h_j)^{1/a} = 1`, by halves.
  package static func leastProbability(steps: [Double], alpha: Double) -> Double {
    let a = alpha - 1
    var (low, high) = (0.0, 1.0)
    for _ in 0..<70 {
      let middle = low + (high - low) / 2
      let base = pow(middle, a)
      let sum = steps.reduce(0) { $0 + pow(base + $1, 1 / a) }
      if sum > 1 { high = middle } else { low = middle }
    }
    return low + (high - low) / 2
  }

  /// The sum of the probabilities less one, and its derivative.
  private func excess(_ t: Double) -> (value: Double, slope: Double) {
    var value = -1.0
    var slope = 0.0
    for gap in gaps where gap < t {
      let base = a * (t - gap)
      let power = pow(base, exponent)
      value += power
      slope += power / base
    }
    return (value, slope)
  }

  /// Newton's method, by halves where it would leave the bracket.
  ///
  /// Where powers are steep it may go to and fro for ever, so that every other step halves after some.
  private func root(between low: Double, and high: Double) -> Double {
    var (low, high) = (low, high)
    var t = high
    for step in 0..<240 {
      let (value, slope) = excess(t)
      if value > 0 { high = t } else { low = t }
      var next = t - value / slope
      let leaves = !(next >= low && next <= high)
      if leaves || (step > 20 && step % 2 == 0) { next = low + (high - low) / 2 }
      if abs(next - t) <= 0x1p-52 * t { return next }
      t = next
    }
    return t
  }
}
