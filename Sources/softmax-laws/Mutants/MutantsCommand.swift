import Arithmetic
import Conformance
import Foundation
import SoftmaxLaws
import Specimens

/// `softmax-laws mutants`.
struct MutantsCommand {
  private let invocation: Invocation
  private let terminal: Terminal

  init(_ invocation: Invocation, _ terminal: Terminal) {
    self.invocation = invocation
    self.terminal = terminal
  }

  /// Evaluates the kill matrix, and prints it as a table or as JSON.
  ///
  /// A mutant that survives where it is said to show is a fault of the suite.
  func run() throws(Stop) -> ExitStatus {
    let formats = invocation.formats.isEmpty ? Format.allCases : invocation.formats
    let matrix = KillMatrix(formats: formats, seed: invocation.seed, cases: invocation.cases) {
      [terminal] in
      terminal.progress("\($0)/\($1) mutants and formats")
    }
    if invocation.isJSON {
      terminal.print(matrix.jsonText)
    } else {
      printTable(matrix, formats)
    }
    for path in invocation.reports { try write(matrix, to: path) }
    return matrix.survivors.isEmpty && matrix.unexpected.isEmpty ? .success : .internalFault
  }

  private func printTable(_ matrix: KillMatrix, _ formats: [Format]) {
    let nameWidth = (matrix.mutants.map(\.name.count).max() ?? 0) + 2
    let head =
      "id    " + "mutant".padded(to: nameWidth)
      + formats.map { $0.rawValue.padded(to: 11) }.joined() + "laws  expected law"
    terminal.print(terminal.colored(head, .bold))
    for mutant in matrix.mutants {
      let cells = formats.map { format in
        let cell = matrix.cell(mutant, format)
        let color: Terminal.Color = cell == "survives" ? .red : cell == "–" ? .faint : .green
        return terminal.colored(cell.padded(to: 11), color)
      }
      let laws = Set(matrix.rows.filter { $0.mutant.id == mutant.id }.flatMap(\.kills.keys))
      terminal.print(
        mutant.id.padded(to: 6) + mutant.name.padded(to: nameWidth) + cells.joined()
          + "\(laws.count)".padded(to: 6) + mutant.law)
    }
    printPower(matrix)
  }

  private func printPower(_ matrix: KillMatrix) {
    for row in matrix.unexpected where !row.kills.isEmpty {
      terminal.print(
        "\(row.mutant.name) in \(row.format.rawValue): \(row.mutant.law) does not see it")
    }
    terminal.print()
    for sole in matrix.soleKills {
      terminal.print("\(sole.mutant): only \(sole.law) sees it")
    }
    terminal.print(
      "\(matrix.idleLaws.count) laws falsify no mutant, \(matrix.redundantLaws.count) none that"
        + " others do not")
    terminal.print(matrix.summary)
  }

  private func write(_ matrix: KillMatrix, to path: String) throws(Stop) {
    let text =
      path.hasSuffix(".html")
      ? KillMatrixPage(matrix).text : path.hasSuffix(".md") ? matrix.markdown : matrix.jsonText
    do {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    } catch {
      let error = FileError.unwritable(.report, path: path)
      throw Stop(message: error.description, status: .badData)
    }
  }
}
