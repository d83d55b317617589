import FixtureSupport
import PropertyEngine
import Testing

@Suite("The quotation of a report") struct QuotationTests {
  @Test func `is what the engine says`() throws {
    let number = Generator.real(in: -1e6...1e6)
    let cancels = Property("(a + b) − b = a", forAll: number.paired(with: number)) { a, b in
      (a + b) - b == a
    }
    let text = try ProjectFile.text(
      of: "Sources/PropertyEngine/PropertyEngine.docc/PropertyEngine.md")
    let lines = "\(cancels.check())".split(separator: "\n").map { "    \($0)" }
    #expect(text.contains(lines.joined(separator: "\n")), "\(lines.joined(separator: "\n"))")
  }
}
