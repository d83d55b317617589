import PropertyEngine
import Randomness
import Testing

@Suite("A replay token") struct ReplayTokenTests {
  @Test func `is pinned`() {
    let token = ReplayToken(label: "softmax-sum-one:binary32", choices: [2, 1420, 0])
    #expect(token.text == "softmax-sum-one:binary32:2JCC10-BA")
    #expect(ReplayToken(label: "a", choices: []).text == "a:-5J")
  }

  @Test func `is read back`() throws {
    var random = Xoshiro256StarStar(seed: 1)
    for count in 0..<200 {
      let choices = (0..<count % 20).map { _ in random.bits(1 + random.index(below: 64)) }
      let token = ReplayToken(label: "law-\(count)/x:binary16", choices: choices)
      let again = try ReplayToken(parsing: token.text)
      #expect(again == token)
    }
  }

  @Test func `may be typed in small letters, with O for 0, and I or L for 1`() throws {
    let token = ReplayToken(label: "a", choices: [0, 1, 1, 700])
    var (label, digits) = (String(token.text.prefix(2)), token.text.dropFirst(2).lowercased())
    #expect(try ReplayToken(parsing: label + digits) == token)
    digits = String(digits.map { $0 == "0" ? "o" : $0 })
    if let one = digits.firstIndex(of: "1") { digits.replaceSubrange(one...one, with: "I") }
    digits = String(digits.map { $0 == "1" ? "l" : $0 })
    #expect(try ReplayToken(parsing: label + digits) == token)
    label = "b:"
    #expect(throws: ReplayTokenError.self) { try ReplayToken(parsing: label + digits) }
  }

  @Test func `is damaged by any single wrong digit that its checksum sees`() {
    let text = ReplayToken(label: "softmax:binary32", choices: [3, 20, 1 << 54, 7]).text
    var undetected = 0
    var changes = 0
    for index in text.indices where text[index] != ":" && text[index] != "-" {
      for digit in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" where digit != text[index] {
        var changed = text
        changed.replaceSubrange(index...index, with: String(digit))
        changes += 1
        if (try? ReplayToken(parsing: changed)) != nil { undetected += 1 }
      }
    }
    // The checksum has ten bits: about one change in a thousand goes through.
    #expect(changes > 300 && undetected <= 4)
  }

  @Test(
    arguments: [
      ("", "replay token '' has no label, which ends with a colon"),
      ("2K-3K", "replay token '2K-3K' has no label, which ends with a colon"),
      (":2K-3K", "replay token ':2K-3K' has no label, which ends with a colon"),
      ("a:2K", "replay token 'a:2K' has no checksum, which begins with a dash"),
      ("a:2K-", "replay token 'a:2K-' has no checksum, which begins with a dash"),
      ("A:2K-3K", "replay token 'A:2K-3K' has the character 'A' in its label"),
      (
        "a:2U-3K",
        "replay token 'a:2U-3K' has the character 'U', which is no digit of base 32"
      ),
      (
        "a:2K-3é",
        "replay token 'a:2K-3é' has the character 'é', which is no digit of base 32"
      ),
      ("a:2K-3K", "replay token 'a:2K-3K' is damaged: its checksum is KJ, not 3K"),
      (
        "a:H-11",
        "replay token 'a:H-11' has choices that break off or exceed 64 bits"
      ),
    ])
  func `that is no token is named`(text: String, message: String) {
    let error = #expect(throws: ReplayTokenError.self) { try ReplayToken(parsing: text) }
    #expect(error?.description == message)
  }
}
