import Foundation
public import SoftmaxFamily
import StrictJSON

/// The other side of the process protocol, version 1: an implementation of this process that
/// answers the requests of a suite in another one.
///
/// What cannot be answered is answered with an error that says what is wrong; nothing that
/// comes can end the server but a bye, the end of its input or of its output.
///
///     Server(mine).run(input: STDIN_FILENO, output: STDOUT_FILENO)
public struct Server: Sendable {
  private let implementation: Implementation
  private let function: CFunction?

  /// Creates a server of an implementation.
  public init(_ implementation: Implementation) {
    self.implementation = implementation
    function = nil
  }

  /// Creates a server of a C library, which can take numbers from a file, too.
  public init(_ library: CLibrary) {
    implementation = library.implementation
    function = library.function
  }

  /// Answers requests, one a line, until there are no more.
  ///
  /// The descriptors stay open. `numbers` is the file for a library's numbers, if this process was
  /// started with one. A server whose output is closed needs SIGPIPE to be ignored.
  public func run(input: Int32, output: Int32, numbers: NumberMapping? = nil) {
    var reader = RequestReader(input)
    let calls = numbers.flatMap { numbers in function.map { LibraryCalls($0, numbers) } }
    while let line = reader.next() {
      guard let answer = answer(to: line, calls), Server.write(answer, to: output) else { return }
    }
  }

  /// Says, instead of a hello, why there is nothing to serve.
  public static func refuse(_ reason: String, output: Int32) {
    _ = write(ServerAnswer.refusal(reason), to: output)
  }

  /// The line that answers a line; `nil` if it says bye.
  func answer(to line: RequestReader.Line, _ calls: LibraryCalls? = nil) -> [UInt8]? {
    do throws(ServerRequest.Refusal) {
      switch line {
      case .overlong: throw ServerRequest.Refusal(id: .null, .error, "the line is too long")
      case .request(let bytes): return try answer(to: try ServerRequest(bytes), calls)
      }
    } catch {
      return ServerAnswer.refusal(error)
    }
  }

  private func answer(
    to request: ServerRequest, _ calls: LibraryCalls?
  ) throws(ServerRequest.Refusal) -> [UInt8]? {
    switch request {
    case .bye: return nil
    case .hello(let protocols):
      guard protocols.contains(JSON(1)) else {
        let versions = protocols.map(\.description).joined(separator: ", ")
        return ServerAnswer.refusal("version 1 of the protocol is spoken here, not \(versions)")
      }
      return ServerAnswer.hello(implementation)
    case .echo(let id, let bits): return ServerAnswer.echo(id: id, bits: bits)
    case .call(let id, let call):
      do throws(CallFailure) {
        return ServerAnswer.reply(id: id, try implementation.evaluate(call), to: call)
      } catch {
        throw ServerRequest.Refusal(id: id, error)
      }
    case .raw(let id, let call):
      guard let calls, let call else {
        throw ServerRequest.Refusal(id: id, .error, "there is no such call of raw numbers here")
      }
      do throws(CallFailure) {
        try calls.answer(call)
        return ServerAnswer.raw(id: id, call)
      } catch {
        throw ServerRequest.Refusal(id: id, error)
      }
    }
  }

  /// Writes all bytes.
  ///
  /// - Returns: Whether the other side took them.
  private static func write(_ bytes: [UInt8], to output: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(output, $0.baseAddress, $0.count) }
      if count == -1 && errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

extension ServerRequest.Refusal {
  /// The words of the protocol for a call that has no numbers.
  fileprivate init(id: JSON, _ failure: CallFailure) {
    switch failure {
    case .unsupported(let reason): self.init(id: id, .unsupported, reason)
    case .malformed(let reason): self.init(id: id, .malformed, reason)
    case .rejected(let reason), .crashed(let reason), .hung(let reason),
      .brokeProtocol(let reason):
      self.init(id: id, .error, reason)
    }
  }
}
