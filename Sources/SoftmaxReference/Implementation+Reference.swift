import Arithmetic
public import SoftmaxFamily

extension Implementation {
  /// The reference as an implementation: every operation, correctly rounded, in every format.
  ///
  /// It claims all that correct rounding implies: exp and log within half a unit in the last place,
  /// results that are monotone to the last bit and do not change where the exact ones
  /// do not, subnormal numbers, and the answers of `Reference` to special values.
  public static let reference = Implementation(
    "reference", language: "swift", claims: referenceClaims,
    operations: Dictionary(
      uniqueKeysWithValues: Operation.allCases.map { ($0, Format.allCases) })
  ) { call throws(CallFailure) in
    var shape: [Int] = []
    var values: [Double] = []
    for index in 0..<call.rows {
      let arguments = call.row(index).arguments.map {
        Tensor(shape: $0.shape, exact: $0.values[...])
      }
      do throws(ShapeMismatch) {
        shape = try call.operation.signature.resultShape(of: arguments.map(\.shape))
        values += try CorrectRounding(of: call.operation, arguments, in: call.format).values
      } catch {
        throw .unsupported(error.description)
      }
    }
    return Reply(shape: shape, values: values)
  }

  private static var referenceClaims: Claims {
    var claims = Claims()
    claims.exponentialUlps = 0.5
    claims.logarithmUlps = 0.5
    claims.summation = .compensated
    claims.algorithm = .shiftDiv
    claims.sigmoid = .twoBranch
    claims.logSumExp = .log1p
    claims.subnormals = .gradual
    claims.monotone = true
    claims.fullyMasked = .nan
    claims.empty = .empty
    return claims
  }
}
