import Arithmetic
import Foundation
import SoftmaxFamily
import StrictJSON

extension Claims {
  /// The claims as members of a hello; what is not claimed is left out.
  var members: [String: JSON] {
    var members = unknown.mapValues(JSON.init(compact:))
    members["exponentialUlps"] = exponentialUlps.map { JSON($0) }
    members["logarithmUlps"] = logarithmUlps.map { JSON($0) }
    members["accumulator"] = JSON(accumulator)
    members["arithmetic"] = JSON(arithmetic)
    members["summation"] = JSON(summation)
    members["algorithm"] = JSON(algorithm)
    members["sigmoid"] = JSON(sigmoid)
    members["logSumExp"] = JSON(logSumExp)
    members["sparseMap"] = JSON(sparseMap)
    members["subnormals"] = JSON(subnormals)
    members["monotone"] = monotone.map { JSON($0) }
    members["fullyMasked"] = JSON(fullyMasked)
    members["empty"] = JSON(empty)
    members["deterministic"] = deterministic.map { JSON($0) }
    members["batchInvariant"] = batchInvariant.map { JSON($0) }
    members["infiniteLogits"] = JSON(infiniteLogits)
    members["fullyMaskedGradient"] = JSON(fullyMaskedGradient)
    members["extendedReals"] = extendedReals.map { JSON($0) }
    members["leastLogarithm"] = leastLogarithm.map { JSON($0) }
    return members
  }
}

extension JSON {
  /// The value that a compact text stands for; a text that stands for none is a string.
  fileprivate init(compact text: String) {
    self = (try? JSONReader.value(of: text.utf8)) ?? JSON(text)
  }

  fileprivate init?(_ choice: (some RawRepresentable<String>)?) {
    guard let choice else { return nil }
    self.init(choice.rawValue)
  }

  /// An object of formats; `nil` if there is none.
  fileprivate init?(_ formats: [Format: Format]) {
    guard !formats.isEmpty else { return nil }
    let pairs = formats.map { ($0.key.rawValue, $0.value.rawValue) }
    self.init(Dictionary(uniqueKeysWithValues: pairs))
  }
}
