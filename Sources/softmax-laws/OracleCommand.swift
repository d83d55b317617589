import Arithmetic
import SoftmaxFamily
import SoftmaxReference

/// `softmax-laws oracle`.
struct OracleCommand {
  private let operation: Operation
  private let arguments: [Tensor]
  private let value: Tensor
  private let terminal: Terminal

  /// Reads the operation and its arguments, and evaluates it.
  ///
  /// - Throws: `Stop` naming the text that is no operation, no number or of the wrong shape, or
  ///   the arguments for which the operation is not defined.
  init(_ operation: String, _ arguments: [String], _ terminal: Terminal) throws(Stop) {
    guard let named = Operation(rawValue: operation) else {
      let suggestion = Suggestion.text(for: operation, among: Operation.allCases.map(\.rawValue))
      throw Stop(
        message: "there is no operation '\(operation)'"
          + (suggestion.isEmpty ? ", see softmax-laws oracle --help" : suggestion),
        status: .usage)
    }
    let reader = OracleArguments(named)
    let tensors = try reader.read(arguments)
    do throws(ShapeMismatch) {
      value = try Reference.certify(named, tensors)
    } catch {
      throw reader.stop(error.description)
    }
    // Infinities and NaN have conventions; for other numbers NaN is none.
    let isFinite = tensors.allSatisfy { $0.values.allSatisfy(\.isFinite) }
    guard !isFinite || !value.elements.contains(where: \.isNaN) else {
      throw reader.stop("not defined at \(arguments.joined(separator: " "))")
    }
    self.operation = named
    self.arguments = tensors
    self.terminal = terminal
  }

  /// Prints the certified value and its rounding in every format.
  func run() -> ExitStatus {
    terminal.print("\(operation.rawValue): \(operation.formula)")
    for (parameter, argument) in zip(operation.signature.parameters, arguments) {
      let values = argument.values.map { Format.binary64.shortestText($0) }
      terminal.print("  \(parameter.name) = \(values.joined(separator: ", "))")
    }
    if value.count == 0 { terminal.print("the result has no entries") }
    for index in value.elements.indices {
      terminal.print()
      print(value[index], at: position(index))
    }
    return .success
  }

  private func print(_ ball: Ball, at position: String) {
    terminal.print("\(position)\(ball)")
    guard ball.isReal else { return }
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

  /// The indices of an entry in brackets, from its place in row-major order.
  private func position(_ index: Int) -> String {
    var rest = index
    var indices: [Int] = []
    for length in value.shape.reversed() {
      indices.insert(rest % length, at: 0)
      rest /= length
    }
    return indices.isEmpty ? "" : "[\(indices.map(String.init).joined(separator: ", "))] "
  }
}
