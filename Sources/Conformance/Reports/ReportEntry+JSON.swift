import Arithmetic
import SoftmaxLaws
import StrictJSON

extension ReportEntry {
  private static let keys: Set<String> = [
    "format", "verdict", "cases", "vacuous", "worst", "seconds", "discarded", "worstReplay",
    "exhaustive", "message", "ofSuite", "counterexample", "worstCase", "idleRegressions", "profile",
    "chapter", "statement", "operations", "found", "unreached",
  ]

  /// The entry as a line of a report in JSON Lines has it.
  ///
  /// What the catalogue says of a law is left to the catalogue.
  public var json: JSON {
    var members: [String: JSON?] = [
      kind.rawValue: JSON(name), "format": JSON(format.rawValue),
      "verdict": JSON(verdict.rawValue), "cases": JSON(cases), "vacuous": JSON(vacuous),
      "found": found == verdict ? nil : JSON(found.rawValue), "worst": JSON(worst),
      "discarded": JSON(discarded), "seconds": seconds.map { JSON($0) },
      "worstReplay": worstReplay.map { JSON($0) }, "exhaustive": domainSize.map { JSON($0) },
      "message": message.isEmpty ? nil : JSON(message), "ofSuite": isOfSuite ? JSON(true) : nil,
      "counterexample": witness?.json, "worstCase": worstWitness?.json,
      "unreached": unreached.isEmpty ? nil : JSON(unreached),
      "idleRegressions": idleRegressions.isEmpty ? nil : JSON(idleRegressions),
      "profile": profile.isEmpty ? nil : JSON(profile.map(\.json)),
    ]
    if kind != .law {
      members["chapter"] = JSON(chapter)
      members["statement"] = JSON(statement)
      members["operations"] = JSON(operations)
    }
    return JSON(members.merging(others) { own, _ in own })
  }

  /// Reads a line of a report in JSON Lines.
  ///
  /// - Throws: `JSONError` naming the member that is missing or has another form.
  public init(_ json: JSON) throws(JSONError) {
    guard let kind = Kind.allCases.first(where: { json[$0.rawValue] != nil }) else {
      throw JSONError(line: json.line, reason: "\(json.excerpt) is no result")
    }
    let name = try json.member(kind.rawValue, \.text)
    let format = try json.member("format") { $0.text.flatMap(Format.init) }
    let verdict = try json.member("verdict") { $0.text.flatMap(LawResult.Verdict.init) }
    if kind == .law {
      guard let law = Catalogue.law(named: name) else {
        throw JSONError(line: json.line, reason: "there is no law '\(name)'")
      }
      self.init(LawResult(law: law, format: format, verdict: verdict))
    } else {
      self.init(
        kind, name, chapter: try json.member("chapter", \.text),
        statement: try json.member("statement", \.text),
        operations: try json.member("operations", \.texts), format: format, verdict: verdict)
    }
    try readCounts(json)
    try readCases(json)
    others = (json.object ?? [:]).filter { key, _ in
      key != kind.rawValue && !Self.keys.contains(key)
    }
  }

  private mutating func readCounts(_ json: JSON) throws(JSONError) {
    found =
      try json.optionalMember("found") { $0.text.flatMap(LawResult.Verdict.init) } ?? verdict
    cases = try json.member("cases", \.count)
    discarded = try json.member("discarded", \.count)
    vacuous = try json.member("vacuous", \.count)
    domainSize = try json.optionalMember("exhaustive", \.count)
    worst = try json.member("worst", \.number)
    seconds = try json.optionalMember("seconds", \.number)
  }

  private mutating func readCases(_ json: JSON) throws(JSONError) {
    worstReplay = try json.optionalMember("worstReplay", \.text)
    message = try json.optionalMember("message", \.text) ?? ""
    isOfSuite = try json.optionalMember("ofSuite", \.bool) ?? false
    if let object = json["counterexample"] { witness = try Witness(object) }
    if let object = json["worstCase"] { worstWitness = try Witness(object) }
    unreached = try json.optionalMember("unreached", \.texts) ?? []
    idleRegressions = try json.optionalMember("idleRegressions", \.texts) ?? []
    profile =
      try json.optionalMember("profile") { list in
        let points = list.array?.compactMap(ProfilePoint.init)
        return points?.count == list.array?.count ? points : nil
      } ?? []
  }
}
