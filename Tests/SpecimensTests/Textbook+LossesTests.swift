import Arithmetic
import SoftmaxFamily
import Specimens
import Testing

@Suite("The textbook's losses") struct TextbookLossesTests {
  private let textbook = Specimen.textbook

  @Test func `are those of the textbook`() throws {
    let log2 = 0.6931471805599453
    #expect(agree(try textbook.values(.binaryCrossEntropy, .vector(1, 0), .vector(0.5, 0)), [log2]))
    let logits = try textbook.values(
      .binaryCrossEntropyWithLogits, .vector(1, 0.5), .vector(-1000, 0))
    #expect(agree(logits, [1000 + log2]))
    let categorical = try textbook.values(
      .categoricalCrossEntropyWithLogits, .row(0, 1), .row(0, 0))
    #expect(agree(categorical, [log2]))
  }

  @Test func `count nothing for targets of nothing`() throws {
    #expect(try textbook.values(.binaryCrossEntropy, .vector(0, 1), .vector(0, 1)) == [0])
    #expect(try textbook.values(.categoricalCrossEntropy, .row(1, 0), .row(1, 0)) == [0])
    let masked = try textbook.values(
      .categoricalCrossEntropyWithLogits, .row(1, 0), .row(0, -.infinity))
    #expect(masked == [0])
  }
}
