import Arithmetic
import Foundation
public import PropertyEngine
import SoftmaxLaws

extension Regressions {
  /// Reads a file of cases of laws that failed before, each labelled `law:format`.
  ///
  /// - Throws: `RegressionsError` naming the file, and the line and its text.
  public init(contentsOf path: String) throws(RegressionsError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw RegressionsError(path: path, reason: "cannot be read")
    }
    try self.init(path: path, text: String(decoding: data, as: UTF8.self))
    for known in cases {
      let name = known.label.prefix { $0 != ":" }
      let format = known.label.dropFirst(name.count + 1)
      guard Catalogue.law(named: String(name)) != nil else {
        throw RegressionsError(path: path, line: known.line, reason: "there is no law '\(name)'")
      }
      guard Format(rawValue: String(format)) != nil else {
        throw RegressionsError(
          path: path, line: known.line, reason: "there is no format '\(format)'")
      }
    }
  }
}
