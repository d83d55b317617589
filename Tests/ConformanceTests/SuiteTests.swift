import Conformance
import Testing

@Testing.Suite("The identity of the suite") struct SuiteTests {
  @Test func `is a version of three numbers and a version of the protocol`() {
    let numbers = Suite.version.split(separator: ".").map { Int($0) }
    #expect(numbers.count == 3 && !numbers.contains(nil))
    #expect(Suite.protocolVersion == 1)
  }
}
