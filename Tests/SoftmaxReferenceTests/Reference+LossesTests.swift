import Arithmetic
import SoftmaxFamily
import SoftmaxReference
import Testing

@Suite("The reference's losses") struct ReferenceLossesTests {
  private static let infinity = Double.infinity

  private static func matrix(_ values: [Double]) -> Tensor {
    Tensor(shape: [1, values.count], values.map { Ball($0) })
  }

  @Test func `take zero times infinity as zero`() throws {
    #expect(try referenceValues(.binaryCrossEntropy, [0, 1], Tensor([0, 1] as [Double])) == [0])
    let logits = Tensor([Self.infinity, -Self.infinity])
    #expect(try referenceValues(.binaryCrossEntropyWithLogits, [1, 0], logits) == [0])
    let soft = Self.matrix([0, 1])
    #expect(try Reference.evaluate(.categoricalCrossEntropy, [soft, soft]).values == [0])
    let masked = Self.matrix([-Self.infinity, 2])
    #expect(
      try Reference.evaluate(.categoricalCrossEntropyWithLogits, [soft, masked]).values == [0])
  }

  @Test func `are infinite where the impossible happens`() throws {
    #expect(
      try referenceValues(.binaryCrossEntropy, [1], Tensor([0] as [Double])) == [Self.infinity])
    #expect(
      try referenceValues(.binaryCrossEntropy, [0], Tensor([1] as [Double])) == [Self.infinity])
    let soft = Self.matrix([0.5, 0.5])
    let masked = Self.matrix([-Self.infinity, 2])
    #expect(
      try Reference.evaluate(.categoricalCrossEntropyWithLogits, [soft, masked]).values
        == [Self.infinity])
    #expect(
      try Reference.evaluate(.categoricalCrossEntropy, [soft, Self.matrix([0, 1])]).values
        == [Self.infinity])
  }

  @Test func `are NaN for NaN`() throws {
    let nan = Tensor([Double.nan])
    #expect(try referenceValues(.binaryCrossEntropy, [0.5], nan)[0].isNaN)
    #expect(try referenceValues(.binaryCrossEntropyWithLogits, [0.5], nan)[0].isNaN)
    let matrix = Self.matrix([.nan, 1])
    #expect(
      try Reference.evaluate(
        .categoricalCrossEntropyWithLogits, [Self.matrix([0.5, 0.5]), matrix]
      )
      .values[0].isNaN)
  }

  @Test func `have sharp gradients for hard targets and saturated logits`() throws {
    let gradient = try Reference.evaluate(
      .binaryCrossEntropyWithLogitsGradient,
      [Tensor([1, 0] as [Double]), Tensor([50, -50] as [Double])])
    #expect(gradient.elements.allSatisfy { $0.radius < 0x1p-95 })
    #expect(gradient.values[0] == -gradient.values[1])
  }

  @Test func `have gradients that are zero where everything is masked but the target`() throws {
    let gradient = try Reference.evaluate(
      .categoricalCrossEntropyWithLogitsGradient,
      [Self.matrix([1, 0]), Self.matrix([3, -Self.infinity])])
    #expect(gradient.values == [0, 0])
  }
}
