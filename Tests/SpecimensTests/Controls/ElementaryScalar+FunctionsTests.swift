import Testing

@testable import Specimens

@Suite("Powers of two for e^x") struct ElementaryScalarFunctionsTests {
  @Test func `are within two units in the last place, and vanish where e^x does`() {
    for step in -870...880 {
      let x = Float(step) / 10
      let error = abs(Double(x.exponentialByPowersOfTwo) - Double(x).exponential)
      #expect(error <= 2 * Double(x.exponential.ulp))
    }
    #expect(Float(-1e30).exponentialByPowersOfTwo == 0)
    #expect((-Float.infinity).exponentialByPowersOfTwo == 0)
    #expect((-Double.infinity).exponentialByPowersOfTwo == 0)
  }
}
