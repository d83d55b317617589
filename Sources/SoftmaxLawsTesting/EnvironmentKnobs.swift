import Foundation
import PropertyEngine
import Testing

/// What the environment says of all properties of a test run.
struct EnvironmentKnobs: Equatable {
  /// The number of cases, `SOFTMAX_LAWS_CASES`.
  var cases: Int?
  /// The seed, `SOFTMAX_LAWS_SEED`.
  var seed: UInt64?
  /// The case to replay instead, `SOFTMAX_LAWS_REPLAY`.
  var replay: ReplayToken?

  /// The knobs of this process.
  static var current: EnvironmentKnobs {
    get throws(EnvironmentError) { try EnvironmentKnobs(ProcessInfo.processInfo.environment) }
  }

  /// The knobs of this process; nil, and an issue, where they cannot be understood.
  static func orIssue(at sourceLocation: SourceLocation) -> EnvironmentKnobs? {
    do throws(EnvironmentError) {
      return try current
    } catch {
      Issue.record("\(error)", sourceLocation: sourceLocation)
      return nil
    }
  }

  /// Reads the knobs.
  ///
  /// - Throws: `EnvironmentError` naming the variable and its text.
  init(_ environment: [String: String]) throws(EnvironmentError) {
    if let text = environment["SOFTMAX_LAWS_CASES"] {
      guard let number = Int(text), number > 0 else {
        throw EnvironmentError("SOFTMAX_LAWS_CASES is '\(text)', not a number of cases")
      }
      cases = number
    }
    if let text = environment["SOFTMAX_LAWS_SEED"] {
      guard let number = UInt64(text) else {
        throw EnvironmentError(
          "SOFTMAX_LAWS_SEED is '\(text)', not a whole number from 0 to \(UInt64.max)")
      }
      seed = number
    }
    if let text = environment["SOFTMAX_LAWS_REPLAY"] {
      do throws(ReplayTokenError) {
        replay = try ReplayToken(parsing: text)
      } catch {
        throw EnvironmentError("SOFTMAX_LAWS_REPLAY: \(error)")
      }
    }
  }
}

/// A variable of the environment that cannot be understood.
struct EnvironmentError: Error, Equatable, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
