import FixtureSupport
import PropertyEngine
import Testing

@Suite("The quotations of a report") struct QuotationTests {
  @Test(arguments: ["README.md", "Sources/PropertyEngine/PropertyEngine.docc/PropertyEngine.md"])
  func `are what the engine says`(path: String) throws {
    let number = Generator.real(in: -1e6...1e6)
    let cancels = Property("(a + b) − b = a", forAll: number.paired(with: number)) { a, b in
      (a + b) - b == a
    }
    let text = try ProjectFile.text(of: path)
    let lines = "\(cancels.check())".split(separator: "\n").map { "    \($0)" }
    #expect(text.contains(lines.joined(separator: "\n")), "\(lines.joined(separator: "\n"))")
  }
}
