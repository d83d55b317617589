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

  /// Prints the catalogue, as a table, as JSON or as a page in Markdown.
  func run() {
    if invocation.isMarkdown {
      terminal.print(CataloguePage().text)
    } else if invocation.isJSON {
      terminal.print(json)
    } else {
      printTable()
    }
  }

  private func printTable() {
    let width = Catalogue.laws.map(\.name.count).max() ?? 0
    let letters = Exactness.allCases.map(\.rawValue.count).max() ?? 0
    for chapter in Catalogue.chapters {
      terminal.print(terminal.colored("\(chapter.title) (\(chapter.laws.count))", .bold))
      for law in chapter.laws {
        let exactness = law.exactness.rawValue.padded(to: letters)
        terminal.print("  \(law.name.padded(to: width))  \(exactness)  \(law.statement)")
        let inputs = law.inputs.map { "\($0.name): \($0.domain)" }.joined(separator: "; ")
        let operations = law.operations.map(\.rawValue).joined(separator: ", ")
        let details = "\(operations) · \(inputs) · \(law.source)"
        let indent = "".padded(to: width + letters + 2)
        terminal.print(terminal.colored("  \(indent)  \(details)", .faint))
      }
      terminal.print()
    }
    for exactness in Exactness.allCases {
      terminal.print("\(exactness.rawValue.padded(to: letters))  \(exactness.meaning)")
    }
    terminal.print()
    terminal.print("\(Catalogue.laws.count) laws of \(Operation.allCases.count) operations")
  }

  private var json: String {
    let laws: [[String: Any]] = Catalogue.chapters.flatMap { chapter in
      chapter.laws.map { law in
        [
          "name": law.name, "chapter": chapter.title, "statement": law.statement,
          "source": law.source, "operations": law.operations.map(\.rawValue),
          "exactness": law.exactness.rawValue,
          "inputs": law.inputs.map { input in
            [
              "name": input.name, "domain": input.domain,
              "regimes": input.regimes.map(\.rawValue),
            ] as [String: Any]
          },
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
