import FixtureSupport
import Testing

@testable import Arithmetic

@Suite("The softmax kernel") struct SoftmaxKernelTests {
  /// Rows of every length up to 40, then a few long ones: close entries, wide ones, ties, offsets.
  private static var rows: [[Double]] {
    var random = TestRandom(seed: 250)
    return (Array(1...40) + [64, 100, 257]).map { n in
      let reach = [1.0, 20, 700, 5000][n % 4]
      let offset = n % 5 == 0 ? 0x1p40 : 0
      return (0..<n).map { i in
        (i % 7 == 3 ? reach : random.double(in: -reach...reach)) + offset
      }
    }
  }

  @Test func `has the same bits one by one and eight at a time`() {
    var (single, eightfold) = (SoftmaxKernel(), SoftmaxKernel())
    let wrong = Self.rows.first { row in
      let isDone = single.evaluateOneByOne(row)
      guard eightfold.evaluateByEight(row) == isDone, isDone else { return true }
      return row.indices.contains { i in
        single[i].significand != eightfold[i].significand
          || single[i].exponent != eightfold[i].exponent
      }
    }
    #expect(wrong == nil)
  }

  @Test func `has exponentials with the same bits one by one and eight at a time`() {
    var random = TestRandom(seed: 251)
    let wrong = (0..<400).first { _ in
      let arguments = (0..<8).map { _ in
        let high = random.double(exponents: -30...13)
        return DoubleDouble.sum(high, high * random.double(exponents: -80 ... -54))
      }
      var eight = DoubleDouble8(SIMD8(), SIMD8())
      for lane in 0..<8 { eight[lane] = arguments[lane] }
      let result = eight.exponentialInRange()
      return (0..<8).contains { lane in
        guard abs(arguments[lane].high) <= DoubleDouble.exponentialLimit else { return false }
        let (significand, exponent) = arguments[lane].exponential()
        return result.significand[lane] != significand || Int(result.exponent[lane]) != exponent
      }
    }
    #expect(wrong == nil)
  }

  @Test func `encloses the probabilities`() {
    var kernel = SoftmaxKernel()
    let wrong = Self.rows.filter { $0.count <= 40 }.first { row in
      guard kernel.evaluate(row), let greatest = row.max() else { return true }
      let exponentials = row.map { x in
        (WideBall(x, precision: 192) - WideBall(greatest)).exponential()
      }
      let sum = exponentials.reduce(0, +)
      return zip(kernel.balls, exponentials).contains { ball, exponential in
        let wide = WideBall(enclosing: ball, precision: 192)
        return !wide.contains((exponential / sum).midpoint) || !wide.isSharp(bits: 96)
      }
    }
    #expect(wrong == nil)
  }

  /// The kernel after a row that it can evaluate.
  private static func kernel(of row: [Double]) -> SoftmaxKernel? {
    var kernel = SoftmaxKernel()
    return kernel.evaluate(row) ? kernel : nil
  }

  @Test func `encloses what is far below the doubles and below each other`() throws {
    let kernel = try #require(Self.kernel(of: [0, -10_999, -600, -1000]))
    let text = kernel.balls.map { $0.decimalText(digits: 20) }
    #expect(text[0] == "1" || text[0].hasPrefix("9.9999999999999999999"))
    #expect(text[3] == "5.0759588975494567653e-435")
    #expect(kernel.balls[1].exponent < -15_000)
  }

  @Test func `counts a radius of at most 2^-92 for a thousand entries`() throws {
    let kernel = try #require(Self.kernel(of: (0..<1000).map { Double($0) * 0.01 }))
    #expect(kernel.relativeRadius < 0x1p-96)
  }

  @Test func `leaves rows that it cannot evaluate to others`() {
    var kernel = SoftmaxKernel()
    let rows: [[Double]] = [
      [], [.nan], [1, .nan], [.infinity], [0, .infinity], [0, -.infinity], [0, -11_001],
      [1e308, -1e308], Array(repeating: 1, count: 20) + [.nan],
      Array(repeating: 1, count: 20) + [-.infinity, 3, 4],
    ]
    let evaluated = rows.filter { kernel.evaluateOneByOne($0) || kernel.evaluateByEight($0) }
    #expect(evaluated.isEmpty)
    #expect(Self.kernel(of: [3]) != nil)
  }

  @Test func `keeps its buffer, and nothing of the row before`() throws {
    var kernel = try #require(Self.kernel(of: (0..<50).map { Double($0) }))
    let isDone = kernel.evaluate([0, 1])
    #expect(isDone && kernel.count == 2)
    let fresh = try #require(Self.kernel(of: [0, 1]))
    #expect(
      kernel[0].significand == fresh[0].significand && kernel[1].exponent == fresh[1].exponent)
  }
}
