import Arithmetic

extension CertifiedRow {
  /// `1 − 2e_i/s`: how much the other entries outweigh an entry.
  ///
  /// As `(Σ_{j≠i} e_j − e_i)/s`, in which the largest other entry, `e_q`, is taken together with `e_i`:
  /// `e_q − e_i = e_q·−(e^{a_i − a_q} − 1)` where `e_i` is the lesser, and `e_i(e^{a_q − a_i} − 1)` where it is the
  /// greatest. So nothing is lost near a tie of two entries.
  var balances: [Ball] {
    guard isProper else { return undefined }
    let sum = sum
    let runnerUp = exponents.indices.filter { $0 != pivot }.max {
      exponents[$0].precedes(exponents[$1])
    }
    return exponents.indices.map { i in
      guard let runnerUp else { return -exponentials[i] / sum }
      let q = i == pivot ? runnerUp : pivot
      var others: Ball = 0
      for j in exponentials.indices where j != i && j != q { others = others + exponentials[j] }
      return (others + difference(of: q, and: i)) / sum
    }
  }

  /// `e_q − e_i`, accurate relative to itself.
  private func difference(of q: Int, and i: Int) -> Ball {
    guard exponents[q].isReal, exponents[i].isReal else { return exponentials[q] - exponentials[i] }
    return q == pivot
      ? -exponentials[q] * (exponents[i] - exponents[q]).exponentialMinusOne()
      : exponentials[i] * (exponents[q] - exponents[i]).exponentialMinusOne()
  }
}

extension Ball {
  /// `e^x − 1`, accurate relative to itself near zero.
  ///
  /// For `|x| ≤ 1/4` the Taylor polynomial of degree 24; the terms left out are less than
  /// `x·(1/4)^24/25!·4/3`, under `2^-131` of `x`, which is at most `4/3` of the value.
  func exponentialMinusOne() -> Ball {
    guard isReal, radius.isFinite, magnitudeBound <= 0.25 else { return exponential() - 1 }
    var tail: Ball = 1
    for divisor in stride(from: 24.0, through: 2, by: -1) {
      tail = 1 + self * tail / Ball(divisor)
    }
    let value = self * tail
    return value.widened(by: value.scaled(byPowerOfTwo: -130))
  }
}
