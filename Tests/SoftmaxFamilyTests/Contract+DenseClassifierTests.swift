import Arithmetic
import Testing

@testable import SoftmaxFamily

@Suite("The bounds of the dense classifier") struct ContractDenseClassifierTests {
  private static func network(bias: Double, feature: Double = 1, head: [Double] = [1]) -> [Tensor] {
    let one = Tensor(shape: [1, 1], [1])
    return [
      Tensor(shape: [1, 1], [Ball(feature)]), Tensor([1] as [Double]), one, Tensor([bias]), one,
      Tensor([0.25]), Tensor(shape: [1, head.count], head.map { Ball($0) }),
      Tensor(head.map { _ in 0.0 }),
    ]
  }

  private let contract: Contract = {
    var claims = Claims()
    claims.algorithm = .shiftDiv
    claims.sigmoid = .twoBranch
    claims.subnormals = .gradual
    return Contract(claims, in: .binary32)
  }()

  @Test func `are a few roundings where the units are exact`() {
    for head in [[1.0], [0, 1]] {
      let network = Self.network(bias: 0.5, head: head)
      let loss = contract.bounds(.denseClassifierLoss, network)[0]
      #expect(loss.bound(of: 0.16) < 40 * 0x1p-24)
      let gradient = contract.bounds(.denseClassifierGradient, network)
      #expect(gradient.count == 4 + 2 * head.count)
      #expect(gradient.allSatisfy { $0.relative == 0 && $0.absolute < 100 * 0x1p-24 })
    }
  }

  @Test func `are zero for what a dead unit leaves exactly zero`() {
    let gradient = contract.bounds(.denseClassifierGradient, Self.network(bias: -4.5))
    // The first weight and bias, and the weight out of the dead unit; not the biases after it.
    #expect(gradient.prefix(3).allSatisfy { $0 == ErrorBound() })
    #expect(gradient[3].absolute > 0)
  }

  @Test func `leave nothing certain behind the kink of relu`() {
    let gradient = contract.bounds(.denseClassifierGradient, Self.network(bias: -1))
    #expect(gradient[0] == .infinite && gradient[1] == .infinite)
    #expect(gradient[3].absolute < 0x1p-10)
    #expect(contract.bounds(.denseClassifierLoss, Self.network(bias: -1))[0].absolute < 0x1p-10)
  }

  @Test func `carry what rounding does to the units`() {
    let exact = contract.bounds(.denseClassifierLoss, Self.network(bias: 0.5))[0]
    let rounded = contract.bounds(
      .denseClassifierLoss, Self.network(bias: 0x1p-30 + 0.5, feature: 1 + 0x1p-23))[0]
    #expect(rounded.absolute > exact.absolute)
  }
}
