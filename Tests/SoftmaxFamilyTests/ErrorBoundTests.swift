import SoftmaxFamily
import Testing

@Suite("An error bound") struct ErrorBoundTests {
  @Test func `grows with the magnitude, and is rounded upwards`() {
    let bound = ErrorBound(relative: 0.25, absolute: 1)
    #expect(bound.bound(of: 4) > 2 && bound.bound(of: 4) < 2.000001)
    #expect(bound.bound(of: 0) > 1 && bound.bound(of: 0) < 1.000001)
    #expect(ErrorBound().bound(of: .infinity) == 0)
  }

  @Test func `without a hypothesis is infinite everywhere`() {
    #expect(ErrorBound.infinite.bound(of: 0) == .infinity)
    #expect(ErrorBound.infinite.bound(of: 1) == .infinity)
    #expect(ErrorBound(relative: .infinity).bound(of: 0) == 0)
  }

  @Test func `that is not a number is infinite`() {
    #expect(ErrorBound(relative: .nan, absolute: .nan) == .infinite)
    #expect(ErrorBound(absolute: 0 * Double.infinity).bound(of: 1) == .infinity)
  }

  @Test func `is compared part by part`() {
    let a = ErrorBound(relative: 1, absolute: 4)
    let b = ErrorBound(relative: 2, absolute: 3)
    #expect(ErrorBound.larger(a, b) == ErrorBound(relative: 2, absolute: 4))
  }
}
