import Arithmetic

/// 1.5-entmax on its support, in numbers `r + s√Δ` with one whole-number denominator.
///
/// Of `k` entries with gaps `g`, `Σ (t − g)² = 4` makes `kt = G + √Δ` with `G = Σg` and `Δ = G² − k(Σg² − 4)`. With
/// `A_i = G − kg_i`, whose sum is zero, `√p_i = (A_i + √Δ)/2k`. A number `r + s√Δ` is rational only if `s` is zero
/// or `Δ` a square, and both come out exactly.
struct QuadraticSparseRow {
  private let count: WideBall
  /// `Δ`.
  private let radicand: WideBall
  /// `√Δ`.
  private let root: WideBall
  /// `A_i`, `nil` off the support.
  private let offsets: [WideBall?]

  init(_ support: [WideBall?], _ count: WideBall) {
    let gaps = support.compactMap { $0 }
    let sum = Definition.sum(gaps)
    self.count = count
    radicand = sum * sum - count * (Definition.dot(gaps, gaps) - 4)
    root = radicand.squareRoot()
    offsets = support.map { gap in gap.map { sum - count * $0 } }
  }

  /// `r + s√Δ`.
  private func value(_ r: WideBall, _ s: WideBall) -> WideBall {
    r + Definition.product(s, root)
  }

  /// `(A² + Δ + 2A√Δ)/4k²`.
  var probabilities: [WideBall] {
    offsets.map { offset in
      offset.map { value($0 * $0 + radicand, 2 * $0) / (4 * count * count) } ?? 0
    }
  }

  /// `√p ⊙ (v − ⟨√p, v⟩/Σ√p)`, with `V = Σv` and `W = ΣAv` on the support
  /// `(A_i(kv_i − V) − W + √Δ((kv_i − V) − A_iW/Δ))/2k²`, here over `2k²Δ`.
  func vectorProduct(_ v: [WideBall]) -> [WideBall] {
    let members = offsets.indices.filter { offsets[$0] != nil }
    let sum = Definition.sum(members.map { v[$0] })
    let moment = Definition.sum(members.map { (offsets[$0] ?? 0) * v[$0] })
    return offsets.indices.map { i in
      guard let offset = offsets[i] else { return 0 }
      let excess = count * v[i] - sum
      let rational = (offset * excess - moment) * radicand
      let other = excess * radicand - offset * moment
      return value(rational, other) / (2 * count * count * radicand)
    }
  }
}
