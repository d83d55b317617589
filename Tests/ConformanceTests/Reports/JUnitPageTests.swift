import Foundation
import Testing

@testable import Conformance

#if canImport(FoundationXML)
import FoundationXML
#endif

/// The facts of the schema `junit-10.xsd` of the Jenkins xUnit plugin that a page can break: the elements
/// in each other, their attributes, those that are required, and the form of a time.
private enum Schema {
  static let children: [String: Set<String>] = [
    "testsuites": ["testsuite"], "testsuite": ["properties", "testcase"],
    "properties": ["property"], "testcase": ["skipped", "failure", "error"],
  ]
  static let attributes: [String: (required: Set<String>, all: Set<String>)] = [
    "testsuites": ([], ["name", "time", "tests", "failures", "errors"]),
    "testsuite": (
      ["name", "tests", "failures", "errors"],
      ["name", "tests", "failures", "errors", "time", "skipped"]
    ),
    "property": (["name", "value"], ["name", "value"]), "properties": ([], []),
    "testcase": (["name"], ["name", "time", "classname"]), "skipped": ([], ["type", "message"]),
    "failure": ([], ["type", "message"]), "error": ([], ["type", "message"]),
  ]
}

/// What a reader of XML finds in a page, and where the schema does not allow it.
private final class Reading: NSObject, XMLParserDelegate {
  var problems: [String] = []
  var elements: [(name: String, attributes: [String: String])] = []
  var texts: [String] = []
  private var path: [String] = []

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    if !parser.parse() { problems.append("is no XML: \(String(describing: parser.parserError))") }
  }

  func count(_ name: String) -> Int { elements.count { $0.name == name } }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let allowed = path.last.map { Schema.children[$0] ?? [] } ?? ["testsuites"]
    if !allowed.contains(name) { problems.append("\(name) in \(path.last ?? "nothing")") }
    let keys = Set(attributes.keys)
    if let facts = Schema.attributes[name] {
      if !facts.required.isSubset(of: keys) { problems.append("\(name) lacks an attribute") }
      if !keys.isSubset(of: facts.all) { problems.append("\(name) has \(keys.sorted())") }
    }
    if let time = attributes["time"], time.wholeMatch(of: /[0-9]+\.[0-9]{3}/) == nil {
      problems.append("time \(time)")
    }
    path.append(name)
    elements.append((name, attributes))
    texts.append("")
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { path.removeLast() }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if !texts.isEmpty { texts[texts.count - 1] += string }
  }
}

@Suite("A report in the XML of JUnit") struct JUnitPageTests {
  @Test func `keeps the schema, whatever the texts are`() {
    for end in [ReportedRun.End.complete, .none, .interrupted("SIGINT", results: 1, total: 9)] {
      var run = ReportedRun.example()
      run.end = end
      #expect(Reading(JUnitPage(run).text).problems == [])
      let empty = ReportedRun(run.header)
      #expect(Reading(JUnitPage(empty).text).problems == [])
    }
  }

  @Test func `has a test case a law and format, and says what became of each`() throws {
    let run = ReportedRun.example()
    let reading = Reading(JUnitPage(run).text)
    #expect(reading.count("testcase") == run.entries.count + run.notes.count)
    #expect(reading.count("failure") == 2 + 3 + 1)
    #expect(reading.count("error") == 4)
    #expect(reading.count("skipped") == 3)
    let root = try #require(reading.elements.first).attributes
    #expect(root["tests"] == "\(run.entries.count + run.notes.count)")
    #expect(root["failures"] == "6" && root["errors"] == "4")
    let names = reading.elements.filter { $0.name == "testcase" }.compactMap {
      $0.attributes["name"]
    }
    #expect(Set(names).count == names.count)
    #expect(names.first == "softmax-oracle in binary32")
  }

  @Test func `shows a failure with its input and how to see it again`() throws {
    let reading = Reading(JUnitPage(.example()).text)
    let place = try #require(reading.elements.firstIndex { $0.name == "failure" })
    #expect(reading.elements[place].attributes["message"] == "fails: ∞ × the bound")
    let text = reading.texts[place]
    #expect(text.contains("\ninput x    0, 89\n"))
    #expect(text.contains("\nreplay     softmax-laws replay softmax-oracle:binary32:"))
    #expect(text.contains(" --implementation naive"))
  }

  @Test func `is red where the run was not finished`() {
    var run = ReportedRun(ReportHeader(nil, seed: 1, cases: 1))
    run.end = .interrupted("SIGTERM", results: 0, total: 4)
    let reading = Reading(JUnitPage(run).text)
    #expect(reading.count("error") == 1)
    let message = reading.elements.last?.attributes["message"]
    #expect(message == "incomplete: interrupted by SIGTERM after 0 of 4 results")
  }
}
