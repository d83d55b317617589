import Arithmetic
import SoftmaxFamily
import Specimens
import Testing

@Suite("The formulas as printed") struct NaiveTests {
  private let naive = Specimen.naive

  @Test func `are right for small numbers`() throws {
    for operation in naive.operations.keys {
      let arguments = operation.signature.parameters.map { parameter in
        let shape = parameter.dimensions.map { 2 + $0.excess }
        let count = shape.reduce(1, *)
        return Call.Argument(shape: shape, values: (1...count).map { Double($0) / 4 })
      }
      let call = Call(operation, in: .binary64, arguments)
      #expect(agree(try naive.evaluate(call).values, try Specimen.textbook.evaluate(call).values))
    }
  }

  @Test func `overflow from 89 in the formats of binary32, and from 710 in binary64`() throws {
    for format in Format.allCases {
      let edge = format == .binary64 ? 710.0 : 89
      let last = try naive.values(.softmax, in: format, .vector(0, edge)).last
      #expect(last?.isNaN == true)
      #expect(try naive.values(.softmax, in: format, .vector(0, edge - 1)).last == 1)
      #expect(try naive.values(.logSumExp, in: format, .vector(0, edge)) == [.infinity])
      #expect(try naive.values(.logSumExp, in: format, .vector(0, edge - 1)) == [edge - 1])
      #expect(try naive.values(.softplus, in: format, .vector(edge)) == [.infinity])
      #expect(try naive.values(.sigmoid, in: format, .vector(edge)).first?.isNaN == true)
    }
  }

  @Test func `underflow to nothing`() throws {
    let softmax = try naive.values(.softmax, .vector(-1000, -1000))
    #expect(softmax.allSatisfy { $0.isNaN })
    #expect(try naive.values(.logSumExp, .vector(-1000, -1000)) == [-.infinity])
    #expect(try naive.values(.logSigmoid, .vector(-1000)) == [-.infinity])
    #expect(try naive.values(.softplus, .vector(-40)) == [0])
  }
}
