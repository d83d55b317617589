import Arithmetic
import SoftmaxFamily
import Testing

@testable import softmax_laws

@Suite("The arguments of the oracle")
struct OracleArgumentsTests {
  @Test func `are the entries of the one vector`() throws {
    let numbers: [Double] = [0, -1000, 0.25, -.infinity]
    #expect(try read(.softmax, "0", "-1000", "0x1p-2", "-inf").map(\.values) == [numbers])
    #expect(try read(.softmax, "0,-1000, .25 ,-infinity").map(\.values) == [numbers])
    #expect(try read(.softmax, "nan")[0].values[0].isNaN)
  }

  @Test func `are one text each where there are several`() throws {
    let tensors = try read(.scaledSoftmax, "1,-2,3", "0.5")
    #expect(tensors.map(\.values) == [[1, -2, 3], [0.5]])
    #expect(tensors.map(\.shape) == [[3], []])
  }

  @Test func `have matrices whose rows are separated by semicolons`() throws {
    let tensors = try read(.categoricalCrossEntropy, "1,0;0,1;0,1", "0.5,0.5; 1,0;0,1")
    #expect(tensors.map(\.shape) == [[3, 2], [3, 2]])
    #expect(tensors[1].values == [0.5, 0.5, 1, 0, 0, 1])
  }

  @Test(arguments: [
    (Operation.softmax, [], "softmax(x[n]): takes at least one number"),
    (.softmax, [""], "softmax(x[n]): '' is not a number, where x needs one"),
    (.softmax, ["abc"], "softmax(x[n]): 'abc' is not a number, where x needs one"),
    (.softmax, ["1,,2"], "softmax(x[n]): '' is not a number, where x needs one"),
    (.softmax, ["1 2"], "softmax(x[n]): '1 2' is not a number, where x needs one"),
    (.softmax, ["1", "-1e400"], "softmax(x[n]): '-1e400' exceeds the greatest double"),
    (.scaledSoftmax, ["1"], "scaledSoftmax(x[n], scale[]): takes 2 arguments, not 1"),
    (.scaledSoftmax, ["1", "2", "3"], "scaledSoftmax(x[n], scale[]): takes 2 arguments, not 3"),
    (
      .scaledSoftmax, ["1", "2,3"],
      "scaledSoftmax(x[n], scale[]): '2,3' is not a number, where scale needs one"
    ),
    (.logit, ["2"], "logit(p[n]): '2' is not a probability, as p is"),
    (.klDivergence, ["1", "-1"], "klDivergence(p[n], q[n]): '-1' is not a probability, as q is"),
    (
      .categoricalCrossEntropyWithLogits, ["1,0;0", "1,0"],
      "categoricalCrossEntropyWithLogits(targets[n,k], logits[n,k]): "
        + "the rows of targets, '1,0;0', have different lengths"
    ),
  ])
  func `are refused by name`(operation: Operation, texts: [String], message: String) {
    #expect(throws: Stop(message: message, status: .usage)) {
      try OracleArguments(operation).read(texts)
    }
  }

  private func read(_ operation: Operation, _ texts: String...) throws(Stop) -> [Tensor] {
    try OracleArguments(operation).read(texts)
  }
}
