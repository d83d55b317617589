import Arithmetic
import SoftmaxFamily
import StrictJSON
import Testing

@testable import ProcessBridge

@Suite("Claims")
struct ClaimsDecodingTests {
  private func claims(_ text: String) throws -> Claims {
    let value = try JSONReader.value(of: text.utf8)
    return try Claims(try #require(value.object))
  }

  @Test func `are read by the names of the protocol`() throws {
    let claims = try claims(
      """
      {"exponentialUlps":1,"logarithmUlps":0.75,"accumulator":{"binary16":"binary32"},
       "arithmetic":{"bfloat16":"binary32"},"summation":"pairwise","algorithm":"shiftDiv",
       "sigmoid":"tanh","logSumExp":"log1p","sparseMap":"sort","subnormals":"gradual",
       "monotone":true,"fullyMasked":"zeros","empty":"error","deterministic":false,
       "batchInvariant":true,"infiniteLogits":"limit","fullyMaskedGradient":"nan",
       "extendedReals":true,"leastLogarithm":-100}
      """)
    var expected = Claims()
    expected.exponentialUlps = 1
    expected.logarithmUlps = 0.75
    expected.accumulator = [.binary16: .binary32]
    expected.arithmetic = [.bfloat16: .binary32]
    expected.summation = .pairwise
    expected.algorithm = .shiftDiv
    expected.sigmoid = .tanh
    expected.logSumExp = .log1p
    expected.sparseMap = .sort
    expected.subnormals = .gradual
    expected.monotone = true
    expected.fullyMasked = .zeros
    expected.empty = .error
    expected.deterministic = false
    expected.batchInvariant = true
    expected.infiniteLogits = .limit
    expected.fullyMaskedGradient = .nan
    expected.extendedReals = true
    expected.leastLogarithm = -100
    #expect(claims == expected)
  }

  @Test func `of no meaning are kept as text`() throws {
    let claims = try claims(#"{"threads": 4, "device": {"name": "a/b", "cores": [1, 2]}}"#)
    #expect(claims.unknown == ["threads": "4", "device": #"{"cores":[1,2],"name":"a/b"}"#])
  }

  @Test(arguments: [
    (
      #"{"summation":"random"}"#,
      #"the claim 'summation' is "random", not one of unknown, sequential, pairwise, compensated"#
    ),
    (#"{"exponentialUlps":-1}"#, "the claim 'exponentialUlps' is -1, not a positive number"),
    (#"{"logarithmUlps":true}"#, "the claim 'logarithmUlps' is true, not a positive number"),
    (#"{"leastLogarithm":1}"#, "the claim 'leastLogarithm' is 1, not a negative number"),
    (#"{"monotone":1}"#, "the claim 'monotone' is 1, not true or false"),
    (#"{"deterministic":null}"#, "the claim 'deterministic' is null, not true or false"),
    (
      #"{"accumulator":{"half":"binary32"}}"#,
      #"the claim 'accumulator' is {"half":"binary32"}, not an object of formats, "#
        + #"each with itself or a wider one, such as {"binary16":"binary32"}"#
    ),
    (
      #"{"arithmetic":{"bfloat16":"binary16"}}"#,
      #"the claim 'arithmetic' is {"bfloat16":"binary16"}, not an object of formats, "#
        + #"each with itself or a wider one, such as {"binary16":"binary32"}"#
    ),
  ])
  func `are refused by name for a value they cannot have`(text: String, message: String) throws {
    let error = #expect(throws: BridgeError.self) { try claims(text) }
    #expect(error?.description == message)
  }
}
