import PropertyEngine
import Testing

@testable import SoftmaxLawsTesting

@Suite("The environment of a test run") struct EnvironmentKnobsTests {
  @Test func `sets cases, seed and the case to replay`() throws {
    let token = ReplayToken(label: "a", choices: [1])
    let knobs = try EnvironmentKnobs([
      "SOFTMAX_LAWS_CASES": "7", "SOFTMAX_LAWS_SEED": "18446744073709551615",
      "SOFTMAX_LAWS_REPLAY": token.text, "OTHER": "x",
    ])
    #expect(knobs.cases == 7 && knobs.seed == .max && knobs.replay == token)
    #expect(try EnvironmentKnobs([:]) == EnvironmentKnobs(["PATH": "/"]))
  }

  @Test(
    arguments: [
      ("SOFTMAX_LAWS_CASES", "0", "SOFTMAX_LAWS_CASES is '0', not a number of cases"),
      ("SOFTMAX_LAWS_CASES", "many", "SOFTMAX_LAWS_CASES is 'many', not a number of cases"),
      (
        "SOFTMAX_LAWS_SEED", "-1",
        "SOFTMAX_LAWS_SEED is '-1', not a whole number from 0 to 18446744073709551615"
      ),
      (
        "SOFTMAX_LAWS_REPLAY", "x",
        "SOFTMAX_LAWS_REPLAY: replay token 'x' has no label, which ends with a colon"
      ),
    ])
  func `is refused by name where it cannot be understood`(
    name: String, text: String, message: String
  ) {
    let error = #expect(throws: EnvironmentError.self) { try EnvironmentKnobs([name: text]) }
    #expect(error?.description == message)
  }
}
