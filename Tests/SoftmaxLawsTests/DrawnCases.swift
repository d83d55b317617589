import Arithmetic
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws
import SoftmaxReference

extension Law.Functions {
  /// The reference, judged by itself.
  static let certified = Law.Functions(
    subject: Reference.function, certified: Reference.function,
    elsewhere: { [Reference.function($0)] })
}

/// The first cases of a law, drawn as a run draws them.
struct DrawnCases {
  /// The cases that were not discarded.
  var cases: [Law.Case] = []
  /// The choices of each of them.
  var choices: [[UInt64]] = []
  /// The number of those that were.
  var discards = 0

  /// Draws a number of cases, discarded ones included.
  init(_ law: Law, in format: Format, attempts: Int, seed: UInt64 = 1) {
    let run = PropertyRun(seed: seed, property: law.name, cases: attempts)
    for index in 0..<attempts {
      var source = run.source(index: index)
      do throws(Discard) {
        cases.append(try law.instance(in: format, from: &source))
        choices.append(source.choices)
      } catch {
        discards += 1
      }
    }
  }

  /// The bit patterns of all inputs, for comparing two drawings.
  var bits: [[[UInt64]]] {
    cases.map { $0.arguments.map { $0.value.numbers.map(\.bitPattern) } }
  }
}

extension Law.Case {
  /// The inputs as text, exactly.
  func text(in format: Format) -> String {
    arguments.map { name, value in
      "\(name) = " + value.numbers.map(format.shortestText).joined(separator: ", ")
    }.joined(separator: "; ")
  }
}

extension Law {
  /// The law of a name in the tests' own tables.
  static func named(_ name: String) throws -> Law {
    guard let law = Catalogue.law(named: name) else { throw UnknownLaw(name: name) }
    return law
  }
}

/// A name that no law has.
struct UnknownLaw: Error {
  let name: String
}
