import Arithmetic
import FixtureSupport
import PropertyEngine
import Randomness
import Testing

/// Cases, and not only random words, are the same for ever and everywhere: the file
/// `Fixtures/GeneratedCases.txt` has the first ones of every generator.
@Suite("The generated cases") struct GeneratedCasesTests {
  @Test func `are those of the file`() throws {
    var text = """
      # Cases of every generator for seed 1: the choices of the first cases after the
      # screening, in hexadecimal, and a hash over 500 cases, the screening included.

      """
    for (name, draw) in Self.generators { text += try Self.lines(name, draw) }
    try GeneratedFile("Fixtures/GeneratedCases.txt").expect(text)
  }

  private static func lines(
    _ name: String, _ draw: (inout ChoiceSource) throws -> String
  ) throws -> String {
    let run = PropertyRun(seed: 1, property: name, cases: 500)
    var text = ""
    var all = ""
    for index in 0..<500 {
      var source = run.source(index: index)
      let value = try draw(&source)
      let choices = source.choices.map { String($0, radix: 16) }.joined(separator: " ")
      all += "\(value) \(choices)\n"
      if (120..<124).contains(index) { text += "\(name) \(index) \(choices.prefix(160))\n" }
    }
    return text + "\(name) hash \(String(StableHash.mixed(all), radix: 16))\n"
  }

  private static func entry<Value>(
    _ name: String, _ generator: Generator<Value>
  ) -> (String, (inout ChoiceSource) throws -> String) {
    (name, { "\(try generator.draw(from: &$0))" })
  }

  private static var generators: [(String, (inout ChoiceSource) throws -> String)] {
    var generators: [(String, (inout ChoiceSource) throws -> String)] = [
      entry("integer", .integer), entry("bool", .bool), entry("real", .real(in: -10...10)),
      entry("list", Generator<Int>.integer.list()), entry("permutation", Permutations.of(count: 9)),
    ]
    for format in Format.allCases {
      generators += VectorsTests.shapes.map { entry("\($0.name) \(format)", $0.generator(format)) }
      generators += [
        entry("finite scalar \(format)", Scalars.finite(format)),
        entry("moderate scalar \(format)", Scalars.moderate(format)),
        entry("near one \(format)", Scalars.near(1, in: format)),
        entry("grid \(format)", Vectors.grid(format, rows: 2)),
        entry("shifted \(format)", Vectors.shifted(format)),
        entry("huge offset \(format)", Vectors.hugeOffset(format)),
        entry("masked \(format)", Vectors.masked(format)),
        entry("scaled \(format)", Vectors.scaled(format)),
        entry("round trip \(format)", Vectors.reducedRoundTrip(format)),
        entry("simplex \(format)", Vectors.simplex(format)),
        entry("interior \(format)", Vectors.simplex(format, isInterior: true)),
      ]
      for numbers in NumberClass.allCases {
        generators.append(
          entry("\(numbers) \(format)", Scalars.inClass(numbers, of: format)))
      }
    }
    return generators
  }
}
