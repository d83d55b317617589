import Conformance
import Foundation
import SoftmaxFamily
import SoftmaxLaws

/// `softmax-laws list`.
struct ListCommand {
  private let invocation: Invocation
  private let terminal: Terminal

  init(_ invocation: Invocation, _ terminal: Terminal) {
    self.invocation = invocation
    self.terminal = terminal
  }

  /// Prints the catalogue, as a table or as JSON.
  func run() {
    if invocation.isJSON {
      terminal.print(json)
    } else {
      printTable()
    }
  }

  private func printTable() {
    let width = Catalogue.laws.map(\.name.count).max() ?? 0
    for chapter in Catalogue.chapters {
      terminal.print(terminal.colored("\(chapter.title) (\(chapter.laws.count))", .bold))
      for law in chapter.laws {
        terminal.print("  \(law.name.padded(to: width))  \(law.statement)")
        let inputs = law.inputs.map { "\($0.name): \($0.domain)" }.joined(separator: "; ")
        let operations = law.operations.map(\.rawValue).joined(separator: ", ")
        let details = "\(operations) · \(inputs) · \(law.source)"
        terminal.print(terminal.colored("  \("".padded(to: width))  \(details)", .faint))
      }
      terminal.print()
    }
    terminal.print("\(Catalogue.laws.count) laws of \(Operation.allCases.count) operations")
  }

  private var json: String {
    let laws: [[String: Any]] = Catalogue.chapters.flatMap { chapter in
      chapter.laws.map { law in
        [
          "name": law.name, "chapter": chapter.title, "statement": law.statement,
          "source": law.source, "operations": law.operations.map(\.rawValue),
          "inputs": law.inputs.map { ["name": $0.name, "domain": $0.domain] },
        ]
      }
    }
    let options: JSONSerialization.WritingOptions = [
      .prettyPrinted, .sortedKeys, .withoutEscapingSlashes,
    ]
    let data = try? JSONSerialization.data(withJSONObject: laws, options: options)
    return String(decoding: data ?? Data(), as: UTF8.self)
  }
}
