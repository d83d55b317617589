/// A logit as the sum of terms that an implementation computes, with bounds in doubles.
struct ComputedLogit {
  /// The true value, to within a few roundings of doubles; `−∞` for what cannot be.
  var value = 0.0
  /// An upper bound of the sum of the magnitudes of the terms, of those that cancel too.
  var magnitude = 0.0
  /// An upper bound of the sum of the errors of the terms.
  var error = 0.0
  /// The number of terms.
  var terms = 0

  /// A logit for which no theorem has its hypotheses.
  static let unknown = ComputedLogit(error: .infinity)

  static func + (a: ComputedLogit, b: ComputedLogit) -> ComputedLogit {
    ComputedLogit(
      value: a.value + b.value, magnitude: (a.magnitude + b.magnitude) * (1 + 0x1p-50),
      error: (a.error + b.error) * (1 + 0x1p-50), terms: a.terms + b.terms)
  }
}
