import Conformance

extension ExitStatus {
  /// What the results of a check say; the worst of them decides.
  init(of results: [LawResult]) {
    let saysNothing = results.allSatisfy { $0.verdict == .unsupported || $0.verdict == .vacuous }
    self =
      if results.contains(where: \.isOfSuite) {
        .internalFault
      } else if results.contains(where: \.isOfProgram) {
        .implementationFailed
      } else if results.contains(where: \.isRed) {
        .falsified
      } else {
        saysNothing ? .nothingChecked : .success
      }
  }
}
