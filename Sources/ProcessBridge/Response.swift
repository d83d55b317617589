import Arithmetic
import SoftmaxFamily
import StrictJSON

/// The answer of a program to an echo or a call, as it came; keys that mean nothing are passed over.
struct Response {
  /// The number of the request.
  let id: Int
  /// The numbers.
  let bits: String?
  /// How many numbers lie in the file that they went through, if they did.
  let raw: Int?
  /// The shape of one row's result.
  let shape: [Int]?
  /// The format of the numbers, where it is not the call's.
  let format: String?
  /// Messages of rows that were rejected, by the row's number.
  let rowErrors: [String: String]?
  /// Why the whole call was rejected.
  let error: String?
  /// Why the call is not offered.
  let unsupported: String?
  /// What is wrong with the numbers that the implementation behind the program gave back.
  let malformed: String?

  /// Reads a message.
  ///
  /// - Throws: `Breakdown` where it is no JSON object, or a key is missing or of a wrong type.
  static func read(_ line: [UInt8]) throws(Breakdown) -> Response {
    do throws(FormFlaw) {
      return try Response(line)
    } catch {
      throw .broken("\(error.words) in the answer \(excerpt(line))")
    }
  }

  private init(_ line: [UInt8]) throws(FormFlaw) {
    let members = try JSON.members(line)
    guard let id = try members.member("id", \.integer) else { throw FormFlaw(words: "no 'id'") }
    self.id = id
    bits = try members.member("bits", \.text)
    raw = try members.member("raw", \.integer)
    shape = try members.member("shape", \.integers)
    format = try members.member("format", \.text)
    error = try members.member("error", \.text)?.head
    unsupported = try members.member("unsupported", \.text)?.head
    malformed = try members.member("malformed", \.text)?.head
    rowErrors = try members.member("rowErrors") { value in
      guard let rows = value.object else { return nil }
      let messages = rows.compactMapValues { $0.text?.head }
      return messages.count == rows.count ? messages : nil
    }
  }

  /// The reply to a call.
  ///
  /// - Throws: `CallFailure` where the call was rejected or is not offered, where digits are
  ///   missing or the format is not a wider one, and where the protocol is broken.
  func reply(to call: Call) throws(CallFailure) -> Reply {
    guard [bits, error, unsupported, malformed].count(where: { $0 != nil }) == 1 else {
      throw .brokeProtocol("an answer has one of 'bits', 'error', 'unsupported' and 'malformed'")
    }
    if let error { throw .rejected(error) }
    if let unsupported { throw .unsupported(unsupported) }
    if let malformed { throw .malformed(malformed) }
    guard let bits, let shape, shape.allSatisfy({ $0 >= 0 }) else {
      throw .brokeProtocol("an answer with 'bits' has a 'shape' of lengths")
    }
    let rejected = try rejectedRows(of: call)
    let format = try format(of: call)
    // Whether the shape is right is for the caller to say; here it only finds rows.
    let size = max(1, bits.utf8.count / BitsText.digits(of: format) / max(1, call.rows))
    do {
      let values = try BitsText.values(
        bits, in: format, isIgnored: rejected.isEmpty ? nil : { rejected[$0 / size] != nil })
      return Reply(shape: shape, values: values, rejected: rejected)
    } catch {
      throw failure(for: error, in: bits, of: format)
    }
  }

  private func rejectedRows(of call: Call) throws(CallFailure) -> [Int: String] {
    var rejected: [Int: String] = [:]
    for (key, message) in rowErrors ?? [:] {
      guard let row = Int(key), (0..<call.rows).contains(row), key == "\(row)" else {
        throw .brokeProtocol("'rowErrors' names the row \(excerpt(key)) of a call of \(call.rows)")
      }
      rejected[row] = message
    }
    return rejected
  }

  private func format(of call: Call) throws(CallFailure) -> Format {
    guard let name = format else { return call.format }
    guard let format = Format(rawValue: name) else {
      throw .brokeProtocol("the answer is in the unknown format \(excerpt(name))")
    }
    guard format == call.format || format.bitWidth > call.format.bitWidth else {
      throw .malformed("the answer is in \(name), which is no wider than \(call.format.rawValue)")
    }
    return format
  }

  private func failure(for flaw: BitsText.Flaw, in bits: String, of format: Format) -> CallFailure {
    switch flaw {
    case .partial: .malformed("the answer has \(flaw.text(in: bits, of: format))")
    case .notADigit: .brokeProtocol(flaw.text(in: bits, of: format))
    }
  }
}
