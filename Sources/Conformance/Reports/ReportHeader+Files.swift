import Foundation
import Randomness

extension ReportHeader {
  /// Adds what is in a file that the results depend on, as a hash.
  public mutating func addFile(_ option: String, _ path: String?) {
    guard let path, let data = FileManager.default.contents(atPath: path) else { return }
    let hash = StableHash.fnv1a(String(decoding: data, as: UTF8.self))
    files[option] = String(hash, radix: 16)
  }
}
