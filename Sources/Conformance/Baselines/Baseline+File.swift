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
  /// - Throws: `BaselineError` naming the file, the line and the text that is wrong.
  public init(path: String) throws(BaselineError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw BaselineError(path: path, reason: "cannot be read")
    }
    do throws(JSONError) {
      try self.init(try JSONReader.value(of: data))
    } catch {
      throw BaselineError(path: path, line: error.line, reason: error.reason)
    }
  }

  /// Writes the file.
  ///
  /// - Throws: `BaselineError` if it cannot be written.
  public func write(to path: String) throws(BaselineError) {
    do {
      try Data(text.utf8).write(to: URL(filePath: path))
    } catch {
      throw BaselineError(path: path, reason: "cannot be written")
    }
  }

  /// Makes sure that the record is of an implementation.
  ///
  /// - Throws: `BaselineError` naming both, as nothing could be compared.
  public func check(isOf name: String, path: String) throws(BaselineError) {
    guard name != self.name else { return }
    let line = nameAsRead.line > 0 ? nameAsRead.line : nil
    throw BaselineError(path: path, line: line, reason: "is of '\(self.name)', not of '\(name)'")
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

/// A baseline that cannot be used.
public struct BaselineError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// The line, from one; `nil` where the file as a whole is meant.
  public let line: Int?
  /// What is wrong.
  public let reason: String

  init(path: String, line: Int? = nil, reason: String) {
    self.path = path
    self.line = line
    self.reason = reason
  }

  /// What is wrong, naming the file and the line.
  public var description: String {
    "baseline '\(path)'\(line.map { ", line \($0)" } ?? ""): \(reason)"
  }
}
