import Arithmetic
import SoftmaxFamily

/// Reads the arguments of `oracle` for a signature.
///
/// Where there is one argument, a vector, all texts are its entries; otherwise each text is
/// one argument, its entries separated by commas and the rows of a matrix by semicolons.
struct OracleArguments {
  private let signature: Signature

  init(_ signature: Signature) { self.signature = signature }

  /// Reads the texts.
  func read(_ texts: [String]) throws(Stop) -> [Tensor] {
    let parameters = signature.parameters
    if parameters.count == 1 {
      return [try vector(texts.joined(separator: ","))]
    }
    guard texts.count == parameters.count else {
      let list = parameters.map(\.description).joined(separator: ", ")
      throw Stop(
        message: "\(parameters.count) arguments expected (\(list)), not \(texts.count)",
        status: .usage)
    }
    var tensors: [Tensor] = []
    for (parameter, text) in zip(parameters, texts) {
      switch parameter.dimensions.count {
      case 0: tensors.append(Tensor(try number(text)))
      case 1: tensors.append(try vector(text))
      default: tensors.append(try matrix(text))
      }
    }
    return tensors
  }

  private func matrix(_ text: String) throws(Stop) -> Tensor {
    var rows: [Tensor] = []
    for row in text.split(separator: ";") { rows.append(try vector(String(row))) }
    guard Set(rows.map(\.count)).count <= 1 else {
      throw Stop(message: "the rows of '\(text)' have different lengths", status: .usage)
    }
    return Tensor(rows: rows)
  }

  private func vector(_ text: String) throws(Stop) -> Tensor {
    var values: [Double] = []
    for entry in text.split(separator: ",") { values.append(try number(String(entry)).value) }
    return Tensor(values)
  }

  private func number(_ text: String) throws(Stop) -> Ball {
    let trimmed = text.filter { $0 != " " }
    guard let value = Double(trimmed) else {
      throw Stop(message: "'\(text)' is not a number", status: .usage)
    }
    return Ball(value)
  }
}
