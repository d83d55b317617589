import Arithmetic
public import SoftmaxFamily

/// Implementations that come with the suite.
public enum Specimen {
  /// The stable algorithms with the C library's exp and log, in all four formats.
  ///
  /// The half formats are computed in binary32 and rounded once. The claims are those that
  /// the common C libraries document or have been measured to keep: exp and log
  /// within one unit in the last place.
  public static let textbook = Implementation(
    "textbook", claims: textbookClaims, binary64: Textbook<Double>.functions,
    binary32: Textbook<Float>.functions, roundedTo: [.binary16, .bfloat16])

  /// The formulas as printed, which overflow; they claim what everybody claims.
  public static let naive = Implementation(
    "naive", claims: naiveClaims, binary64: Naive<Double>.functions,
    binary32: Naive<Float>.functions, roundedTo: [.binary16, .bfloat16])

  /// All implementations that are not mutants: the textbook, the naive one and the controls.
  public static let all = [textbook, naive] + Control.all.map(\.implementation)

  private static var textbookClaims: Claims {
    var claims = Claims()
    claims.exponentialUlps = 1
    claims.logarithmUlps = 1
    claims.summation = .sequential
    claims.algorithm = .shiftDiv
    claims.sigmoid = .twoBranch
    claims.logSumExp = .log
    claims.sparseMap = .sort
    claims.subnormals = .gradual
    claims.fullyMasked = .nan
    claims.empty = .empty
    claims.batchInvariant = true
    claims.infiniteLogits = .nan
    claims.fullyMaskedGradient = .nan
    return claims
  }

  private static var naiveClaims: Claims {
    var claims = Claims()
    claims.subnormals = .gradual
    return claims
  }
}
