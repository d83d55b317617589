import PropertyEngine
import Testing

@testable import Conformance

@Suite("A file of regressions of laws") struct RegressionsFileTests {
  private static func message(_ text: String) throws -> String? {
    let file = try TemporaryFile(text)
    do throws(RegressionsError) {
      _ = try Regressions(contentsOf: file.path)
      return nil
    } catch {
      return String(error.description.dropFirst(file.path.count))
    }
  }

  @Test func `names laws and formats`() throws {
    #expect(try Self.message("softmax-oracle:binary32 1 0x1p+0\n") == nil)
    #expect(
      try Self.message("\nsoftmax-oracl:binary32 1\n") == ":2: there is no law 'softmax-oracl'")
    #expect(try Self.message("softmax-oracle:binary8\n") == ":1: there is no format 'binary8'")
    #expect(try Self.message("softmax-oracle:binary32 z\n") == ":1: 'z' is no drawn value")
  }

  @Test func `has to be there`() {
    let error = #expect(throws: RegressionsError.self) {
      try Regressions(contentsOf: "/no/such/file")
    }
    #expect(error?.description == "/no/such/file: cannot be read")
  }
}
