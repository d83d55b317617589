/// Wilson's interval for the probability of an event seen so many times.
///
/// `z = 5.998` leaves about `10^-9` at each end. The centre is
/// `(k + z²/2)/(n + z²)`, and half the width `z √(k(n − k)/n + z²/4)/(n + z²)`.
///
/// Source: Wilson, "Probable inference, the law of succession, and statistical inference"
/// (JASA 22, 1927).
struct WilsonInterval: Sendable, Equatable {
  let lower: Double
  let upper: Double

  /// Creates the interval of an event seen `count` times of `cases`, which is positive.
  init(_ count: Int, of cases: Int, z: Double = 5.998) {
    let (k, n) = (Double(count), Double(cases))
    let center = (k + z * z / 2) / (n + z * z)
    let half = z * (k * (n - k) / n + z * z / 4).squareRoot() / (n + z * z)
    lower = max(0, center - half)
    upper = min(1, center + half)
  }
}
