public import Arithmetic

/// What an implementation promises about its arithmetic; everything is optional.
///
/// What is not claimed is taken as the weakest standard case, which is what each
/// property's comment names. A claim sharpens the bounds of the error theorems and
/// is itself checked by the laws it sharpens.
public struct Claims: Sendable, Equatable {
  /// The order in which a sum is taken.
  public enum Summation: String, CaseIterable, Sendable {
    /// In any order: `(n − 1)u`.
    case unknown
    /// One after the other: `(n − 1)u`.
    case sequential
    /// Halves, and halves of these: `⌈log₂ n⌉u`.
    case pairwise
    /// With a running correction, as Kahan's or Neumaier's: `2u`.
    case compensated
  }

  /// How softmax is computed, and log-softmax with it.
  public enum Algorithm: String, CaseIterable, Sendable {
    /// `e^{x−m}/s` with the maximum `m` subtracted first, and `e^0 = 1`; `(x − m) − log s`.
    case shiftDiv
    /// `e^{x−m}·(1/s)`; `(x − m) − log s`.
    case shiftRecip
    /// `e^{x − logSumExp(x)}`; `x − logSumExp(x)`.
    case expOfXMinusLSE
    /// `e^x/Σe^x`, which overflows.
    case unshifted
  }

  /// How the logistic sigmoid is computed.
  public enum SigmoidForm: String, CaseIterable, Sendable {
    /// `1/(1 + e^{−x})` for `x ≥ 0` and `e^x/(1 + e^x)` for others: relatively accurate everywhere.
    case twoBranch
    /// `1/(1 + e^{−x})` alone, which is zero where `e^{−x}` overflows.
    case oneBranch
    /// `(1 + tanh(x/2))/2`, which is accurate absolutely only.
    case tanh
  }

  /// How log-sum-exp takes its logarithm.
  public enum LogSumExpForm: String, CaseIterable, Sendable {
    /// The logarithm of the sum of all terms.
    case log
    /// `log1p` of the sum of all terms but the greatest: relatively accurate above the maximum.
    case log1p
  }

  /// How the threshold of the sparse maps is found.
  public enum SparseMap: String, CaseIterable, Sendable {
    /// The maximum subtracted, sparsemax and 1.5-entmax by sorted prefix sums; others by bisection.
    case sort
    /// All by bisection, with or without a final division by the sum.
    case bisection
  }

  /// What becomes of results and intermediate results below the normal range.
  public enum Subnormals: String, CaseIterable, Sendable {
    /// They are rounded to subnormal numbers.
    case gradual
    /// They may be zero.
    case flush
  }

  /// What softmax makes of a row whose entries are all −∞.
  public enum FullyMasked: String, CaseIterable, Sendable {
    /// NaN in every entry, as `0/0` has it.
    case nan
    /// Zero in every entry.
    case zeros
    /// `1/n` in every entry.
    case uniform
    /// The row is rejected.
    case error
  }

  /// What softmax makes of entries that are +∞.
  public enum InfiniteLogits: String, CaseIterable, Sendable {
    /// NaN in every entry, as `∞ − ∞` has it.
    case nan
    /// The limit: the infinite entries share the mass.
    case limit
  }

  /// What becomes of empty input.
  public enum Empty: String, CaseIterable, Sendable {
    /// It has an empty answer; log-sum-exp has −∞.
    case empty
    /// It is rejected.
    case error
  }

  /// The largest error of exp, in units in the last place of the working format; 3.
  public var exponentialUlps: Double?
  /// The largest error of log and log1p, in units in the last place of the working format; 2.
  public var logarithmUlps: Double?
  /// The working format of sums by storage format; the storage format itself.
  public var accumulator: [Format: Format] = [:]
  /// The working format of every operation by storage format, if the result is rounded only
  /// once, at the end; the storage format itself.
  public var arithmetic: [Format: Format] = [:]
  /// The order of summation; unknown.
  public var summation: Summation?
  /// The algorithm of softmax; any honest shifted one.
  public var algorithm: Algorithm?
  /// The form of the sigmoid; one branch.
  public var sigmoid: SigmoidForm?
  /// The form of log-sum-exp; a plain logarithm.
  public var logSumExp: LogSumExpForm?
  /// The algorithm of the sparse maps; any honest one.
  public var sparseMap: SparseMap?
  /// Underflow; flush to zero.
  public var subnormals: Subnormals?
  /// Whether exp, and so every output, is monotone to the last bit; not.
  public var monotone: Bool?
  /// The answer to a row that is all masked; any of them, but always the same.
  public var fullyMasked: FullyMasked?
  /// The answer to empty input; either.
  public var empty: Empty?
  /// Whether the same call gives the same bits; it does.
  public var deterministic: Bool?
  /// Whether the bits of a row's answer do not depend on the other rows of the call; they may.
  public var batchInvariant: Bool?
  /// The answer of softmax to entries that are +∞; either, but always the same.
  public var infiniteLogits: InfiniteLogits?
  /// The gradient of log-sum-exp where all entries are −∞; any of them, but always the same.
  public var fullyMaskedGradient: FullyMasked?
  /// Whether losses follow the extended real numbers, with `0·∞ = 0`; they may be NaN there.
  public var extendedReals: Bool?
  /// The least logarithm in losses of probabilities, as in `−100`; none, or any, but always the same.
  public var leastLogarithm: Double?
  /// Claims of no meaning to this suite, as text, kept to be shown.
  public var unknown: [String: String] = [:]

  /// Creates claims that promise nothing.
  public init() {}
}

extension Claims {
  /// The claims by their names in the protocol, in a fixed order, as text.
  public var table: [(name: String, value: String)] {
    func formats(_ map: [Format: Format]) -> String? {
      let pairs = Format.allCases.compactMap { from in
        map[from].map { "\(from.rawValue): \($0.rawValue)" }
      }
      return pairs.isEmpty ? nil : pairs.joined(separator: ", ")
    }
    let known: [(String, String?)] = [
      ("exponentialUlps", exponentialUlps.map(Format.binary64.shortestText)),
      ("logarithmUlps", logarithmUlps.map(Format.binary64.shortestText)),
      ("accumulator", formats(accumulator)), ("arithmetic", formats(arithmetic)),
      ("summation", summation?.rawValue), ("algorithm", algorithm?.rawValue),
      ("sigmoid", sigmoid?.rawValue), ("logSumExp", logSumExp?.rawValue),
      ("sparseMap", sparseMap?.rawValue), ("subnormals", subnormals?.rawValue),
      ("monotone", monotone.map { "\($0)" }), ("fullyMasked", fullyMasked?.rawValue),
      ("empty", empty?.rawValue),
      ("deterministic", deterministic.map { "\($0)" }),
      ("batchInvariant", batchInvariant.map { "\($0)" }),
      ("infiniteLogits", infiniteLogits?.rawValue),
      ("fullyMaskedGradient", fullyMaskedGradient?.rawValue),
      ("extendedReals", extendedReals.map { "\($0)" }),
      ("leastLogarithm", leastLogarithm.map(Format.binary64.shortestText)),
    ]
    let others = unknown.sorted { $0.key < $1.key }.map { ($0.key, Optional($0.value)) }
    return (known + others).compactMap { name, value in value.map { (name, $0) } }
  }
}
