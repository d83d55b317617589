import Arithmetic
import Foundation
import SoftmaxFamily

extension Claims {
  /// The claims as members of a hello; what is not claimed is left out.
  var members: [String: JSON] {
    var members = unknown.mapValues(JSON.init(text:))
    members["exponentialUlps"] = exponentialUlps.map(JSON.number)
    members["logarithmUlps"] = logarithmUlps.map(JSON.number)
    members["accumulator"] = JSON(accumulator)
    members["arithmetic"] = JSON(arithmetic)
    members["summation"] = JSON(summation)
    members["algorithm"] = JSON(algorithm)
    members["sigmoid"] = JSON(sigmoid)
    members["logSumExp"] = JSON(logSumExp)
    members["sparseMap"] = JSON(sparseMap)
    members["subnormals"] = JSON(subnormals)
    members["monotone"] = monotone.map(JSON.bool)
    members["fullyMasked"] = JSON(fullyMasked)
    members["empty"] = JSON(empty)
    members["deterministic"] = deterministic.map(JSON.bool)
    members["batchInvariant"] = batchInvariant.map(JSON.bool)
    members["infiniteLogits"] = JSON(infiniteLogits)
    members["fullyMaskedGradient"] = JSON(fullyMaskedGradient)
    members["extendedReals"] = extendedReals.map(JSON.bool)
    members["leastLogarithm"] = leastLogarithm.map(JSON.number)
    return members
  }
}

extension JSON {
  /// The value that a compact text stands for; a text that stands for none is a string.
  fileprivate init(text: String) {
    self = (try? JSONReader.read(Array(text.utf8))) ?? .string(text)
  }

  fileprivate init?(_ choice: (some RawRepresentable<String>)?) {
    guard let choice else { return nil }
    self = .string(choice.rawValue)
  }

  /// An object of formats; `nil` if there is none.
  fileprivate init?(_ formats: [Format: Format]) {
    guard !formats.isEmpty else { return nil }
    let pairs = formats.map { ($0.key.rawValue, JSON.string($0.value.rawValue)) }
    self = .object(Dictionary(uniqueKeysWithValues: pairs))
  }
}
