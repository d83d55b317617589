import Arithmetic
import PropertyEngine
import Testing

@Suite("A file of regressions") struct RegressionsTests {
  @Test func `is read by lines`() throws {
    let text = "# head\n\na:binary32 2 -7 #3 0x1.8p-3 -0x0p+0 inf -inf nan # why\r\nb\n"
    let file = try Regressions(path: "f", text: text)
    #expect(file.cases.map(\.label) == ["a:binary32", "b"])
    #expect(file.cases.map(\.line) == [3, 4])
    let values: [DrawnValue] = [
      .integer(2), .integer(-7), .index(3), .real(0.1875), .real(-0.0), .real(.infinity),
      .real(-.infinity), .real(.nan),
    ]
    #expect(file.cases[0].values == values)
    #expect(file.cases[0].text == "a:binary32 2 -7 #3 0x1.8p-3 -0x0p+0 inf -inf nan")
    #expect(file.cases(of: "b").count == 1 && file.cases(of: "c").isEmpty)
  }

  @Test(arguments: [
    "1.5", "0x", "#-1", "+3", "1e5", "x", "99999999999999999999", "0x1.qp3", "-nan",
  ])
  func `names the line and the text where it is damaged`(text: String) {
    let error = #expect(throws: RegressionsError.self) {
      try Regressions(path: "r.txt", text: "a 1\n\na 2 \(text) 3\n")
    }
    #expect(error?.description == "r.txt:3: '\(text)' is no drawn value")
  }

  @Test func `holds what a generator drew, whatever the order of simplicity`() throws {
    let generator = Vectors.logits(.binary32).paired(with: Generator<Int>.integer.list())
    let run = PropertyRun(seed: 1, property: "values", cases: 200)
    for index in 0..<200 {
      var source = run.source(index: index)
      let value = try generator.draw(from: &source)
      let values = DrawnValue.values(of: source.choices) { (source) throws(Discard) in
        _ = try generator.draw(from: &source)
      }
      let line = Regressions.Case(label: "v", values: values, line: 1)
      let file = try Regressions(path: "", text: line.text)
      var again = ChoiceSource(replayingValues: file.cases[0].values)
      #expect("\(try generator.draw(from: &again))" == "\(value)")
      #expect(again.choices == source.choices)
    }
  }
}
