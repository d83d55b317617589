/// What the choices of a replay decide, and which of them belong together.
struct Trace: Sendable {
  /// A stretch of choices that make one value.
  struct Span: Sendable, Equatable {
    /// The kind of value; spans of one label may stand for each other.
    let label: SpanLabel
    /// The first choice.
    let start: Int
    /// One past the last choice.
    var end: Int
    /// The index of the span around this one, or `nil`.
    let parent: Int?

    var range: Range<Int> { start..<end }
  }

  /// What each choice decides.
  private(set) var kinds: [ChoiceKind] = []

  /// The spans in the order in which they begin.
  private(set) var spans: [Span] = []

  private var innermost: Int?

  mutating func append(_ kind: ChoiceKind) { kinds.append(kind) }

  mutating func open(_ label: SpanLabel) {
    spans.append(Span(label: label, start: kinds.count, end: kinds.count, parent: innermost))
    innermost = spans.count - 1
  }

  mutating func close() {
    guard let current = innermost else { return }
    spans[current].end = kinds.count
    innermost = spans[current].parent
  }

  /// The indexes of the spans directly within one, of its own choices only.
  func children(of parent: Int?, labelled label: SpanLabel) -> [Int] {
    spans.indices.filter { spans[$0].parent == parent && spans[$0].label == label }
  }
}

/// The kind of value that a span of choices makes.
enum SpanLabel: Sendable, Hashable {
  /// A list with a choice before each item that says that there is one.
  case list
  /// An item of a list, with that choice.
  case item
  /// A part that a generator has named.
  case part(String)
}
