import Arithmetic

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// T15 to T17: the errors of the sparse maps and of their products with vectors.
extension Contract {
  /// The bounds of an operation of the sparse maps.
  func sparse(_ operation: Operation, _ arguments: [Tensor]) -> [ErrorBound] {
    guard let form = operation.sparseForm else { return [] }
    let arguments = SparseArguments(form, arguments)
    let entries = sparseEntries(form.map, arguments)
    let companion = arguments.companion.values
    switch form.part {
    case .value: return entries.map { stored(absolute: $0.error) }
    case .vectorJacobianProduct:
      return form.map == .alphaReLU
        ? zip(entries, companion).map(alphaReLUProduct)
        : sparseProduct(entries, companion)
    case .loss: return [sparseLoss(form.map, entries, arguments)]
    case .lossGradient:
      return entries.map { stored(ErrorBound(relative: u, absolute: $0.error * (1 + u))) }
    }
  }

  /// A bound of zero stays one: what is certainly zero is stored as zero.
  private func stored(absolute: Double) -> ErrorBound {
    absolute == 0 ? ErrorBound() : stored(ErrorBound(absolute: absolute))
  }

  /// The entries of a map as a row or each by itself.
  private func sparseEntries(
    _ map: SparseForm.Map, _ arguments: SparseArguments
  ) -> [SparseEntry] {
    let alpha = arguments.alpha.value
    let z = arguments.z.values
    guard alpha > 1, alpha < .infinity else { return z.map { _ in .unknown } }
    if map == .alphaReLU { return alphaReLUEntries(z, alpha, arguments.tau.value) }
    // Who sorts for sparsemax and 1.5-entmax need not for an α that happens to be theirs.
    return entmaxEntries(z, alpha, mayBeSorted: map != .entmax || claims.sparseMap == nil)
  }
}

/// An entry of a sparse map and its derivative, with bounds of their errors.
struct SparseEntry {
  /// The entry `p`.
  let value: Double
  /// The largest error of the entry before it is stored.
  let error: Double
  /// The derivative `s = p^{2−α}`, zero off the support.
  let slope: Double
  /// The largest error of the derivative, infinite where the support is not certain and `α > 2`.
  let slopeError: Double
  /// The largest error of the distance from the threshold.
  let distanceError: Double

  /// An entry of which nothing is known.
  static let unknown = SparseEntry(
    value: 0, error: .infinity, slope: 0, slopeError: .infinity, distanceError: .infinity)
}

extension Contract {
  /// The errors of the entries of α-entmax.
  ///
  /// An entry `x_+^β` has the error of its distance `x` from the threshold, which is that of the threshold,
  /// that of the scaled or shifted argument and one rounding; then that of the power, and
  /// where nothing is claimed a division by the computed sum of the entries, whose error is theirs.
  private func entmaxEntries(
    _ z: [Double], _ alpha: Double, mayBeSorted: Bool
  ) -> [SparseEntry] {
    let row = SparseRow(
      z, alpha: alpha, mayBeSorted: mayBeSorted, isFine: working == .binary64)
    guard row.maximum.isFinite else { return z.map { _ in .unknown } }
    let threshold = thresholdError(row)
    guard threshold < .infinity else { return z.map { _ in .unknown } }
    let errors = zip(inputErrors(row), row.distances).map { input, x in
      threshold + input + u * (max(x, 0) + threshold) + tiny
    }
    let normalisation = sorts(row) ? 0 : normalisationError(row, errors)
    return z.indices.map { i in
      let move = row.movement(i, by: errors[i], exponent: row.exponent)
      let power = row.probabilities[i] + move
      let relative = Upper.compound(powerError(row, of: power), normalisation)
      // What is too small for a double is not nothing, and zero only what is so for certain.
      let isInside = row.distances[i] + errors[i] > 0
      return entry(
        power: isInside ? max(row.probabilities[i], .leastNonzeroMagnitude) : 0, move: move,
        relative: relative,
        slopeMove: row.movement(i, by: errors[i], exponent: row.exponent - 1),
        slope: row.distances[i] > 0 ? pow(row.distances[i], row.exponent - 1) : 0,
        alpha: alpha, distanceError: errors[i])
    }
  }

  /// The relative error of dividing by the computed sum: that of all entries together, and its own.
  private func normalisationError(_ row: SparseRow, _ errors: [Double]) -> Double {
    var error = 0.0
    var count = 0
    for i in row.distances.indices where row.distances[i] + errors[i] > 0 {
      let move = row.movement(i, by: errors[i], exponent: row.exponent)
      let power = row.probabilities[i] + move
      error += move + power * powerError(row, of: power) + tiny
      count += 1
    }
    let sum = Upper.compound(error, sparseSumError(count, of: row.gaps.count))
    return Upper.exponentialMinusOne(
      Upper.minusLogOfOneMinus(sum) + Upper.minusLogOfOneMinus(u))
  }

  /// An entry from what its distance from the threshold, its power and a division do to it.
  ///
  /// The derivative is the power `x^{β−1}`, or `p^{2−α}` of the computed entry, which has
  /// `|2 − α|` times its relative error; if the entry may be below the normal range, it may be anything
  /// up to what the largest computed entry makes it, and its relative error says nothing.
  private func entry(
    power: Double, move: Double, relative: Double, slopeMove: Double, slope: Double,
    alpha: Double, distanceError: Double
  ) -> SparseEntry {
    guard power > 0 || move > 0 else {
      return SparseEntry(value: 0, error: 0, slope: 0, slopeError: 0, distanceError: distanceError)
    }
    let error = (move + (power + move) * relative + exponentialTiny + tiny) * (1 + 0x1p-30)
    let order = abs(2 - alpha)
    let own = order == 0 ? 0 : powerError(of: pow(max(power, working.leastNormal), 2 - alpha))
    var slopeError = slopeMove + (slope + slopeMove) * own
    if order != 0, power <= 2 * (working.leastNormal + error) {
      let greatest = alpha < 2 ? pow(power + error, 2 - alpha) : .infinity
      slopeError = max(slopeError, greatest * (1 + own), slope)
    } else if order != 0 {
      let fromEntry = Upper.exponentialMinusOne(order * Upper.minusLogOfOneMinus(relative))
      slopeError += (slope + slopeMove) * (1 + own) * fromEntry
    }
    return SparseEntry(
      value: power, error: error, slope: slope,
      slopeError: slopeError * (1 + 0x1p-30) + (order == 0 ? 0 : exponentialTiny),
      distanceError: distanceError)
  }
}

// MARK: - Products with vectors
extension Contract {
  /// The error of `s ⊙ (v − ⟨s, v⟩/Σs)`, or of the whole Jacobian times `v`.
  ///
  /// The mean is off by the error of `⟨s, v⟩` and, in proportion to it, that of `Σs`. An entry of which it is
  /// not certain on which side of the threshold it is has a derivative that is wrong by all of it.
  private func sparseProduct(_ entries: [SparseEntry], _ v: [Double]) -> [ErrorBound] {
    let count = entries.count { $0.slope + $0.slopeError > 0 }
    let gamma = Upper.compound(2 * u, sparseSumError(count, of: entries.count))
    var (mass, massError, size, spread) = (0.0, 0.0, 0.0, 0.0)
    var greatest = 0.0
    for (entry, v) in zip(entries, v) {
      mass += entry.slope
      massError += entry.slopeError
      size += entry.slope * abs(v)
      spread += entry.slopeError * abs(v)
      if entry.slope > 0 { greatest = max(greatest, abs(v)) }
    }
    massError += gamma * (mass + massError)
    let room = mass - massError
    guard room > 0 else { return entries.map { _ in .infinite } }
    let mean = min(greatest, size / mass)
    let sum = spread + gamma * (size + spread) + Double(count) * tiny
    let meanError = (sum + mean * massError) / room * (1 + 3 * u) + u * mean
    return zip(entries, v).map { entry, v in
      guard entry.slope + entry.slopeError > 0 else { return ErrorBound() }
      let reach = abs(v) + mean + meanError
      let absolute =
        entry.slopeError * reach
        + (entry.slope + entry.slopeError) * (meanError + (3 * u + gamma) * reach)
      return stored(ErrorBound(absolute: absolute * (1 + 4 * u) + 3 * tiny))
    }
  }

  /// The error of `s v`.
  private func alphaReLUProduct(_ entry: SparseEntry, _ v: Double) -> ErrorBound {
    guard entry.slope + entry.slopeError > 0 else { return ErrorBound() }
    return stored(
      ErrorBound(relative: u, absolute: entry.slopeError * abs(v) * (1 + u) + tiny))
  }
}

// MARK: - α-ReLU
extension Contract {
  /// The errors of the entries of α-ReLU: of the product, of the difference and of the power.
  private func alphaReLUEntries(_ z: [Double], _ alpha: Double, _ tau: Double) -> [SparseEntry] {
    let a = alpha - 1
    return z.map { z in
      guard z > -.infinity else {
        return entry(
          power: 0, move: 0, relative: 0, slopeMove: 0, slope: 0, alpha: alpha, distanceError: 0)
      }
      let product = DoubleDouble.product(a, z)
      let x = (product + -tau).high
      guard product.high.isFinite, x.isFinite else { return .unknown }
      let input = productError(a, z) + a * flushed(z) + flushed(tau)
      let difference = input == 0 ? differenceError(a * z, tau) : u * (abs(x) + input)
      let error = (input + difference) * (1 + 2 * u)
      let exponent = 1 / a
      // What is too small for a double is not nothing, and zero only what is so for certain.
      let power = x + error > 0 ? max(pow(max(x, 0), exponent), .leastNonzeroMagnitude) : 0
      let move = SparseRow.movement(of: x, by: error, exponent: exponent)
      guard power + move < working.greatestFinite / 4 else { return .unknown }
      return entry(
        power: power, move: move, relative: powerError(of: power + move),
        slopeMove: SparseRow.movement(of: x, by: error, exponent: exponent - 1),
        slope: x > 0 ? pow(x, exponent - 1) : 0, alpha: alpha, distanceError: error)
    }
  }
}
