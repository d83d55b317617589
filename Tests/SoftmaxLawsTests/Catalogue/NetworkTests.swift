import Arithmetic
import SoftmaxFamily
import Testing

@testable import SoftmaxLaws

@Suite("A network of laws") struct NetworkTests {
  private let network = Network(
    features: Tensor(shape: [2, 2], [1, 2, 3, 4]), targets: Tensor([0, 1] as [Double]),
    w1: Tensor(shape: [2, 3], [1, 2, 3, 4, 5, 6]), b1: Tensor([7, 8, 9] as [Double]),
    w2: Tensor(shape: [3, 1], [10, 11, 12]), b2: Tensor([13] as [Double]),
    w3: Tensor(shape: [1, 2], [14, 16]), b3: Tensor([20, 23] as [Double]))

  @Test func `has its parameters in the order of the gradient`() {
    #expect(
      network.parameters.values == Array(1...14).map(Double.init) + [16, 20, 23])
    #expect(network.arguments.map(\.count) == [4, 2, 6, 3, 3, 1, 2, 2])
    #expect(network.parameters.selecting(network.headParameters).values == [14, 16, 20, 23])
    #expect(network.hiddenParameters == Array(0..<13))
    #expect(network.layerSums(of: network.parameters).map(\.value) == [21, 24, 33, 13, 30, 43])
  }

  @Test func `makes one logit of two`() {
    #expect(network.withOneLogit.w3.values == [2] && network.withOneLogit.b3.values == [3])
    #expect(network.withOneLogit.w3.shape == [1, 1])
  }

  @Test func `knows what belongs to its first unit`() {
    let places = network.parametersOfFirstUnit
    #expect(network.parameters.selecting(places).values == [1, 4, 7, 10])
    #expect(network.withDeadUnit.b1.values == [-32.5, 8, 9])
  }

  @Test func `has rows and units that can be rearranged`() {
    let other = network.with(rows: [1, 0, 1])
    #expect(other.features.values == [3, 4, 1, 2, 3, 4] && other.targets.values == [1, 0, 1])
    let reversed = network.withReversedUnits
    #expect(reversed.w1.values == [3, 2, 1, 6, 5, 4] && reversed.b1.values == [9, 8, 7])
    #expect(reversed.w2.values == [12, 11, 10])
  }
}
