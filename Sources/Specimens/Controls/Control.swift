import Arithmetic
public import SoftmaxFamily

/// A correct implementation with the claims that its algorithm honestly makes.
///
/// Controls differ in structure. No law may accuse any of them: they are what a bound has
/// to leave room for, beside what the mutants show it must not.
public struct Control: Sendable {
  /// The name, as in `pairwise`.
  public let name: String
  /// What is particular about the algorithm.
  public let summary: String
  /// The implementation, in all four formats.
  public let implementation: Implementation
  /// The kernels in doubles and in floats, to be made wrong.
  let kernels: KernelPair

  init(
    _ name: String, _ summary: String, _ kernels: KernelPair,
    claiming claim: (inout Claims) -> Void
  ) {
    var claims = Claims()
    claims.exponentialUlps = 1
    claims.logarithmUlps = 1
    claims.sigmoid = .twoBranch
    claims.subnormals = .gradual
    claims.fullyMasked = .nan
    claims.empty = .empty
    claim(&claims)
    self.name = name
    self.summary = summary
    self.kernels = kernels
    implementation = kernels.implementation(name, claims: claims)
  }
}

/// The same kernels in the two number types that the C library has functions for.
struct KernelPair: Sendable {
  var binary64: Kernels<Double>
  var binary32: Kernels<Float>

  /// The implementation of the kernels; the half formats are computed in binary32.
  func implementation(_ name: String, claims: Claims) -> Implementation {
    Implementation(
      name, claims: claims, binary64: binary64.functions, binary32: binary32.functions,
      roundedTo: [.binary16, .bfloat16])
  }
}

extension Control {
  /// The algorithms of softmax.
  static let ofSoftmax = [
    Control("shift-and-divide", "the textbook", .init(binary64: .init(), binary32: .init())) {
      $0.algorithm = .shiftDiv
      $0.summation = .sequential
    },
    Control(
      "shift-and-multiply", "a product with the reciprocal of the sum",
      .init(binary64: .reciprocal, binary32: .reciprocal)
    ) { $0.algorithm = .shiftRecip },
    Control(
      "division-free", "exp(x − logSumExp(x))",
      .init(binary64: .divisionFree, binary32: .divisionFree)
    ) { $0.algorithm = .expOfXMinusLSE },
    Control(
      "online", "a running maximum and sum, entry by entry",
      .init(binary64: .online(chunk: 1), binary32: .online(chunk: 1))
    ) { _ in },
    Control(
      "online-in-chunks", "a running maximum and sum, five entries at a time",
      .init(binary64: .online(chunk: 5), binary32: .online(chunk: 5))
    ) { _ in },
    Control(
      "whole-shift", "a shift near the maximum instead of it",
      .init(binary64: .wholeShift, binary32: .wholeShift)
    ) { _ in },
    Control(
      "constant-factor", "exponentials with a common factor, which cancels",
      .init(binary64: .constantFactor, binary32: .constantFactor)
    ) { $0.algorithm = .shiftDiv },
  ]

  /// The orders and accumulators of sums.
  static let ofSums = [
    Control(
      "pairwise", "a tree of sums",
      .init(
        binary64: .summing { $0.pairwiseSum }, binary32: .summing { $0.pairwiseSum })
    ) {
      $0.algorithm = .shiftDiv
      $0.summation = .pairwise
    },
    Control(
      "blocked", "sums of blocks of sixteen",
      .init(
        binary64: .summing { $0.sumInBlocks(of: 16) },
        binary32: .summing { $0.sumInBlocks(of: 16) })
    ) { $0.algorithm = .shiftDiv },
    Control(
      "compensated", "Neumaier's sum",
      .init(
        binary64: .summing { $0.compensatedSum }, binary32: .summing { $0.compensatedSum })
    ) {
      $0.algorithm = .shiftDiv
      $0.summation = .compensated
    },
    Control(
      "wide-accumulator", "floats summed in doubles",
      .init(binary64: .init(), binary32: .summing { $0.sumInDoubles })
    ) {
      $0.algorithm = .shiftDiv
      $0.accumulator = [.binary16: .binary64, .bfloat16: .binary64, .binary32: .binary64]
    },
    Control(
      "sorted", "a sum from the smallest term up",
      .init(
        binary64: .summing { $0.sorted().reduce(0, +) },
        binary32: .summing { $0.sorted().reduce(0, +) })
    ) { $0.algorithm = .shiftDiv },
    Control(
      "reversed", "a sum from the last term down",
      .init(
        binary64: .summing { $0.reversed().reduce(0, +) },
        binary32: .summing { $0.reversed().reduce(0, +) })
    ) { $0.algorithm = .shiftDiv },
  ]

  /// The elementary functions.
  static let ofFunctions = [
    Control(
      "powers-of-two", "exp by exp2 of a product whose rounding is put right",
      .init(binary64: .powersOfTwo, binary32: .powersOfTwo)
    ) {
      $0.algorithm = .shiftDiv
      $0.exponentialUlps = 3
    },
    Control(
      "vectorized", "blocks of eight with another exp than the rest",
      .init(binary64: .vectorized, binary32: .vectorized)
    ) {
      $0.algorithm = .shiftDiv
      $0.exponentialUlps = 3
    },
    Control(
      "log-of-one-plus", "log1p of the sum without the greatest term",
      .init(binary64: .logOfOnePlus, binary32: .logOfOnePlus)
    ) {
      $0.algorithm = .shiftDiv
      $0.logSumExp = .log1p
    },
    Control(
      "one-branch", "1/(1 + e^−x), which overflows harmlessly",
      .init(binary64: .oneBranch, binary32: .oneBranch)
    ) {
      $0.algorithm = .shiftDiv
      $0.sigmoid = .oneBranch
    },
    Control(
      "hyperbolic", "(1 + tanh(x/2))/2", .init(binary64: .hyperbolic, binary32: .hyperbolic)
    ) {
      $0.algorithm = .shiftDiv
      $0.sigmoid = .tanh
    },
  ]

  /// All controls.
  public static let all = ofSoftmax + ofSums + ofFunctions

  /// The control that mutants are edits of, unless said otherwise.
  static let textbook = ofSoftmax[0]
}
