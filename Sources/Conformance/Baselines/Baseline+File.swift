import Arithmetic
import Foundation
import PropertyEngine
import StrictJSON

extension Baseline {
  /// The content of the file.
  public var text: String {
    let implementation = JSON([
      "name": JSON(name), "version": JSON(version), "language": JSON(language),
    ])
    return """
      {
        "suite": \(JSON(suite)),
        "seed": \(JSON(String(seed))),
        "cases": \(JSON(cases)),
        "implementation": \(implementation),
        "claims": \(JSON(claims)),
        "laws": [\(Self.lines(records.map(\.json)))],
        "operations": [\(Self.lines(operations.map(\.json)))]
      }

      """
  }

  private static func lines(_ elements: [JSON]) -> String {
    guard !elements.isEmpty else { return "" }
    return "\n" + elements.map { "    \($0)" }.joined(separator: ",\n") + "\n  "
  }

  /// Reads a file.
  ///
  /// - Throws: `FileError` naming the file, the line and the text that is wrong.
  public init(path: String) throws(FileError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FileError(.baseline, path: path, reason: "cannot be read")
    }
    do throws(JSONError) {
      try self.init(try JSONReader.value(of: data))
    } catch {
      throw FileError(.baseline, path: path, line: error.line, reason: error.reason)
    }
  }

  /// Writes the file.
  ///
  /// - Throws: `FileError` if it cannot be written.
  public func write(to path: String) throws(FileError) {
    do {
      try Data(text.utf8).write(to: URL(filePath: path))
    } catch {
      throw FileError.unwritable(.baseline, path: path)
    }
  }

  /// Makes sure that the record is of an implementation.
  ///
  /// - Throws: `FileError` naming both, as nothing could be compared.
  public func check(isOf name: String, path: String) throws(FileError) {
    guard name != self.name else { return }
    let line = nameAsRead.line > 0 ? nameAsRead.line : nil
    throw FileError(
      .baseline, path: path, line: line, reason: "is of '\(self.name)', not of '\(name)'")
  }
}

extension Baseline.Record {
  fileprivate var json: JSON {
    JSON([
      "law": JSON(law), "format": JSON(format.rawValue), "verdict": JSON(verdict.rawValue),
      "cases": JSON(cases), "ratio": JSON(ratio), "worst": worst.map { JSON($0) },
    ])
  }

  init(_ json: JSON) throws(JSONError) {
    law = try json.member("law", \.text)
    let format = try json.member("format") { $0.text.flatMap(Format.init) }
    self.format = format
    verdict = try json.member("verdict") { $0.text.flatMap(LawResult.Verdict.init) }
    cases = try json.member("cases", \.count)
    ratio = try json.member("ratio", \.number)
    let label = "\(law):\(format.rawValue)"
    worst = try json.optionalMember("worst") { value in
      let token = value.text.flatMap { try? ReplayToken(parsing: $0) }
      return token?.label == label ? value.text : nil
    }
  }
}

extension Baseline.Summary {
  fileprivate var json: JSON {
    JSON([
      "operation": JSON(operation), "format": JSON(format.rawValue), "holding": JSON(holding),
      "failing": JSON(failing), "ratio": JSON(ratio), "law": JSON(law),
    ])
  }

  init(_ json: JSON) throws(JSONError) {
    operation = try json.member("operation", \.text)
    format = try json.member("format") { $0.text.flatMap(Format.init) }
    holding = try json.member("holding", \.count)
    failing = try json.member("failing", \.count)
    ratio = try json.member("ratio", \.number)
    law = try json.member("law", \.text)
  }
}
