import Arithmetic
import SoftmaxFamily
import Testing

@testable import Conformance

@Suite("A pattern of errors") struct ErrorPatternTests {
  private let truth: [Double] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

  private func pattern(_ wrong: (Double) -> Double) -> ErrorPattern {
    let answers = truth.map { Answer(Ball(wrong($0)), certified: Ball($0), within: 0) }
    return ErrorPattern([(answers, Tensor(truth))])
  }

  @Test func `is shared by two constant factors, or two constant differences`() {
    #expect(pattern { 2 * $0 }.isShared(with: pattern { $0 / 3 }))
    #expect(pattern { $0 + 2 }.isShared(with: pattern { $0 - 5 }))
    #expect(!pattern { 2 * $0 }.isShared(with: pattern { $0 + 2 }))
    #expect(!pattern { $0 * $0 }.isShared(with: pattern { $0 * $0 }))
  }

  @Test func `is none of right answers, or of few`() {
    #expect(!pattern { $0 }.isShared(with: pattern { $0 }))
    #expect(!pattern { $0 > 4 ? $0 : 2 * $0 }.isShared(with: pattern { 2 * $0 }))
  }
}
