import Testing

@testable import softmax_laws

@Suite("A suggestion")
struct SuggestionTests {
  @Test func `counts the letters to insert, delete, replace or exchange`() {
    let pairs: [(String, String, Int)] = [
      ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "ac", 1),
      ("ac", "abc", 1), ("abc", "axc", 1), ("abc", "acb", 1), ("ca", "abc", 3),
      ("kitten", "sitting", 3), ("SoftMax", "softmax", 0),
    ]
    #expect(pairs.filter { Suggestion.edits(from: $0, to: $1) != $2 }.map(\.0) == [])
  }

  @Test func `is the nearest name`() {
    let names = ["softmax", "softplus", "logit"]
    #expect(Suggestion.nearest(to: "sofmtax", among: names) == "softmax")
    #expect(Suggestion.nearest(to: "softpuls", among: names) == "softplus")
    #expect(Suggestion.text(for: "logitt", among: names) == ", did you mean 'logit'?")
  }

  @Test func `is none where nothing is near`() {
    #expect(Suggestion.nearest(to: "entropy", among: ["softmax", "logit"]) == nil)
    #expect(Suggestion.nearest(to: "x", among: []) == nil)
    #expect(Suggestion.nearest(to: String(repeating: "x", count: 65), among: ["x"]) == nil)
    #expect(Suggestion.text(for: "entropy", among: ["softmax"]) == "")
  }
}
