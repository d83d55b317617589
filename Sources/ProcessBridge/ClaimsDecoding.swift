import Arithmetic
import SoftmaxFamily
import StrictJSON

extension Claims {
  /// Reads the claims of a hello; those of no meaning to this suite are kept as text.
  ///
  /// - Throws: `BridgeError.badClaim` where a known claim has a value it cannot have.
  init(_ members: [String: JSON]) throws(BridgeError) {
    self.init()
    for name in members.keys.sorted() {
      if let value = members[name] { try set(Claim(name: name, value: value)) }
    }
  }

  private mutating func set(_ claim: Claim) throws(BridgeError) {
    switch claim.name {
    case "exponentialUlps": exponentialUlps = try claim.positive()
    case "logarithmUlps": logarithmUlps = try claim.positive()
    case "accumulator": accumulator = try claim.formats()
    case "arithmetic": arithmetic = try claim.formats()
    case "summation": summation = try claim.choice()
    case "algorithm": algorithm = try claim.choice()
    case "sigmoid": sigmoid = try claim.choice()
    case "logSumExp": logSumExp = try claim.choice()
    case "sparseMap": sparseMap = try claim.choice()
    case "subnormals": subnormals = try claim.choice()
    case "monotone": monotone = try claim.bool()
    case "fullyMasked": fullyMasked = try claim.choice()
    case "empty": empty = try claim.choice()
    case "deterministic": deterministic = try claim.bool()
    case "batchInvariant": batchInvariant = try claim.bool()
    case "infiniteLogits": infiniteLogits = try claim.choice()
    case "fullyMaskedGradient": fullyMaskedGradient = try claim.choice()
    case "extendedReals": extendedReals = try claim.bool()
    case "leastLogarithm": leastLogarithm = try claim.negative()
    default: unknown[claim.name] = claim.value.description
    }
  }
}

/// A claim as it came, read as what its name asks for.
private struct Claim {
  let name: String
  let value: JSON

  func bool() throws(BridgeError) -> Bool {
    guard let value = value.bool else { throw bad("true or false") }
    return value
  }

  func positive() throws(BridgeError) -> Double {
    guard let value = value.number, value > 0 else { throw bad("a positive number") }
    return value
  }

  func negative() throws(BridgeError) -> Double {
    guard let value = value.number, value < 0 else { throw bad("a negative number") }
    return value
  }

  func choice<Choice>() throws(BridgeError) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    guard let choice = value.text.flatMap(Choice.init) else {
      throw bad("one of " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return choice
  }

  func formats() throws(BridgeError) -> [Format: Format] {
    let wanted =
      "an object of formats, each with itself or a wider one, such as {\"binary16\":\"binary32\"}"
    guard let members = value.object else { throw bad(wanted) }
    var formats: [Format: Format] = [:]
    for (storage, working) in members {
      guard let storage = Format(rawValue: storage),
        let working = working.text.flatMap(Format.init),
        working == storage || working.bitWidth > storage.bitWidth
      else { throw bad(wanted) }
      formats[storage] = working
    }
    return formats
  }

  private func bad(_ wanted: String) -> BridgeError {
    .badClaim(name: name, value: value.description, wanted: wanted)
  }
}
