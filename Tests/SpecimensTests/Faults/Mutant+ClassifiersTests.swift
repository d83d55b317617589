import Arithmetic
import SoftmaxFamily
import Testing

@Suite("A fault of classifiers") struct MutantClassifiersTests {
  @Test func `shows where likelihoods underflow, or the covariance is another`() throws {
    try Trigger(
      "posterior-without-shift", .vector(1000), .rows([1], [2]), .vector(0.5, 0.5),
      gives: [.nan, .nan], not: [1, 0]
    ).expect()
    // Half the covariance doubles the log-odds, which are one.
    try Trigger(
      "covariance-factor", .vector(1), .rows([0], [1]), .rows([0.5]), .vector(0.5, 0.5),
      gives: [0.37754, 0.62246], not: [0.26894, 0.73106]
    ).expect()
  }
}
