extension String {
  /// The text with control characters replaced, as a text from outside may move the cursor.
  public var harmless: String {
    String(
      unicodeScalars.map { scalar -> Character in
        scalar.properties.generalCategory == .control ? "\u{FFFD}" : Character(scalar)
      })
  }

  /// The text within HTML or XML 1.0, also in the value of an attribute: what means something there is
  /// written otherwise, and what XML cannot hold is replaced.
  public var markupEscaped: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\t", "\n", "\r": text += "&#\(scalar.value);"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The text within a line of Markdown, also in a cell of a table.
  public var markdownEscaped: String {
    var text = ""
    for character in harmless {
      if "\\`*_{}[]<>#|~!$&".contains(character) { text.append("\\") }
      text.append(character)
    }
    return text
  }

  /// The text as code within a line of Markdown, also in a cell of a table.
  public var markdownCode: String {
    let text = harmless.replacing("|", with: "\\|")
    let fence = String(repeating: "`", count: longestRun(of: "`") + 1)
    let gap = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return fence + gap + text + gap + fence
  }

  /// The most times that a character follows itself.
  func longestRun(of character: Character) -> Int {
    split { $0 != character }.map(\.count).max() ?? 0
  }
}
