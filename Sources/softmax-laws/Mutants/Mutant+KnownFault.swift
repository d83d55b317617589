import Conformance
import Specimens

extension Mutant {
  /// The mutant as a fault that an implementation may resemble.
  var knownFault: KnownFault {
    KnownFault(
      name, advice: "\(mechanism); \(advice)", in: operations,
      forms: variants.map { variant in { variant.everywhere } })
  }
}
