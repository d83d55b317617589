/// The name that somebody who wrote another one may have meant.
enum Suggestion {
  /// A question to append to an error message; empty if no name is near.
  static func text(for text: String, among names: [String]) -> String {
    nearest(to: text, among: names).map { ", did you mean '\($0)'?" } ?? ""
  }

  /// The first of the names with the fewest edits, if a third of the text may stay wrong.
  static func nearest(to text: String, among names: [String]) -> String? {
    // No name is that long, and the work grows with the square.
    guard text.count <= 64 else { return nil }
    let candidates = names.map { (name: $0, edits: edits(from: text, to: $0)) }
    guard let best = candidates.min(by: { $0.edits < $1.edits }) else { return nil }
    return best.edits <= max(1, text.count / 3) ? best.name : nil
  }

  /// The least number of letters to insert, delete, replace or exchange with the next.
  ///
  /// Source: the optimal string alignment distance, after Damerau (1964).
  static func edits(from first: String, to second: String) -> Int {
    let (a, b) = (Array(first.lowercased()), Array(second.lowercased()))
    var before: [Int] = []
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var cost = min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        next.append(cost)
      }
      (before, row) = (row, next)
    }
    return row[b.count]
  }
}
