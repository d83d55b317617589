import Arithmetic

/// The encodings that a program must give back unharmed before any verdict.
///
/// They are those that a transport damages: a trip through decimal text, through
/// another width or through an arithmetic unit changes at least one of them.
enum Echo {
  /// The encodings of a format, of both signs: zero, the least and the greatest subnormal,
  /// the least normal, one and its successor, a third, the greatest finite number,
  /// infinity, and quiet and signalling NaNs with and without a payload.
  static func patterns(_ format: Format) -> [UInt64] {
    let fractionBits = UInt64(format.precision - 1)
    let hidden: UInt64 = 1 << fractionBits
    let infinity = format.bits(of: .infinity)
    let quiet = hidden >> 1
    let magnitudes: [UInt64] = [
      0, 1, hidden - 1, hidden, format.bits(of: 1), format.bits(of: 1) + 1,
      format.bits(of: format.rounded(0x1.5555555555555p-2)), infinity - 1, infinity,
      infinity | quiet, infinity | quiet | 1, infinity | (hidden - 1),
      infinity | 1, infinity | quiet >> 1, infinity | (quiet - 1),
    ]
    let sign: UInt64 = 1 << UInt64(format.bitWidth - 1)
    return magnitudes + magnitudes.map { $0 | sign }
  }

  /// The encodings as the protocol writes them.
  static func text(_ format: Format) -> String {
    var text: [UInt8] = []
    for bits in patterns(format) { BitsText.append(bits: bits, in: format, to: &text) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The first encoding that came back changed, and what it became.
  ///
  /// - Returns: `nil` if the answer is what was sent.
  static func damage(in answer: String, of format: Format) -> (sent: String, received: String)? {
    let sent = text(format)
    guard answer != sent else { return nil }
    let width = BitsText.digits(of: format)
    for start in stride(from: 0, to: sent.count, by: width) {
      let original = sent.dropFirst(start).prefix(width)
      let returned = answer.dropFirst(start).prefix(width)
      if original != returned { return (String(original), String(returned)) }
    }
    return ("\(sent.count) digits", "\(answer.count) digits")
  }
}
