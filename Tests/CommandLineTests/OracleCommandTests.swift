import SoftmaxFamily
import Testing

@testable import softmax_laws

@Suite("The oracle")
struct OracleCommandTests {
  @Test func `prints certified digits far below the range of double`() throws {
    let session = Session("oracle", "softmax", "0", "-1000")
    #expect(session.status == .success)
    #expect(session.errors == "")
    let line = try #require(session.lines.first { $0.hasPrefix("[1] ") })
    #expect(line.hasPrefix("[1] 5.0759588975494567652918094795"))
    #expect(line.contains("e-435 ± "))
  }

  @Test func `prints the rounding in every format`() {
    let session = Session("oracle", "sigmoid", "1")
    #expect(session.lines.contains("  binary16   0.731  0x1.764p-1"))
    #expect(session.lines.contains("  bfloat16   0.73  0x1.76p-1"))
    #expect(session.lines.contains("  binary32   0.7310586  0x1.764d5p-1"))
    #expect(session.lines.contains("  binary64   0.7310585786300049  0x1.764d4f5d5a2bdp-1"))
  }

  @Test func `names the entries of a matrix by row and column`() {
    let entries = Session("oracle", "softmaxJacobian", "1,2,3", "1").lines.filter {
      $0.hasPrefix("[")
    }
    #expect(
      entries.map { $0.prefix { $0 != "]" } } == [
        "[0, 0", "[0, 1", "[0, 2", "[1, 0", "[1, 1", "[1, 2", "[2, 0", "[2, 1", "[2, 2",
      ])
  }

  @Test func `keeps the conventions of infinities, and has an empty result`() {
    #expect(Session("oracle", "softmax", "-inf", "-inf").lines.suffix(2) == ["[0] nan", "[1] nan"])
    #expect(Session("oracle", "logSumExp", "-inf").lines.last == "-inf")
    #expect(
      Session("oracle", "inverseReducedSoftmax", "1", "2").lines.last
        == "the result has no entries")
  }

  @Test(arguments: [
    (["nosuch", "1"], "there is no operation 'nosuch', see softmax-laws oracle --help"),
    (["sofmtax", "1"], "there is no operation 'sofmtax', did you mean 'softmax'?"),
    (
      ["klDivergence", "0.5,0.5", "1"],
      "klDivergence(p[n], q[n]): argument 'q' has shape [1], not q[n]"
    ),
    (
      ["inverseReducedSoftmax", "0.5,0.5", "0"],
      "inverseReducedSoftmax(p[n+1], scale[]): not defined at 0.5,0.5 0"
    ),
    (["entmax", "1,2", "1"], "entmax(z[n], alpha[]): not defined at 1,2 1"),
    (
      ["alphaReLU", "1,2", "0.5", "0"], "alphaReLU(z[n], alpha[], tau[]): not defined at 1,2 0.5 0"
    ),
    (["logit", "1.5"], "logit(p[n]): '1.5' is not a probability, as p is"),
    (["softmax"], "softmax(x[n]): takes at least one number"),
  ])
  func `refuses in one line`(arguments: [String], message: String) {
    let session = Session(["oracle"] + arguments)
    #expect(session.status == .usage)
    #expect(session.output == "")
    #expect(session.errors == "softmax-laws: \(message)\n")
  }

  @Test func `explains the arguments of every operation`() {
    let lines = Session("oracle", "--help").lines
    #expect(Operation.allCases.filter { !lines.contains("  \($0.call)") } == [])
  }
}
