import Arithmetic
import SoftmaxFamily
import SoftmaxLaws
import SoftmaxLawsTesting
import Specimens
import Synchronization
import Testing

@Suite("An expectation of a law") struct ExpectTests {
  /// Softmax as printed, which overflows, in binary32 only.
  private static let naive = Implementation("naive32", on: Float.self) { functions in
    functions.softmax = { x in
      let maximum: Float = x.count == 1 ? x[0] : 0
      let sum = x.reduce(0) { $0 + powers($1 - maximum) }
      return x.map { powers($0 - maximum) / sum }
    }
  }

  /// Powers of two for those of e: another function, and it overflows.
  private static func powers(_ x: Float) -> Float {
    x > 127 ? .infinity : x < -150 ? 0 : Float(sign: .plus, exponent: Int(x), significand: 1)
  }

  /// A part of the textbook, in one format.
  private static let twoOperations = Implementation(
    "part of the textbook", claims: Specimen.textbook.claims,
    operations: [.softmax: [.binary32], .logSumExp: [.binary32]]
  ) { call throws(CallFailure) in try Specimen.textbook.evaluate(call) }

  /// The comments of the issues that something records.
  private static func issues(_ body: () -> Void) -> [String] {
    let texts = Mutex<[String]>([])
    withKnownIssue(isIntermittent: true) {
      body()
    } matching: { issue in
      texts.withLock { $0.append(issue.comments.map(\.rawValue).joined(separator: "\n")) }
      return true
    }
    return texts.withLock { $0 }
  }

  @Test func `is met by the textbook`() {
    expect(.softmaxSumOne, holdsFor: Specimen.textbook)
    expect([.lseOracle, .softmaxShiftInvariance], holdFor: Specimen.textbook, cases: 50, seed: 3)
    expectLaws(holdFor: Self.twoOperations, cases: 2)
  }

  @Test func `records one issue for a law that fails, with the case`() throws {
    let issues = Self.issues { expect(.softmaxOracle, holdsFor: Self.naive) }
    #expect(issues.count == 1)
    let text = try #require(issues.first)
    #expect(text.hasPrefix("softmax-oracle in binary32 does not hold: softmax(x) = "))
    #expect(text.contains("\n  likely     base-two ("))
    #expect(text.contains("\n  token      softmax-oracle:binary32:"))
  }

  @Test func `records one issue for each law and format`() {
    let laws: [Law] = [.softmaxOracle, .softmaxSumOne]
    let issues = Self.issues { expect(laws, holdFor: Self.naive) }
    #expect(issues.map { $0.prefix(15) } == ["softmax-oracle ", "softmax-sum-one"])
    let formats = Self.issues { expect(.lseExtremeFinite, holdsFor: Specimen.naive) }
    #expect(formats.count == 4)
  }

  @Test func `looks away from laws about what is not offered, among others`() {
    expect([.softmaxSingleton, .klOracle], holdFor: Self.naive)
  }

  @Test func `records an issue where nothing is offered`() {
    let issues = Self.issues { expect(.klOracle, holdsFor: Self.naive) }
    #expect(issues == ["'naive32' offers none of the operations that the laws are about"])
  }

  @Test func `finds the same for the same seed`() {
    func issues(_ seed: UInt64) -> [String] {
      Self.issues { expect(.softmaxOracle, holdsFor: Self.naive, seed: seed) }
    }
    #expect(issues(9) == issues(9))
  }
}
