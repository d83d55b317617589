import Foundation
import SoftmaxFamily
import SoftmaxLaws
import Testing

@testable import softmax_laws

@Suite("The list")
struct ListCommandTests {
  @Test func `has a line for each law`() {
    let session = Session("list")
    #expect(session.status == .success)
    let lines = session.lines
    let entries = Dictionary(
      lines.filter { $0.hasPrefix("  ") }.map { line in
        (line.drop { $0 == " " }.prefix { $0 != " " }, line)
      }, uniquingKeysWith: { first, _ in first })
    let missing = Catalogue.laws.filter { law in
      entries[law.name[...]]?.hasSuffix(law.statement) != true
    }
    #expect(missing.map(\.name) == [])
    let letters = Exactness.allCases.filter { exactness in
      lines.contains {
        $0.hasPrefix("\(exactness.rawValue) ") && $0.hasSuffix(exactness.meaning)
      }
    }
    #expect(letters == Exactness.allCases)
    let count = "\(Catalogue.laws.count) laws of "
    #expect(lines.last?.hasPrefix(count) == true)
  }

  /// The inputs of a law, each as its name, its domain and its regimes.
  private static func inputs(of object: [String: Any]) -> [[String]] {
    (object["inputs"] as? [[String: Any]] ?? []).map { input in
      [input["name"], input["domain"]].compactMap { $0 as? String }
        + (input["regimes"] as? [String] ?? [])
    }
  }

  @Test func `is complete as JSON`() throws {
    let session = Session("list", "--json")
    #expect(session.status == .success)
    let value = try JSONSerialization.jsonObject(with: Data(session.output.utf8))
    let objects = try #require(value as? [[String: Any]])
    #expect(objects.map { $0["name"] as? String } == Catalogue.laws.map(\.name))
    let wrong = zip(objects, Catalogue.laws).filter { object, law in
      object["statement"] as? String != law.statement
        || object["source"] as? String != law.source
        || object["operations"] as? [String] != law.operations.map(\.rawValue)
        || object["exactness"] as? String != law.exactness.rawValue
        || Self.inputs(of: object)
          != law.inputs.map { [$0.name, $0.domain] + $0.regimes.map(\.rawValue) }
    }
    #expect(wrong.map(\.1.name) == [])
    let chapters = Catalogue.chapters.flatMap { chapter in chapter.laws.map { _ in chapter.title } }
    #expect(objects.map { $0["chapter"] as? String } == chapters)
  }
}
