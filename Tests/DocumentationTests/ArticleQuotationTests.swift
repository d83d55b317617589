import Arithmetic
import Conformance
import FixtureSupport
import Foundation
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws
import SoftmaxLawsTesting
import Testing

/// What articles quote beside Swift: output, and numbers.
@Suite("A quotation in an article") struct ArticleQuotationTests {
  @Test func `of a ball is what is printed`() throws {
    var text = ""
    func print(_ parts: String...) { text = parts.joined(separator: " ") }
    let x = Ball(-1000).exponential()
    print(x.decimalText(digits: 20), x.radiusText)
    let page = try ProjectFile.text(of: "Sources/Arithmetic/Arithmetic.docc/Arithmetic.md")
    #expect(page.contains("\n    \(text)\n"), "\(text)")
  }

  @Test func `of a failing law is that of the README`() throws {
    let readme = try ProjectFile.text(of: "README.md")
    let article = try ProjectFile.text(
      of: "Sources/Conformance/Conformance.docc/ReadingFailures.md")
    let quoted = try #require(article.firstMatch(of: /(?s)    ✘ fails .*? naive\n/))
    #expect(readme.contains(quoted.output))
  }

  @Test func `of a conversation answers softmax of one and zero, as Float has it`() throws {
    let article = try ProjectFile.text(
      of: "Sources/ProcessBridge/ProcessBridge.docc/WritingAdapters.md")
    let e = exp(Float(-1))
    let bits = [1, 0, 1 / (1 + e), e / (1 + e)].map { (x: Float) in
      String(x.bitPattern, radix: 16).leftPadded(to: 8)
    }
    #expect(article.contains("\"shape\":[2],\"bits\":\"\(bits[0])\(bits[1])\""))
    #expect(article.contains("\"shape\":[2],\"bits\":\"\(bits[2])\(bits[3])\""))
  }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: "0", count: max(0, width - count)) + self
  }
}
