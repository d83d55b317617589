import Arithmetic
import Testing

@testable import SoftmaxFamily

@Suite("The bounds of posteriors") struct ContractPosteriorsTests {
  private static func bounds(
    _ operation: Operation, _ arguments: [Tensor], in format: Format = .binary32,
    _ claim: (inout Claims) -> Void = { $0.algorithm = .shiftDiv }
  ) -> [ErrorBound] {
    var claims = Claims()
    claim(&claims)
    return Contract(claims, in: format).bounds(operation, arguments)
  }

  private static let even = Tensor([0.5, 0.5] as [Double])

  private static func rows(_ rows: [Double]...) -> Tensor { Tensor(rows: rows.map { Tensor($0) }) }

  @Test func `grow with the logits that cancel`() {
    let means = Self.rows([0.25], [0.75])
    let near = Self.bounds(.bernoulliPosterior, [Tensor([1] as [Double]), means, Self.even])
    let many = Self.rows(Array(repeating: 0.25, count: 40), Array(repeating: 0.75, count: 40))
    let ones = Tensor(Array(repeating: 1.0, count: 40))
    let far = Self.bounds(.bernoulliPosterior, [ones, many, Self.even])
    #expect(near[0].relative > 10 * 0x1p-24 && near[0].relative < 200 * 0x1p-24)
    #expect(far[0].relative > 40 * near[0].relative)
  }

  @Test func `are absolute too where two classes may be a sigmoid and its complement`() {
    let arguments = [Tensor([1] as [Double]), Self.rows([0.25], [0.75]), Self.even]
    let any = Self.bounds(.bernoulliPosterior, arguments) { _ in }
    let shifted = Self.bounds(.bernoulliPosterior, arguments)
    #expect(any[0].absolute > 0x1p-24 && shifted[0].absolute < 0x1p-100)
  }

  @Test func `leave nothing certain where a hypothesis fails`() {
    let x = Tensor([1] as [Double])
    let infinite = [ErrorBound.infinite, .infinite]
    #expect(Self.bounds(.bernoulliPosterior, [x, Self.rows([0], [0.5]), Self.even]) == infinite)
    #expect(Self.bounds(.poissonPosterior, [x, Self.rows([0], [0.5]), Self.even]) == infinite)
    #expect(Self.bounds(.exponentialPosterior, [-x, Self.rows([1], [2]), Self.even]) == infinite)
    let singular = Self.rows([1, 1], [1, 1])
    let plane = [Tensor([0, 0] as [Double]), Self.rows([0, 0], [1, 1]), singular, Self.even]
    #expect(Self.bounds(.gaussianPosterior, plane) == infinite)
  }

  @Test func `leave nothing certain where exponentials without a shift leave the range`() {
    let means = Self.rows([0], [1])
    let one = Self.rows([1])
    func bounds(_ x: Double) -> [ErrorBound] {
      Self.bounds(.gaussianPosterior, [Tensor([x]), means, one, Self.even]) {
        $0.algorithm = .unshifted
      }
    }
    #expect(bounds(2)[0].relative < 0x1p-10)
    #expect(bounds(20) == [.infinite, .infinite])
  }

  @Test func `let a prior of zero be`() {
    let priors = Tensor([0, 1] as [Double])
    let bounds = Self.bounds(
      .poissonPosterior, [Tensor([1] as [Double]), Self.rows([1], [2]), priors])
    #expect(bounds[1].relative < 0x1p-16)
  }
}
