import Arithmetic
import PropertyEngine
import Testing

@Suite("The classes of numbers") struct NumberClassTests {
  @Test(arguments: Format.allCases)
  func `cover every value once`(format: Format) {
    let values = [
      0, -0.0, format.leastSubnormal, -format.leastNormal, format.greatestFinite,
      format.predecessor(of: format.leastNormal), .infinity, -.infinity, .nan, 1,
    ]
    let classes = values.map { value in
      NumberClass.allCases.filter { $0.contains(value, in: format) }
    }
    #expect(
      classes == [
        [.zero], [.zero], [.subnormal], [.normal], [.normal], [.subnormal], [.infinite],
        [.infinite], [.notANumber], [.normal],
      ])
  }
}
