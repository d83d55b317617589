import Arithmetic
import Foundation
import SoftmaxFamily
import StrictJSON

/// What a C library says of itself.
enum LibraryHello {
  /// An optional symbol, `const char *softmax_laws_hello(void)`: the object of a hello in JSON,
  /// of which every key may be missing.
  static let symbol = "softmax_laws_hello"

  /// Calls the symbol, if there is one.
  static func read(
    from handle: UnsafeMutableRawPointer, path: String
  ) throws(CLibraryError) -> Hello {
    guard let address = dlsym(handle, symbol) else { return try hello([:], path: path) }
    typealias Function = @convention(c) () -> UnsafePointer<CChar>?
    guard let text = unsafeBitCast(address, to: Function.self)() else {
      throw .badHello(path, reason: "returns no text")
    }
    guard strnlen(text, Limits.longestHello) < Limits.longestHello else {
      throw .badHello(path, reason: "returns more than \(Limits.longestHello) bytes")
    }
    guard let members = (try? JSONReader.value(of: String(cString: text).utf8))?.object else {
      throw .badHello(path, reason: "returns no JSON object: \(excerpt(String(cString: text)))")
    }
    return try hello(members, path: path)
  }

  private static func hello(
    _ members: [String: JSON], path: String
  ) throws(CLibraryError) -> Hello {
    let everything = Operation.allCases.map { operation in
      (operation.rawValue, JSON(Format.allCases.map(\.rawValue)))
    }
    let assumed: [String: JSON] = [
      "protocol": JSON(1), "name": JSON(URL(filePath: path).lastPathComponent),
      "language": JSON("c"),
      "operations": JSON(.object(Dictionary(uniqueKeysWithValues: everything))),
    ]
    let hello = JSON(["hello": JSON(.object(members.merging(assumed) { said, _ in said }))])
    do throws(BridgeError) {
      return try Hello(Array(hello.description.utf8))
    } catch {
      throw .badHello(path, reason: error.description)
    }
  }
}
