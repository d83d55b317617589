import Foundation
import SoftmaxFamily
import SoftmaxLawsTesting
import Testing

@Test func `My softmax keeps the laws`() {
  expectLaws(
    holdFor: Implementation("mine", on: Float.self) {
      $0.softmax = { x in
        let exponentials = x.map { exp($0 - (x.max() ?? 0)) }
        return exponentials.map { $0 / exponentials.reduce(0, +) }
      }
    })
}

@Suite("The README's Swift example")
struct ReadmeExampleTests {
  @Test func `is the beginning of this file`() throws {
    let here = URL(filePath: #filePath)
    let root = here.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let file = try String(contentsOf: here, encoding: .utf8)
    let fences = readme.components(separatedBy: "```swift\n").dropFirst()
    let example = try #require(fences.first?.components(separatedBy: "```").first)
    #expect(file.hasPrefix(example))
  }
}
