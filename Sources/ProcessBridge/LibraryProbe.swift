import Arithmetic
public import SoftmaxFamily

/// Finds out what a C library offers, by one small call of each operation in each format.
public enum LibraryProbe {
  /// How many calls may cost the process before the rest is taken as offered.
  static let budget = 8

  /// An implementation that offers less: only what another copy of it, which the calls may
  /// damage, does not answer with `unsupported`.
  public static func narrowed(
    _ implementation: Implementation, byAsking copy: Implementation
  ) -> Implementation {
    let postal: Implementation.Postal = { implementation.replies(to: $0) }
    return Implementation(
      implementation.name, version: implementation.version, language: implementation.language,
      claims: implementation.claims, operations: offers(of: copy),
      evaluate: implementation.evaluate,
      postal: implementation.answersByPost ? postal : nil
    ).answeringArrays(by: implementation.arrays)
  }

  /// The operations and formats among those declared that are not answered with `unsupported`.
  ///
  /// One that crashes, hangs or answers nonsense is offered: that is for the laws to tell.
  static func offers(of implementation: Implementation) -> [Operation: [Format]] {
    var losses = 0
    return implementation.operations.compactMapValues { operation, formats in
      let offered = formats.filter { format in
        guard losses < budget else { return true }
        switch failure(of: call(operation, in: format), by: implementation) {
        case .unsupported: return false
        case .crashed, .hung, .brokeProtocol: losses += 1
        case .rejected, .malformed, nil: break
        }
        return true
      }
      return offered.isEmpty ? nil : offered
    }
  }

  private static func failure(of call: Call, by implementation: Implementation) -> CallFailure? {
    do throws(CallFailure) {
      _ = try implementation.evaluate(call)
      return nil
    } catch {
      return error
    }
  }

  /// A call of two entries, classes or features, in the domain of every operation.
  static func call(_ operation: Operation, in format: Format) -> Call {
    let arguments = operation.signature.parameters.map { parameter in
      let shape = parameter.dimensions.map { 2 + $0.excess }
      return Call.Argument(shape: shape, values: values(of: parameter.name, shape))
    }
    return Call(operation, in: format, arguments)
  }

  private static func values(of name: String, _ shape: [Int]) -> [Double] {
    let places = 0..<shape.reduce(1, *)
    let width = shape.last ?? 1
    switch name {
    case "p", "q", "probabilities", "priors":
      // A point of the simplex: 1/2, 1/4, …, the last one twice.
      return places.map { powerOfTwo(-min($0 % width + 1, width - 1)) }
    case "targets": return places.map { $0 % width == 0 ? 1 : 0 }
    case "covariance", "covariances":
      return places.map { $0 % width == $0 / width % width ? 1 : 0 }
    case "scale", "axis", "rates": return places.map { _ in 1 }
    case "alpha": return [1.5]
    default: return places.map { _ in 0.5 }
    }
  }
}

extension [Operation: [Format]] {
  /// The values changed by a function of key and value, without those that become `nil`.
  fileprivate func compactMapValues(
    _ change: (Operation, [Format]) -> [Format]?
  ) -> [Operation: [Format]] {
    var changed: [Operation: [Format]] = [:]
    for operation in Operation.allCases {
      if let formats = self[operation] { changed[operation] = change(operation, formats) }
    }
    return changed
  }
}
