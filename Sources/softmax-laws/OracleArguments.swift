import Arithmetic
import SoftmaxFamily

/// Reads the arguments of `oracle` for an operation.
///
/// Where there is one argument, a vector, all texts are its entries; otherwise each text is
/// one argument, its entries separated by commas and the rows of a matrix by semicolons.
struct OracleArguments {
  private let signature: Signature
  private let call: String

  init(_ operation: Operation) {
    signature = operation.signature
    call = operation.call
  }

  /// Reads the texts.
  ///
  /// - Throws: `Stop` naming the operation's arguments and the text that is wrong.
  func read(_ texts: [String]) throws(Stop) -> [Tensor] {
    let parameters = signature.parameters
    if parameters.count == 1 {
      guard !texts.isEmpty else { throw stop("takes at least one number") }
      return [try vector(texts.joined(separator: ","), parameters[0])]
    }
    guard texts.count == parameters.count else {
      throw stop("takes \(parameters.count) arguments, not \(texts.count)")
    }
    var tensors: [Tensor] = []
    for (parameter, text) in zip(parameters, texts) {
      tensors.append(try tensor(text, parameter))
    }
    return tensors
  }

  private func tensor(_ text: String, _ parameter: Signature.Parameter) throws(Stop) -> Tensor {
    switch parameter.dimensions.count {
    case 0: Tensor(try number(text[...], parameter))
    case 1: try vector(text, parameter)
    default: try matrix(text, parameter)
    }
  }

  private func matrix(_ text: String, _ parameter: Signature.Parameter) throws(Stop) -> Tensor {
    var rows: [Tensor] = []
    for row in text.split(separator: ";", omittingEmptySubsequences: false) {
      rows.append(try vector(String(row), parameter))
    }
    guard Set(rows.map(\.count)).count == 1 else {
      throw stop("the rows of \(parameter.name), '\(text)', have different lengths")
    }
    return Tensor(rows: rows)
  }

  private func vector(_ text: String, _ parameter: Signature.Parameter) throws(Stop) -> Tensor {
    var values: [Double] = []
    for entry in text.split(separator: ",", omittingEmptySubsequences: false) {
      values.append(try number(entry, parameter))
    }
    return Tensor(values)
  }

  private func number(
    _ text: Substring, _ parameter: Signature.Parameter
  ) throws(Stop) -> Double {
    let trimmed = text.drop { $0 == " " }.prefix { $0 != " " }
    let rest = text[trimmed.endIndex...]
    guard rest.allSatisfy({ $0 == " " }), let value = Double(trimmed) else {
      throw stop("'\(text)' is not a number, where \(parameter.name) needs one")
    }
    guard value.isFinite || !trimmed.contains(where: \.isNumber) else {
      throw stop("'\(text)' exceeds the greatest double")
    }
    guard !parameter.isProbability || value.isNaN || (0...1).contains(value) else {
      throw stop("'\(text)' is not a probability, as \(parameter.name) is")
    }
    return value
  }

  /// An error about the arguments.
  func stop(_ message: String) -> Stop { Stop(message: "\(call): \(message)", status: .usage) }
}

extension Operation {
  /// The name and the arguments, as in `scaledSoftmax(x[n], scale[])`.
  var call: String {
    "\(rawValue)(\(signature.parameters.map(\.description).joined(separator: ", ")))"
  }
}

extension Signature.Parameter {
  /// Whether the argument has values from zero to one.
  fileprivate var isProbability: Bool { ["p", "q", "probabilities"].contains(name) }
}
