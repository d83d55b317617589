import Arithmetic
import Testing

@testable import Conformance

@Suite("An answer") struct AnswerTests {
  private func answer(_ returned: Double, _ certified: Double = 1) -> Answer {
    Answer(Ball(returned), certified: Ball(certified), within: 0.125)
  }

  @Test func `is right within its bound`() {
    #expect(answer(1.125).isRight && answer(0.875).isRight && answer(1).isRight)
    #expect(answer(.infinity, .infinity).isRight && answer(.nan, .nan).isRight)
  }

  @Test func `is wrong in one way`() {
    let kinds: [(Answer, Answer.Kind)] = [
      (answer(.nan), .nan), (answer(.infinity), .positiveInfinity),
      (answer(-.infinity), .negativeInfinity), (answer(0), .zero), (answer(-1), .wrongSign),
      (answer(0.5), .tooSmall), (answer(2), .tooLarge), (answer(5, .infinity), .tooSmall),
      (answer(5, -.infinity), .tooLarge),
    ]
    for (answer, kind) in kinds { #expect(answer.kind == kind) }
  }

  @Test func `is the more like another the closer the wrong numbers are`() {
    #expect(answer(3).likeness(to: answer(3)) == 1)
    #expect(answer(.nan).likeness(to: answer(.nan)) == 1)
    let same = answer(3).likeness(to: answer(4))
    let other = answer(3).likeness(to: answer(5_000))
    let opposite = answer(3).likeness(to: answer(0))
    #expect(1 > same && same > other && other > opposite && opposite > 0)
    #expect(answer(3).likeness(to: answer(1)) == 0)
  }
}
