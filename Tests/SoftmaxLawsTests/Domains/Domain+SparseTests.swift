import Arithmetic
import PropertyEngine
import SoftmaxFamily
import SoftmaxReference
import Testing

@testable import SoftmaxLaws

@Suite("The domains of the sparse maps") struct DomainSparseTests {
  /// Whether the certified answer is the one that the scores were built from.
  private static func isAnswer(_ p: Tensor, of z: Tensor, _ alpha: Tensor) throws -> Bool {
    let certified = try Reference.evaluate(.entmax, [z, alpha])
    return (certified - p).elements.allSatisfy { $0.mayBeZero && $0.radiusBound < 0x1p-80 }
  }

  @Test func `have the answers that they are built from, in numbers of the format`() throws {
    for draw in DomainDraw.all(.sparsemaxAnswers, .answer, attempts: 30) {
      #expect(try Self.isAnswer(draw.tensors[1], of: draw.tensors[0], 2) && draw.isOfFormat)
    }
    for draw in DomainDraw.all(.sparsemaxInteriors, .answer, attempts: 30) {
      #expect(try Self.isAnswer(draw.tensors[1], of: draw.tensors[0], 2) && draw.isOfFormat)
    }
    for draw in DomainDraw.all(.entmax15Answers, .answer, attempts: 30) {
      #expect(try Self.isAnswer(draw.tensors[1], of: draw.tensors[0], 1.5) && draw.isOfFormat)
    }
    for draw in DomainDraw.all(.entmaxAnswers, .answerAlpha, .answer, attempts: 30) {
      #expect(
        try Self.isAnswer(draw.tensors[2], of: draw.tensors[0], draw.tensors[1])
          && draw.isOfFormat)
    }
    for draw in DomainDraw.all(.saturatedScores, .answerAlpha, .answer, attempts: 30) {
      #expect(
        try Self.isAnswer(draw.tensors[2], of: draw.tensors[0], draw.tensors[1])
          && draw.isOfFormat)
    }
  }

  @Test func `have supports of every size, with and without entries at the threshold`() {
    let draws = DomainDraw.all(.sparsemaxAnswers, .answer)
    let sizes = draws.map { draw in draw[1].count { $0 > 0 } }
    #expect(Set(sizes).count >= 6)
    #expect(draws.contains { draw in draw[1].contains(0) })
    let supports = DomainDraw.all(.scores).map { draw in
      let certified = try? Reference.evaluate(.sparsemax, [draw.tensors[0]])
      return certified?.elements.count { !$0.isZero } ?? 0
    }
    #expect(supports.count { $0 == 1 } > 40 && supports.count { $0 > 1 } > 80)
    #expect(Set(supports).count >= 8)
  }

  @Test func `count in full where they are narrow, and share where they are extreme`() throws {
    for draw in DomainDraw.all(.narrowScores, attempts: 30) {
      let p = try Reference.evaluate(.sparsemax, [draw.tensors[0]])
      #expect(p.elements.allSatisfy { !$0.isNegative } && draw.isOfFormat)
      #expect((draw[0].max() ?? 0) - (draw[0].min() ?? 0) <= 1 / Double(draw[0].count))
    }
    for draw in DomainDraw.all(.extremeScores, attempts: 30) {
      #expect(draw[0].contains(draw.format.greatestFinite) && draw.isOfFormat)
    }
  }

  @Test func `have an α above one and a small τ`() {
    for draw in DomainDraw.all(.alpha, .anyAlpha, .smoothAlpha, .halvingAlpha, .tau) {
      #expect(draw.tensors[0...3].allSatisfy { $0.scalar.value > 1 })
      #expect(draw[0][0] <= 2 && draw[1][0] <= 4 && draw[2][0] < 2 && abs(draw[4][0]) <= 1)
    }
  }

  @Test func `have an α next to one, next to two and between the usual ones, in every format`() {
    let usual = [1.5, 2, 1.25, 1.75, 4.0 / 3, 1.1, 1.0625]
    for format in Format.allCases {
      let draws = DomainDraw.all(.alpha).filter { $0.format == format }.map { $0[0][0] }
      #expect(draws.contains { $0 < 1.04 } && draws.contains { $0 > 1.96 && $0 < 2 })
      #expect(draws.contains { alpha in usual.allSatisfy { abs($0 - alpha) > 0.02 } })
      #expect(draws.allSatisfy { format.rounded($0) == $0 })
    }
  }
}
