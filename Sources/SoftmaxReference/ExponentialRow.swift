import Arithmetic

/// One row of exponentials `e_i = e^{λ(x_i − m)}` in the second arithmetic.
///
/// Equal entries have the same exponential, and are counted together: a sum `Σ c_i e_i` becomes one over
/// distinct exponents. By the theorem of Lindemann and Weierstrass the exponentials of distinct
/// algebraic numbers are linearly independent over the algebraic ones, so such a sum is zero
/// only if all its coefficients are, which are exact.
struct ExponentialRow {
  /// A distinct entry.
  private struct Group {
    let exponent: WideBall
    let exponential: WideBall
    var members: [Int]
  }

  private let scale: WideBall
  private let maximum: WideBall
  private let bits: Int
  private let groups: [Group]
  /// The group of each entry; `nil` for a masked one, whose exponential is zero.
  private let places: [Int?]
  private let pivot: Int

  /// Analyses the row `λx`; entries of `−∞` have no weight.
  init(_ x: [Ball], scale: Ball, bits: Int) {
    let entries = x.map {
      Definition.isNothing($0) ? nil : WideBall(enclosing: $0, precision: bits)
    }
    self.init(entries, scale: WideBall(enclosing: scale, precision: bits), bits: bits)
  }

  /// Analyses the row `λx`; entries that are `nil` have no weight.
  init(_ x: [WideBall?], scale: WideBall = 1, bits: Int) {
    self.bits = bits
    self.scale = scale
    let greatest = x.compactMap { $0 }.reduce(nil) { (best: WideBall?, entry) in
      guard let best else { return entry }
      return (scale * best).precedes(scale * entry) ? entry : best
    }
    let maximum = greatest?.midpoint ?? .unknown
    self.maximum = maximum
    var groups: [Group] = []
    var places: [Int?] = []
    var known: [WideBall.Identity: Int] = [:]
    var pivot = 0
    for (i, entry) in x.enumerated() {
      guard let entry else {
        places.append(nil)
        continue
      }
      if let place = entry.identity.flatMap({ known[$0] }) {
        groups[place].members.append(i)
        places.append(place)
        continue
      }
      let exponent = scale * (entry - maximum)
      if let identity = entry.identity { known[identity] = groups.count }
      if (entry.midpoint - maximum).isZero { pivot = groups.count }
      places.append(groups.count)
      groups.append(
        Group(exponent: exponent, exponential: exponent.exponential(), members: [i]))
    }
    self.groups = groups
    self.places = places
    self.pivot = pivot
  }

  /// `Σ e_j`.
  private var sum: WideBall { weighted { WideBall($0.members.count, bits) } }

  /// `Σ c e` over the distinct exponentials.
  private func weighted(_ coefficient: (Group) -> WideBall) -> WideBall {
    groups.reduce(0) { $0 + Definition.product(coefficient($1), $1.exponential) }
  }

  private func exponential(_ i: Int) -> WideBall {
    places[i].map { groups[$0].exponential } ?? 0
  }

  /// `e_i/Σ e_j`.
  var softmax: [WideBall] {
    let sum = sum
    let quotients = groups.map { $0.exponential / sum }
    return places.map { place in place.map { quotients[$0] } ?? 0 }
  }

  /// `log Σ e_j`.
  private var logarithmOfSum: WideBall {
    guard !groups.isEmpty else { return .unknown }
    let others = groups.indices.reduce(0) { (sum: WideBall, index) in
      let group = groups[index]
      let count = WideBall(group.members.count - (index == pivot ? 1 : 0), bits)
      return sum + Definition.product(count, group.exponential)
    }
    // The greatest exponential is 1 unless the entry itself is not exact.
    return (others + (groups[pivot].exponential - 1)).logarithmOfOnePlus()
  }

  /// `λm + log Σ e_j`.
  var logSumExp: WideBall { scale * maximum + logarithmOfSum }

  /// `λ(x_i − m) − log Σ e_j`; unknown for masked entries.
  var logSoftmax: [WideBall] {
    let logarithm = logarithmOfSum
    return places.map { place in place.map { groups[$0].exponent - logarithm } ?? .unknown }
  }

  /// `−Σ t_i logSoftmax_i`.
  func crossEntropy(to targets: [WideBall]) -> WideBall {
    let mass = Definition.sum(targets)
    let products = zip(targets, places).map { t, place in
      t.isZero ? 0 : place.map { t * groups[$0].exponent } ?? .unknown
    }
    return Definition.product(mass, logarithmOfSum) - Definition.sum(products)
  }

  /// `λ e_i (δ_ij Σ e_k − e_j)/(Σ e_k)²`.
  func jacobian(free columns: Range<Int>) -> [WideBall] {
    let sum = sum
    let square = sum * sum
    return places.indices.flatMap { i in
      columns.map { j in
        guard i == j else { return -scale * exponential(i) * exponential(j) / square }
        return scale * exponential(i) * weightedSum(less: 1, of: i) / square
      }
    }
  }

  /// `Σ e_j − c e_i`.
  private func weightedSum(less count: Int, of i: Int) -> WideBall {
    weighted { WideBall($0.members.count - ($0.members.contains(i) ? count : 0), bits) }
  }

  /// `λ² e_k ((δ_ki s − e_i)(δ_kj s − e_j) − e_i(δ_ij s − e_j))/s³` with `s = Σ e_j`.
  ///
  /// Factored by which indices are the same: `e_k (s − e_k)(s − 2e_k)` for all, `−e_a e_b (s − 2e_b)` where
  /// `b` is there twice, `2 e_k e_i e_j` where all differ.
  func hessian(free columns: Range<Int>) -> [WideBall] {
    let sum = sum
    let factor = scale * scale
    let cube = sum * sum * sum
    let others = places.indices.map { weightedSum(less: 1, of: $0) }
    let balances = places.indices.map { weightedSum(less: 2, of: $0) }
    func numerator(_ k: Int, _ i: Int, _ j: Int) -> WideBall {
      if i == j && j == k { return exponential(k) * others[k] * balances[k] }
      if i != j && j != k && k != i { return 2 * exponential(k) * exponential(i) * exponential(j) }
      let (twice, once) = i == j ? (i, k) : k == i ? (k, j) : (k, i)
      return -exponential(once) * exponential(twice) * balances[twice]
    }
    return places.indices.flatMap { k in
      columns.flatMap { i in columns.map { j in factor * numerator(k, i, j) / cube } }
    }
  }

  /// `e_i Σ_j e_j (v_i − v_j)/(Σ e_k)²`.
  func vectorProduct(_ v: [WideBall]) -> [WideBall] {
    let sum = sum
    let square = sum * sum
    let sums = groups.map { group in Definition.sum(group.members.map { v[$0] }) }
    return places.indices.map { i in
      let weight = exponential(i)
      guard !weight.isZero else { return 0 }
      let difference = groups.indices.reduce(0) { (total: WideBall, g) in
        let count = WideBall(groups[g].members.count, bits)
        return total + Definition.product(count * v[i] - sums[g], groups[g].exponential)
      }
      return weight * difference / square
    }
  }

  /// `v_i − e_i Σ v_j / Σ e_k`, over one denominator.
  func logarithmVectorProduct(_ v: [WideBall]) -> [WideBall] {
    let sum = sum
    let total = Definition.sum(v)
    return places.indices.map { i in
      guard let place = places[i] else { return v[i] }
      let numerator = groups.indices.reduce(0) { (partial: WideBall, g) in
        let count = WideBall(groups[g].members.count, bits)
        let coefficient = g == place ? count * v[i] - total : count * v[i]
        return partial + Definition.product(coefficient, groups[g].exponential)
      }
      return numerator / sum
    }
  }
}

extension WideBall {
  /// A count, in calculations of the given number of bits.
  init(_ count: Int, _ bits: Int) { self.init(Double(count), precision: bits) }
}
