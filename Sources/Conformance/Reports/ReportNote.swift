import StrictJSON

/// Something that a report says of a run beside its results, as what became of a baseline.
public struct ReportNote: Sendable, Equatable {
  /// What a note is about; the raw value is its name in reports.
  public enum Kind: String, Sendable, CaseIterable {
    /// A law, or an input, of which more is wrong than was recorded.
    case worse
    /// A law of which less is wrong than was recorded.
    case better
    /// A law that is not in the record.
    case new
    /// A law that is in the record only.
    case missing
    /// What keeps a run from being compared with the record in full.
    case baseline

    /// Whether a run is not green with a note of the kind.
    public var isRed: Bool { self == .worse }
  }

  /// What it is about.
  public let kind: Kind
  /// The law and the format, or the file.
  public let subject: String
  /// What there is to say.
  public let text: String
  /// The replay token of the input that shows it.
  public let replay: String?

  /// Creates a note.
  public init(_ kind: Kind, _ subject: String, _ text: String, replay: String? = nil) {
    self.kind = kind
    self.subject = subject
    self.text = text
    self.replay = replay
  }

  /// Whether a run is not green with it.
  public var isRed: Bool { kind.isRed }

  /// The note as a line of a report in JSON Lines has it.
  var json: JSON {
    JSON([
      "note": JSON(kind.rawValue), "subject": JSON(subject), "text": JSON(text),
      "replay": replay.map { JSON($0) },
    ])
  }

  /// Reads a line of a report in JSON Lines.
  ///
  /// - Throws: `JSONError` naming the member that is missing or has another form.
  init(_ json: JSON) throws(JSONError) {
    kind = try json.member("note") { $0.text.flatMap(Kind.init) }
    subject = try json.member("subject", \.text)
    text = try json.member("text", \.text)
    replay = try json.optionalMember("replay", \.text)
  }
}
