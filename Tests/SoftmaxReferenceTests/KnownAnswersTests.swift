import Arithmetic
import FixtureSupport
import SoftmaxFamily
import Testing

@Suite("The reader of known answers") struct KnownAnswersTests {
  private static func read(_ text: String, _ operation: Operation = .softmax) throws
    -> [KnownAnswer]
  {
    try KnownAnswers.cases(in: text, file: "cases.txt", operation: operation)
  }

  @Test func `reads tags, arguments of every shape and answers`() throws {
    let cases = try Self.read(
      "# head\n\n[scale] x 2 0x1p+0 -inf ; scale () 0x1.8p+1 | 0x1p+0 0x0p+0\n", .scaledSoftmax)
    #expect(cases.count == 1)
    #expect(cases[0].line == 3)
    #expect(cases[0].tag == "scale")
    #expect(cases[0].arguments.map(\.shape) == [[2], []])
    #expect(cases[0].arguments.map(\.values) == [[1, -.infinity], [3]])
    #expect(cases[0].answer.shape == [2])
    #expect(cases[0].answer[1].isZero)
  }

  @Test func `encloses an answer by what its digits leave open`() throws {
    let text = "[random] x 1 0x1p+0 | -0x1.00000000000000000000000000000001p-17000"
    let answer = try Self.read(text)[0].answer[0]
    #expect(answer.exponent == -17_000)
    #expect(answer.significand == DoubleDouble(-1, -0x1p-128))
    #expect(answer.radius >= 0x1p-132 && answer.radius < 0x1p-103)
  }

  @Test func `widens an answer of few digits too`() throws {
    let answer = try Self.read("[pair] x 1 0x1p+0 | 0x1.8p-1")[0].answer[0]
    #expect(answer.value == 0.75)
    #expect(answer.radius >= 0x1p-132 && answer.radius < 0x1p-131)
  }

  @Test(arguments: [
    ("[pair] x 1 0x1p+0", "one ' | ' expected in '[pair] x 1 0x1p+0'"),
    ("pair x 1 0x1p+0 | 0x1p+0", "'pair x 1 0x1p+0' has no tag"),
    (
      "[pair] x 1 0x1p+0 ; y 1 0x1p+0 | 0x1p+0",
      "1 arguments expected in 'x 1 0x1p+0 ; y 1 0x1p+0'"
    ),
    ("[pair] y 1 0x1p+0 | 0x1p+0", "argument 'x' expected in 'y 1 0x1p+0'"),
    ("[pair] x 1- 0x1p+0 | 0x1p+0", "'1-' is not a shape"),
    ("[pair] x 2 0x1p+0 | 0x1p+0", "2 values expected, not 1"),
    ("[pair] x 1 1.0 | 0x1p+0", "'1.0' is not a value"),
    ("[pair] x 1 0x1q | 0x1p+0", "'0x1q' is not a value"),
    ("[pair] x 1x1 0x1p+0 | 0x1p+0", "argument 'x' has shape [1, 1], not x[n]"),
    ("[pair] x 1 0x1p+0 | 0x1p+0 0x1p+0", "1 answers expected, not 2"),
    ("[pair] x 1 0x1p+0 | 0x2p+0", "'0x2p+0' is not an answer"),
    ("[pair] x 1 0x1p+0 | 0x1.gp+0", "'0x1.gp+0' is not an answer"),
    ("[pair] x 1 0x1p+0 | 0x1.p+0", "'0x1.p+0' is not an answer"),
    ("[pair] x 1 0x1p+0 | 0x1.8", "'0x1.8' is not an answer"),
  ])
  func `names the line and the text that it cannot read`(line: String, problem: String) {
    let error = #expect(throws: FixtureError.self) { try Self.read("# head\n" + line) }
    #expect(error?.description == "cases.txt:2: " + problem)
  }

  @Test func `reads every file, and finds more than twenty cases`() throws {
    for operation in Operation.allCases {
      #expect(try KnownAnswers.cases(for: operation).count > 20, "\(operation)")
    }
  }
}
