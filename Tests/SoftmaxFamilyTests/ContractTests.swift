import Arithmetic
import Testing

@testable import SoftmaxFamily

@Suite("A contract") struct ContractTests {
  private static func contract(in format: Format, _ claim: (inout Claims) -> Void) -> Contract {
    var claims = Claims()
    claim(&claims)
    return Contract(claims, in: format)
  }

  @Test func `without claims is the weakest standard case`() {
    let contract = Contract(Claims(), in: .binary32)
    #expect(contract.working == .binary32)
    #expect(contract.u == 0x1p-24)
    #expect(contract.exponentialError == 6 * 0x1p-24)
    #expect(contract.logarithmError == 4 * 0x1p-24)
    #expect(contract.tiny == 0x1p-126)
    #expect(contract.exponentialTiny == 7 * 0x1p-126)
    #expect(contract.logarithmTiny == 5 * 0x1p-126)
    #expect(contract.sumError(10) == 9 * 0x1p-24)
    #expect(!contract.cancelsShifts)
  }

  @Test func `has the accuracy claimed`() {
    let contract = Self.contract(in: .binary16) {
      $0.exponentialUlps = 0.5
      $0.logarithmUlps = 1
      $0.subnormals = .gradual
    }
    #expect(contract.exponentialError == 0x1p-11)
    #expect(contract.logarithmError == 2 * 0x1p-11)
    #expect(contract.tiny == 0x1p-24)
    #expect(contract.exponentialTiny == 2 * 0x1p-24)
  }

  @Test(arguments: [
    (Claims.Summation.unknown, [0, 0, 1, 2, 7, 999]), (.sequential, [0, 0, 1, 2, 7, 999]),
    (.pairwise, [0, 0, 1, 2, 3, 10]), (.compensated, [0, 0, 2, 2, 2, 2]),
  ])
  func `has the error of the summation claimed`(summation: Claims.Summation, units: [Double]) {
    let contract = Self.contract(in: .binary32) { $0.summation = summation }
    #expect([0, 1, 2, 3, 8, 1000].map { contract.sumError($0) * 0x1p24 } == units)
  }

  @Test func `has the error of a wider accumulator and one rounding`() {
    let contract = Self.contract(in: .binary16) { $0.accumulator = [.binary16: .binary32] }
    #expect(contract.sumError(1) == 0)
    #expect(contract.sumError(100) == 99 * 0x1p-24 + 0x1p-11)
    let narrower = Self.contract(in: .binary32) { $0.accumulator = [.binary32: .binary16] }
    #expect(narrower.sumError(100) == 99 * 0x1p-24)
  }

  @Test func `in wide arithmetic rounds once more, when results are stored`() {
    let contract = Self.contract(in: .binary16) {
      $0.arithmetic = [.binary16: .binary32]
      $0.subnormals = .gradual
    }
    #expect(contract.working == .binary32 && contract.u == 0x1p-24)
    let stored = contract.stored(ErrorBound(relative: 0.5, absolute: 1))
    #expect(stored.relative == 0.5 + 0x1p-11 * 1.5)
    #expect(stored.absolute == 1 * (1 + 0x1p-11) + 0x1p-25)
    #expect(contract.unrounded.stored(ErrorBound(relative: 0.5)) == ErrorBound(relative: 0.5))
    #expect(contract.unrounded.u == contract.u)
  }

  @Test func `does not round what it stores in its own format`() {
    let bound = ErrorBound(relative: 0.5, absolute: 1)
    #expect(Contract(Claims(), in: .binary32).stored(bound) == bound)
  }

  @Test func `cancels shifts for the shifted quotients alone`() {
    let algorithms = Claims.Algorithm.allCases.filter { algorithm in
      Self.contract(in: .binary64) { $0.algorithm = algorithm }.cancelsShifts
    }
    #expect(algorithms == [.shiftDiv, .shiftRecip])
  }

  @Test func `knows which numbers its arithmetic holds`() {
    let contract = Contract(Claims(), in: .bfloat16)
    #expect(contract.represents(DoubleDouble(1.5)))
    #expect(!contract.represents(DoubleDouble(1 + 0x1p-8)))
    #expect(!contract.represents(DoubleDouble(1, 0x1p-60)))
  }

  @Test(arguments: SoftmaxFamily.Operation.allCases)
  func `bounds every element of a result`(operation: SoftmaxFamily.Operation) throws {
    let shapes = operation.signature.parameters.map { $0.dimensions.map { 2 + $0.excess } }
    let arguments = zip(operation.signature.parameters, shapes).map { parameter, shape in
      let isCovariance = parameter.name.hasPrefix("covariance")
      let value: Ball = parameter.name == "alpha" ? 1.75 : 0.25
      let places = 0..<shape.reduce(1, *)
      // Two rows each: the unit matrix where a covariance is asked for.
      return Tensor(shape: shape, places.map { !isCovariance ? value : ($0 % 4) % 3 == 0 ? 1 : 0 })
    }
    let result = try operation.signature.resultShape(of: shapes)
    let bounds = Contract(Claims(), in: .binary32).bounds(operation, arguments)
    #expect(bounds.count == result.reduce(1, *))
    #expect(bounds.allSatisfy { $0.relative >= 0 && $0.absolute >= 0 })
    #expect(bounds.allSatisfy { $0.bound(of: 1) < 0x1p-15 })
  }

  @Test(arguments: Format.allCases)
  func `bounds the sum of probabilities by what the sum and the quotients round`(format: Format) {
    let contract = Self.contract(in: format) {
      $0.algorithm = .shiftDiv
      $0.exponentialUlps = 1000
      $0.subnormals = .gradual
    }
    let bound = contract.sumOfProbabilities([1, 2, 3])
    #expect(bound >= 3 * format.unitRoundoff && bound < 3.2 * format.unitRoundoff)
  }

  /// Half a unit of a subnormal double is no double, and must not pass for an error of zero.
  @Test func `keeps errors that are too small for a double`() {
    var claims = Claims()
    claims.exponentialUlps = 0.5
    claims.subnormals = .gradual
    let contract = Contract(claims, in: .binary64)
    #expect(contract.exponentialUnits(of: 0x1p-1022) > 0)
    #expect(contract.productError(0.5, 0x1p-1074) > 0)
    #expect(contract.productError(0x1.8p0, 0x1.0000000000001p-1022) > 0)
    #expect(contract.productError(2, 0x1p-900) == 0)
  }
}
