import Arithmetic
import Foundation
import SoftmaxFamily

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
    let bytes = Array(String(cString: text).utf8)
    guard let members = (try? JSONReader.read(bytes))?.object else {
      throw .badHello(path, reason: "returns no JSON object: \(excerpt(String(cString: text)))")
    }
    return try hello(members, path: path)
  }

  private static func hello(
    _ members: [String: JSON], path: String
  ) throws(CLibraryError) -> Hello {
    let everything = Operation.allCases.map { operation in
      (operation.rawValue, JSON.array(Format.allCases.map { .string($0.rawValue) }))
    }
    let assumed: [String: JSON] = [
      "protocol": .number(1), "name": .string(URL(filePath: path).lastPathComponent),
      "language": .string("c"),
      "operations": .object(Dictionary(uniqueKeysWithValues: everything)),
    ]
    let hello = JSON.object(["hello": .object(members.merging(assumed) { said, _ in said })])
    do throws(BridgeError) {
      return try Hello(Array(hello.text.utf8))
    } catch {
      throw .badHello(path, reason: error.description)
    }
  }
}
