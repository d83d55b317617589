import SoftmaxFamily
import Testing

@Suite("Numbers of a Swift type") struct SwiftScalarTests {
  private static let numbers = [
    0, -0.0, 1, -1.5, 0x1p-24, 0x1.ffcp15, .infinity, -.infinity,
  ]

  private static func areConverted<Scalar: SwiftScalar>(to type: Scalar.Type) -> Bool {
    let all = Scalar.numbers(numbers)
    let doubles = all.map(\.double)
    return doubles.map(\.bitPattern) == numbers.map(\.bitPattern)
      && doubles == numbers.map { Scalar($0).double } && Scalar.doubles(all) == doubles
  }

  @Test func `are converted together as one by one`() {
    #expect(Self.areConverted(to: Double.self) && Self.areConverted(to: Float.self))
    #if !(os(macOS) && arch(x86_64))
    #expect(Self.areConverted(to: Float16.self))
    #endif
    #expect(Float.doubles(Float.numbers([.nan, 2]))[0].isNaN)
    #expect(Float.numbers([]).isEmpty && Float.doubles([]).isEmpty)
  }
}
