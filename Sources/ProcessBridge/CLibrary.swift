import Arithmetic
import Foundation
public import SoftmaxFamily

/// A C library that has the symbol `softmax_laws_eval`, as an implementation.
///
/// The library is loaded into this process, which it can crash, hang and damage: a check puts
/// it in a process of its own, `softmax-laws serve --library PATH`. It stays loaded.
///
///     int softmax_laws_eval(const char *operation, const char *format, size_t rows,
///                           size_t argumentCount, const char *const *names,
///                           const size_t *const *shapes, const size_t *ranks,
///                           const void *const *arguments, void *result, size_t resultCapacity);
public struct CLibrary: Sendable {
  /// The implementation: what the library says of itself in `softmax_laws_hello`, if it has that
  /// symbol; else its file's name, no claims, and every operation in every format.
  ///
  /// A call that the library does not know is answered with `CallFailure.unsupported`.
  public let implementation: Implementation
  let function: CFunction

  /// Loads a library.
  ///
  /// - Parameter path: Its file; a name without a folder is one in the working directory.
  /// - Throws: `CLibraryError` where it cannot be loaded, lacks the symbol, or says of itself
  ///   what cannot be.
  public init(path: String) throws(CLibraryError) {
    guard let handle = dlopen(path.contains("/") ? path : "./" + path, RTLD_NOW | RTLD_LOCAL)
    else {
      throw .cannotLoad(path, reason: dlerror().map { String(cString: $0) } ?? "unknown")
    }
    guard let symbol = dlsym(handle, CFunction.name) else { throw .noSymbol(path) }
    function = CFunction(symbol)
    let hello = try LibraryHello.read(from: handle, path: path)
    implementation = Implementation(
      hello.name, version: hello.version, language: hello.language, claims: hello.claims,
      operations: hello.operations, evaluate: function.reply(to:)
    ).answeringArrays(by: function.answer)
  }
}

/// Why a C library cannot be checked.
public enum CLibraryError: Error, Sendable, Equatable {
  /// The file is missing, or is no library for this machine.
  case cannotLoad(String, reason: String)
  /// The library has no symbol `softmax_laws_eval`.
  case noSymbol(String)
  /// What `softmax_laws_hello` returns is not what a hello can be.
  case badHello(String, reason: String)
}

extension CLibraryError: CustomStringConvertible {
  /// The reason, in one line.
  public var description: String {
    switch self {
    case .cannotLoad(let path, let reason): "cannot load the library \(excerpt(path)): \(reason)"
    case .noSymbol(let path): "the library \(excerpt(path)) has no symbol '\(CFunction.name)'"
    case .badHello(let path, let reason):
      "'\(LibraryHello.symbol)' of the library \(excerpt(path)): \(reason)"
    }
  }
}
