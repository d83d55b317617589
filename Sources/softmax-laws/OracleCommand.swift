import Arithmetic
import SoftmaxFamily
import SoftmaxReference

/// `softmax-laws oracle`.
struct OracleCommand {
  private let operation: Operation
  private let arguments: [Tensor]
  private let terminal: Terminal

  /// Reads the operation and its arguments.
  ///
  /// - Throws: `Stop` naming the text that is no operation, no number or of the wrong shape.
  init(_ operation: String, _ arguments: [String], _ terminal: Terminal) throws(Stop) {
    guard let named = Operation(rawValue: operation) else {
      throw Stop(message: "there is no operation '\(operation)'", status: .usage)
    }
    self.operation = named
    self.terminal = terminal
    let reader = OracleArguments(named.signature)
    self.arguments = try reader.read(arguments)
  }

  /// Prints the certified value and its rounding in every format.
  func run() throws -> ExitStatus {
    let value: Tensor
    do throws(ShapeMismatch) {
      value = try Reference.evaluate(operation, arguments)
    } catch {
      throw Stop(message: "\(operation.rawValue): \(error)", status: .usage)
    }
    terminal.print("\(operation.rawValue): \(operation.formula)")
    for (parameter, argument) in zip(operation.signature.parameters, arguments) {
      let values = argument.values.map { Format.binary64.shortestText($0) }
      terminal.print("  \(parameter.name) = \(values.joined(separator: ", "))")
    }
    for index in value.elements.indices { print(value[index], at: index, of: value.shape) }
    return .success
  }

  private func print(_ ball: Ball, at index: Int, of shape: [Int]) {
    terminal.print()
    terminal.print("\(name(index, shape))\(ball)")
    terminal.print("  certified  \(ball.hexadecimalText) ± \(ball.radiusText)")
    for format in Format.allCases {
      let rounded = format.rounded(ball)
      let isCertain = format.correctlyRounded(ball) != nil
      let note = isCertain ? "" : "  (the certified digits leave the rounding open)"
      terminal.print(
        "  \(format.rawValue.padded(to: 9))  \(format.shortestText(rounded))"
          + "  \(HexadecimalText.text(rounded))\(note)")
    }
  }

  private func name(_ index: Int, _ shape: [Int]) -> String {
    switch shape.count {
    case 0: ""
    case 1: "[\(index)] "
    default: "[\(index / shape[1]), \(index % shape[1])] "
    }
  }
}
