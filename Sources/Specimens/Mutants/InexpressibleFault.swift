/// A fault of the list that no mutant models, and why.
public struct InexpressibleFault: Sendable {
  /// The entry of the list of faults.
  public let id: String
  /// What it is.
  public let fault: String
  /// Why no operation of the family can show it.
  public let reason: String

  private init(_ id: String, _ fault: String, _ reason: String) {
    self.id = id
    self.fault = fault
    self.reason = reason
  }

  /// The faults that no mutant models, in the order of the list.
  public static let all = [
    InexpressibleFault(
      "A17", "one-against-the-rest scores normalised after underflow",
      "no operation normalises sigmoids: their quotients are no softmax"),
    InexpressibleFault(
      "B07", "a mask applied after exp, in a gradient", "the operations have no mask but −∞"),
    InexpressibleFault(
      "B13", "weights of zero at the maximum of log-sum-exp", "log-sum-exp has no weights"),
    InexpressibleFault(
      "B14", "a negative weight at the maximum of log-sum-exp", "log-sum-exp has no weights"),
    InexpressibleFault(
      "B16", "an empty reduction fails", "an error is one of the declared conventions for it"),
    InexpressibleFault("B18", "Gumbel noise of log 0", "no operation draws random numbers"),
    InexpressibleFault(
      "D05", "p − t and p(1 − p) lose relative accuracy",
      "nearly every library does it; the error theorems allow it"),
    InexpressibleFault(
      "D10", "one unit in the last place between axes",
      "no fault; the controls with other orders of summation show it"),
    InexpressibleFault(
      "E10", "an approximate reciprocal within one unit", "no fault; the control with a reciprocal"),
    InexpressibleFault(
      "F05", "a clip hides invalid probabilities", "invalid input is outside every law's domain"),
    InexpressibleFault(
      "G12", "the upstream gradient is overwritten", "arguments are values: nobody can see it"),
    InexpressibleFault(
      "G16", "a gradient flows into the labels", "gradients are taken by the logits only"),
    InexpressibleFault("H01", "class weights dropped", "the losses have no class weights"),
    InexpressibleFault(
      "H03", "the smoothing mass spread wrongly", "targets are given as they are, smoothed or not"),
    InexpressibleFault(
      "H05", "an ignored label indexes out of bounds", "targets are weights, not indices"),
    InexpressibleFault(
      "H08", "an ignored label honoured only if not the default", "targets are weights, not indices"
    ),
    InexpressibleFault(
      "H13", "thresholds of an ordinal model out of order", "no operation has thresholds"),
    InexpressibleFault(
      "H16", "a label out of range accepted", "targets are weights, not indices"),
    InexpressibleFault(
      "H17", "an ignored class still in the denominator", "a convention of its own, with indices"),
    InexpressibleFault(
      "J03", "the input is changed", "arguments are values: nobody can see it"),
  ]
}
