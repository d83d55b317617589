import Arithmetic
import FixtureSupport
import Foundation
import ProcessBridge
import SoftmaxFamily

/// A way of misbehaving of `hostile_subject.py`, and what has to become of it.
struct HostileSubject: Sendable {
  /// What has to become of it.
  enum End: Sendable, Equatable {
    /// It does not start, for a reason that holds these words.
    case refused(String)
    /// The first call has no answer, for this kind of reason, which holds these words.
    case fails(CallFailure.Kind, String)
    /// It is answered as if nothing was wrong.
    case answers
  }

  let fault: String
  let end: End
  /// The number of calls before the one that counts, which are answered.
  var callsBefore = 0

  init(_ fault: String, _ end: End, callsBefore: Int = 0) {
    self.fault = fault
    self.end = end
    self.callsBefore = callsBefore
  }

  /// The command that starts the program with a fault.
  static func command(_ fault: String) -> [String] {
    HostileProgram.adapter("hostile_subject.py", fault)
  }

  /// The faults of which the end is always the same.
  static let all: [HostileSubject] = start + echo + answer + call

  private static let start = [
    HostileSubject("dies at start", .refused("ended with exit status 3, before its hello")),
    HostileSubject("crashes at start", .refused("ended with segmentation fault (signal 11)")),
    HostileSubject("stops itself", .refused("was silent for 0.3 s, before its hello")),
    HostileSubject("says nothing", .refused("was silent for 0.3 s, before its hello")),
    HostileSubject(
      "says half a hello", .refused("ended in the middle of a line with exit status 0")),
    HostileSubject(
      "closes its output at start", .refused("closed its standard output and did not end")),
    HostileSubject("talks without end", .refused("was silent for 0.3 s, before its hello")),
    HostileSubject("talks without a line", .refused("was silent for 0.3 s, before its hello")),
    HostileSubject("complains without end", .refused("was silent for 0.3 s, before its hello")),
    HostileSubject("says a hello without end", .refused("a line is longer than 1048576 bytes")),
    HostileSubject("leaves a child at start", .refused("ended with exit status 5")),
    HostileSubject("says no JSON", .refused("the hello is wrong: no JSON: 'hello!'")),
    HostileSubject("says a nested hello", .refused("the hello is wrong: nesting deeper than 64")),
    HostileSubject("says a key twice", .refused("the hello is wrong: the key 'name' twice")),
    HostileSubject("says no UTF-8", .refused("the hello is wrong: no UTF-8")),
    HostileSubject("says a NUL", .refused("the hello is wrong: no JSON")),
    HostileSubject("says a huge number", .refused("a number beyond all doubles")),
    HostileSubject("speaks another protocol", .refused("the hello is of protocol 2, not 1")),
    HostileSubject("has no name", .refused("the hello is wrong: no 'name'")),
    HostileSubject("offers an unknown format", .refused("in the unknown format 'float8'")),
    HostileSubject(
      "claims nonsense", .refused("the claim 'exponentialUlps' is -1, not a positive number")),
    HostileSubject("says a long hello", .refused("a line is longer than 1048576 bytes")),
    HostileSubject("says a byte order mark", .refused("the hello is wrong: no JSON")),
    HostileSubject("says half a pair", .refused("the hello is wrong: no UTF-8")),
    HostileSubject("says an overlong character", .refused("the hello is wrong: no UTF-8")),
    HostileSubject("says an endless name", .refused("'name' has more than 200 characters")),
    HostileSubject(
      "claims a narrow arithmetic",
      .refused(#"the claim 'arithmetic' is {"binary32":"bfloat16"}, not an object of formats"#)),
    HostileSubject("greets with its echo", .refused("request 1 is answered before it was asked")),
    HostileSubject("says hello twice", .refused("broken at the echo of binary32: no 'id'")),
  ]

  private static let echo = [
    HostileSubject("quiets NaNs", .refused("turns 7f800001 into '7fc00001'")),
    HostileSubject("loses payloads", .refused("turns 7fc00001 into '7fc00000'")),
    HostileSubject("loses the sign of zero", .refused("turns 80000000 into '00000000'")),
    HostileSubject("loses the sign of NaN", .refused("turns ffc00000 into '7fc00000'")),
    HostileSubject("flushes subnormals", .refused("turns 00000001 into '00000000'")),
    HostileSubject("saturates infinity", .refused("turns 7f800000 into '7f7fffff'")),
    HostileSubject(
      "echoes upper case", .refused("the echo of binary32 turns 007fffff into '007FFFFF'")),
    HostileSubject("echoes less", .refused("the echo of binary32 turns")),
    HostileSubject("echoes more", .refused("turns 240 digits into '248 digits'")),
    HostileSubject("echoes nothing", .refused("turns 00000000 into ''")),
    HostileSubject("dies at the echo", .refused("exit status 4, before the echo of binary32")),
    HostileSubject(
      "hangs at the echo", .refused("was silent for 0.3 s, before ")),
    HostileSubject("refuses the echo", .refused("no 'bits' but 'what is an echo?'")),
    HostileSubject("mistakes the echo", .refused("request 77 was never made")),
  ]

  private static let answer = [
    HostileSubject("answers no JSON", .fails(.brokeProtocol, "no JSON in the answer '42?'")),
    HostileSubject("answers nothing at all", .fails(.brokeProtocol, "no JSON in the answer ''")),
    HostileSubject("answers null", .fails(.brokeProtocol, "no object in the answer 'null'")),
    HostileSubject("answers an empty object", .fails(.brokeProtocol, "no 'id' in the answer '{}'")),
    HostileSubject("answers a nested text", .fails(.brokeProtocol, "nesting deeper than 64")),
    HostileSubject("answers a key twice", .fails(.brokeProtocol, "the key 'bits' twice")),
    HostileSubject("answers no UTF-8", .fails(.brokeProtocol, "no UTF-8")),
    HostileSubject("answers a NUL", .fails(.brokeProtocol, "no JSON")),
    HostileSubject("answers a huge id", .fails(.brokeProtocol, "a wrong type of 'id'")),
    HostileSubject("answers a fractional id", .fails(.brokeProtocol, "a wrong type of 'id'")),
    HostileSubject("answers a text for an id", .fails(.brokeProtocol, "a wrong type of 'id'")),
    HostileSubject("answers another id", .fails(.brokeProtocol, "request 1000 was never made")),
    HostileSubject("answers an old id", .fails(.brokeProtocol, "request 1 is answered twice")),
    HostileSubject(
      "answers too much",
      .fails(.brokeProtocol, "a line is longer than 66112 bytes, more than the answer can need")),
    HostileSubject(
      "answers odd digits", .fails(.malformed, "31 digits, which is no multiple of the 8")),
    HostileSubject(
      "answers upper case", .fails(.brokeProtocol, "digit 1 of the bits is no lower-case")),
    HostileSubject(
      "answers no digits", .fails(.brokeProtocol, "digit 0 of the bits is no lower-case")),
    HostileSubject("answers decimals", .fails(.brokeProtocol, "a wrong type of 'bits'")),
    HostileSubject("answers another shape", .fails(.malformed, "returned shape [1, 2] where [2]")),
    HostileSubject("answers a huge shape", .fails(.malformed, "returned shape [46116860184273")),
    HostileSubject(
      "answers a negative shape", .fails(.brokeProtocol, "'bits' has a 'shape' of lengths")),
    HostileSubject("answers no shape", .fails(.brokeProtocol, "'bits' has a 'shape' of lengths")),
    HostileSubject("answers too few numbers", .fails(.malformed, "returned 3 numbers where 4")),
    HostileSubject("answers too many numbers", .fails(.malformed, "returned 5 numbers where 4")),
    HostileSubject("answers in a narrow format", .fails(.malformed, "no wider than binary32")),
    HostileSubject("answers in no format", .fails(.brokeProtocol, "the unknown format 'float8'")),
    HostileSubject("answers and rejects", .fails(.brokeProtocol, "an answer has one of 'bits'")),
    HostileSubject("rejects a row that is not", .fails(.brokeProtocol, "names the row '9'")),
    HostileSubject("rejects in colour", .fails(.rejected, "\u{1B}[31mno\u{7}")),
    HostileSubject("takes its offer back", .fails(.unsupported, "not today")),
    HostileSubject("answers twice", .fails(.brokeProtocol, "request 2 is answered twice")),
    HostileSubject("answers ahead", .fails(.brokeProtocol, "request 3 was never made")),
    HostileSubject("answers a byte order mark", .fails(.brokeProtocol, "no JSON in the answer")),
    HostileSubject(
      "answers a key twice in disguise", .fails(.brokeProtocol, "the key 'bits' twice")),
    HostileSubject(
      "answers digits of another width", .fails(.malformed, "returned 8 numbers where 4")),
    HostileSubject(
      "answers wide digits for narrow ones", .fails(.malformed, "returned 2 numbers where 4")),
    HostileSubject("answers for no entries", .fails(.malformed, "returned shape [0] where [2]")),
    HostileSubject("answers a number", .fails(.malformed, "returned shape [] where [2]")),
    HostileSubject("answers half a pair", .fails(.brokeProtocol, "no UTF-8")),
    HostileSubject("answers an overlong character", .fails(.brokeProtocol, "no UTF-8")),
    HostileSubject(
      "answers an id of many digits", .fails(.brokeProtocol, "a number beyond all doubles")),
    HostileSubject("answers two objects", .fails(.brokeProtocol, "no JSON in the answer")),
    HostileSubject("answers a list", .fails(.brokeProtocol, "no object in the answer")),
    HostileSubject("answers NaN", .fails(.brokeProtocol, "no JSON in the answer")),
    HostileSubject("answers a comment", .fails(.brokeProtocol, "no JSON in the answer")),
    HostileSubject("rejects a row twice", .fails(.brokeProtocol, "names the row '01'")),
    HostileSubject("rejects no row", .answers),
    HostileSubject("answers escaped digits", .answers),
    HostileSubject("adds a word", .answers),
    HostileSubject("answers with space", .answers),
  ]

  private static let call = [
    HostileSubject(
      "crashes", .fails(.crashed, "ended with kill (signal 9), its last words 'out of luck'")),
    HostileSubject("aborts", .fails(.crashed, "the program ended with abort (signal 6)")),
    HostileSubject("exits", .fails(.crashed, "the program ended with exit status 7")),
    HostileSubject("hangs", .fails(.hung, "no answer within 0.3 s")),
    HostileSubject("floods its log", .fails(.hung, "no answer within 0.3 s")),
    HostileSubject("floods standard error", .fails(.hung, "no answer within 0.3 s")),
    HostileSubject(
      "closes its output", .fails(.brokeProtocol, "closed its standard output and did not end")),
    HostileSubject("closes its input", .fails(.hung, "no answer within 0.3 s")),
    HostileSubject(
      "closes everything", .fails(.brokeProtocol, "closed its standard output and did not end")),
    HostileSubject(
      "answers half a line and ends", .fails(.crashed, "ended in the middle of a line with exit")),
    HostileSubject("answers half a line and hangs", .fails(.hung, "no answer within 0.3 s")),
    HostileSubject(
      "answers without end", .fails(.brokeProtocol, "a line is longer than 66112 bytes")),
    HostileSubject("leaves a child", .fails(.crashed, "the program ended with exit status 5")),
    HostileSubject("leaves a daemon", .fails(.crashed, "the program ended with exit status 5")),
    HostileSubject("drips", .fails(.hung, "no answer within 0.3 s")),
    HostileSubject("stops itself at a call", .fails(.hung, "no answer within 0.3 s")),
    HostileSubject("kills its group", .fails(.crashed, "ended with kill (signal 9)")),
    HostileSubject("answers on standard error", .fails(.hung, "no answer within 0.3 s")),
    HostileSubject("answers with carriage returns", .fails(.hung, "no answer within 0.3 s")),
    HostileSubject("answers behind a NUL", .fails(.hung, "no answer within 0.3 s")),
    HostileSubject("closes its errors", .answers),
    HostileSubject("breaks pipes", .answers),
    HostileSubject("looks for descriptors", .answers),
    HostileSubject("lets a child answer", .answers),
    HostileSubject("talks much", .answers),
    HostileSubject("answers byte by byte", .answers),
    HostileSubject("answers once", .fails(.crashed, "exit status 0"), callsBefore: 1),
    HostileSubject("dies at the third call", .fails(.crashed, "exit status 9"), callsBefore: 2),
    HostileSubject("crashes in company", .fails(.crashed, "the program ended with exit status 8")),
    HostileSubject("rejects company", .fails(.rejected, "one at a time")),
    HostileSubject("forgets rows", .fails(.malformed, "returned 3 numbers where 4")),
    HostileSubject("is noisy", .answers),
    HostileSubject("changes its hello", .fails(.crashed, "the program ended with exit status 1")),
    HostileSubject("ignores the end", .answers),
    HostileSubject("ignores signals", .answers),
  ]
}

extension CallFailure {
  /// The failure without its words.
  enum Kind: Sendable { case unsupported, rejected, malformed, crashed, hung, brokeProtocol }

  var kind: Kind {
    switch self {
    case .unsupported: .unsupported
    case .rejected: .rejected
    case .malformed: .malformed
    case .crashed: .crashed
    case .hung: .hung
    case .brokeProtocol: .brokeProtocol
    }
  }
}

extension HostileSubject {
  /// The words that the reason has to hold.
  private var words: String {
    switch end {
    case .refused(let words), .fails(_, let words): words
    case .answers: ""
    }
  }

  /// Short where the limit is what ends it, and else so long that a slow machine is no fault.
  private var limits: Limits {
    let isSilent = words.contains("silent")
    let isHung = words.contains("no answer within")
    let isClosing = end == .answers || words.contains("closed its")
    return Limits(
      startUp: isSilent ? .milliseconds(300) : .seconds(60),
      call: isHung ? .milliseconds(300) : .seconds(60),
      closing: isClosing ? .milliseconds(100) : .seconds(60), restarts: 1)
  }

  /// What became of the program, if that is not what had to.
  func problem() -> String? {
    do throws(BridgeError) {
      let program = try ProcessImplementation(command: Self.command(fault), limits: limits)
      defer { program.close() }
      for _ in 0..<callsBefore {
        if let failure = HostileProgram.failure(by: program) { return "\(fault): \(failure) early" }
      }
      return problem(HostileProgram.failure(by: program))
    } catch {
      guard case .refused(let words) = end, error.description.contains(words) else {
        return "\(fault): \(error)"
      }
      return nil
    }
  }

  private func problem(_ failure: CallFailure?) -> String? {
    switch (end, failure) {
    case (.answers, nil): return nil
    case (.fails(let kind, let words), .some(let failure)):
      if failure.kind == kind, failure.description.contains(words) { return nil }
    default: break
    }
    return "\(fault): \(failure.map { "\($0)" } ?? "answers")"
  }
}
