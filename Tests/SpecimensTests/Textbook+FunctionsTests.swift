import Arithmetic
import SoftmaxFamily
import Specimens
import Testing

@Suite("The textbook's functions") struct TextbookFunctionsTests {
  private let textbook = Specimen.textbook

  /// Arguments for an operation whose `n` is two and whose matrices have two rows; covariances are
  /// unit matrices.
  private static func arguments(_ operation: Operation, format: Format) -> [Call.Argument] {
    operation.signature.parameters.enumerated().map { index, parameter in
      let shape = parameter.dimensions.map { 2 + $0.excess }
      let count = shape.reduce(1, *)
      let isCovariance = parameter.name.hasPrefix("covariance")
      // An α is greater than one.
      let least = parameter.name == "alpha" ? 1.0 : 0
      let values = (0..<count).map {
        isCovariance
          ? ($0 % 4) % 3 == 0 ? 1 : 0
          : format.rounded(least + Double($0 + 1 + index) / Double(2 * count + 2))
      }
      return Call.Argument(shape: shape, values: values)
    }
  }

  @Test(arguments: Operation.allCases)
  func `have the shapes of their operations in every format`(operation: Operation) throws {
    for format in Format.allCases {
      let arguments = Self.arguments(operation, format: format)
      let reply = try textbook.evaluate(Call(operation, in: format, arguments))
      #expect(reply.shape == (try operation.signature.resultShape(of: arguments.map(\.shape))))
      #expect(reply.values.count == reply.shape.reduce(1, *))
      #expect(reply.values.allSatisfy { $0.isFinite && format.contains($0) })
    }
  }

  @Test(arguments: Operation.allCases)
  func `round the result of binary32 once to the narrow formats`(operation: Operation) throws {
    for format in [Format.binary16, .bfloat16] {
      let arguments = Self.arguments(operation, format: format)
      let wide = try textbook.evaluate(Call(operation, in: .binary32, arguments)).values
      let narrow = try textbook.evaluate(Call(operation, in: format, arguments)).values
      #expect(narrow == wide.map(format.rounded))
    }
  }

  @Test func `answer every row of a call`() throws {
    let call = Call(
      .softmax, in: .binary64, rows: 2,
      [Call.Argument(shape: [2], values: [0, 0, 1000, 1000])])
    #expect(try textbook.evaluate(call).values == [0.5, 0.5, 0.5, 0.5])
  }
}
