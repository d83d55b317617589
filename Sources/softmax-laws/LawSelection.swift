import Foundation
import SoftmaxLaws

/// The laws that a check is about, chapter by chapter.
struct LawSelection {
  /// A chapter, with those of its laws that are chosen.
  struct Chapter {
    let title: String
    let laws: [Law]
  }

  /// The chapters of which any law is chosen.
  let chapters: [Chapter]

  /// The laws of all chapters.
  var laws: [Law] { chapters.flatMap(\.laws) }

  /// Chooses the laws whose names match a pattern, or all if there is none; `*` and `?` stand
  /// for any characters.
  ///
  /// - Throws: `Stop` naming the pattern that no law matches.
  init(_ patterns: [String]) throws(Stop) {
    let names = Catalogue.laws.map(\.name)
    for pattern in patterns where !names.contains(where: { Self.matches($0, pattern) }) {
      let suggestion = Suggestion.text(for: pattern, among: names)
      throw Stop(
        message: "there is no law '\(pattern)'"
          + (suggestion.isEmpty ? ", see softmax-laws list" : suggestion),
        status: .usage)
    }
    chapters = Catalogue.chapters.compactMap { chapter in
      let laws = chapter.laws.filter { law in
        patterns.isEmpty || patterns.contains { Self.matches(law.name, $0) }
      }
      return laws.isEmpty ? nil : Chapter(title: chapter.title, laws: laws)
    }
  }

  private static func matches(_ name: String, _ pattern: String) -> Bool {
    fnmatch(pattern, name, 0) == 0
  }
}
