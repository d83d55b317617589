import Arithmetic
import SoftmaxFamily

/// Special values, first part: NaN, signed zeros, subnormal and far entries.
extension Law {
  /// NaN in any entry makes every entry of the answer NaN: of nothing known nothing follows.
  ///
  /// With zeros in place of all that is no number, the answer is a number.
  private static func propagation(_ name: String, of operation: Operation) -> Law {
    Law(
      name, "\(operation.rawValue) of a row with NaN in it is NaN, in every entry",
      source: "IEEE 754", of: operation, forAll: .logitsWithNaN
    ) { function, x in
      let numbers = x.map { $0.isReal ? $0 : 0 }
      return .all(
        .identical(try function.returned(x), Tensor(.nan)), .finite(try function.returned(numbers)))
    }
  }

  /// NaN goes through softmax.
  public static let softmaxNaN = propagation("softmax-nan", of: .softmax)
  /// NaN goes through log-softmax.
  public static let logsoftmaxNaN = propagation("logsoftmax-nan", of: .logSoftmax)
  /// NaN goes through log-sum-exp, where comparing for the greatest entry can lose it.
  public static let lseNaN = propagation("lse-nan", of: .logSumExp)
  /// NaN goes through the gradient of log-sum-exp.
  public static let lseGradientNaN = propagation("lse-gradient-nan", of: .logSumExpGradient)

  /// Zeros are equal, whatever their signs.
  public static let softmaxSignedZeros = Law(
    "softmax-signed-zeros", "softmax((±0, …, ±0)) = (1/n, …, 1/n)", source: "IEEE 754: −0 = 0",
    of: .softmax,
    forAll: .signedZeros
  ) { softmax, x in
    .equal(try softmax(x), x.map { _ in 1 / Ball(Double(x.count)) })
  }

  /// Zeros are equal, whatever their signs.
  public static let lseSignedZeros = Law(
    "lse-signed-zeros", "logSumExp((±0, …, ±0)) = log n", source: "IEEE 754: −0 = 0",
    of: .logSumExp,
    forAll: .signedZeros
  ) { logSumExp, x in
    .equal(try logSumExp(x), Tensor(Double(x.count)).log)
  }

  /// Subnormal logits are as good as zeros.
  public static let softmaxSubnormalLogits = accuracy(
    "softmax-subnormal-logits", "softmax of subnormal logits is uniform, nearly",
    source: "|g_i − 1/n| ≤ (max x − min x)/4",
    of: .softmax, forAll: .subnormalLogits)

  /// Subnormal logits are as good as zeros.
  public static let lseSubnormalLogits = accuracy(
    "lse-subnormal-logits", "logSumExp of subnormal logits is log n, nearly",
    source: "|logSumExp(x) − log n| ≤ max |x|",
    of: .logSumExp, forAll: .subnormalLogits)

  /// Differences that overflow are differences all the same.
  public static let logsoftmaxExtreme = accuracy(
    "logsoftmax-extreme",
    "logSoftmax(x) = x − logSumExp(x) up to ±Ω, −∞ where that is less than −Ω",
    source: "definition; T4",
    of: .logSoftmax, forAll: .extremeLogits)
}
