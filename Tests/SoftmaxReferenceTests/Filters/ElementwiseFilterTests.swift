import Arithmetic
import FixtureSupport
import SoftmaxFamily
import Testing

@testable import SoftmaxReference

@Suite("A filter of a function of one number") struct ElementwiseFilterTests {
  /// Numbers of every binade of binary32 and both signs, or of the unit interval.
  private func numbers(_ function: ElementwiseFunction) -> [Double] {
    var random = TestRandom(seed: 11)
    var numbers: [Double] = []
    for exponent in -149...127 {
      let x = Double(Float(powerOfTwo(exponent) * (1 + random.double(in: 0...1))))
      numbers += [x, -x]
    }
    for _ in 0..<300 {
      let x = Double(Float(120 * random.double(in: 0...1)))
      numbers += [x, -x]
    }
    guard function == .logit else { return numbers }
    return numbers.filter { $0 > 0 && $0 < 1 }
      + (0..<400).map { _ in Double(Float(random.double(in: 0...1))) }
      + [-20, -10, -3, 3, 10, 20].map {
        Double(Float(0.5 + powerOfTwo(-abs($0)) * Double($0.signum())))
      }
  }

  @Test(arguments: ElementwiseFunction.allCases)
  func `is within its proved error of the certified value`(function: ElementwiseFunction) throws {
    let filter = ElementwiseFilter(function)
    var worst = 0.0
    for x in numbers(function) where filter.accepts(x) {
      let certified = try Reference.evaluate(function.operation, function.arguments(x))
      let value = certified.count == 1 ? certified[0] : certified.scalar
      let error = (Ball(filter.value(x)) - value).magnitude
      worst = max(worst, error.isZero ? 0 : (error / value.magnitude).value)
      #expect(
        filter.enclosure(at: x).low <= value.value && value.value <= filter.enclosure(at: x).high)
    }
    #expect(worst < ElementwiseFilter.relativeError)
    // The bound is within three bits or so of what is seen: it says something of this very code.
    #expect(worst > ElementwiseFilter.relativeError * 0x1p-6)
  }

  @Test(arguments: ElementwiseFunction.allCases)
  func `encloses what is too small for a double`(function: ElementwiseFunction) throws {
    let filter = ElementwiseFilter(function)
    for x in [-700.5, 700.5, -1e30, 1e30] where function != .logit && !filter.accepts(x) {
      let value = try Reference.evaluate(function.operation, function.arguments(x)).elements[0]
      let enclosure = filter.enclosure(at: x)
      #expect(Ball(enclosure.low).precedes(value) || enclosure.low == 0)
      #expect(value.precedes(Ball(enclosure.high)) || enclosure.high == 0)
    }
  }

  @Test(arguments: ElementwiseFunction.allCases)
  func `has the same bits for eight numbers at once`(function: ElementwiseFunction) {
    let filter = ElementwiseFilter(function)
    let all = numbers(function).filter { filter.accepts($0) }
    for isNegative in [false, true] {
      let some = Array(all.filter { ($0 < 0) == isNegative }.shuffledSteadily().prefix(64))
      let inputs = some.prefix(some.count / 8 * 8).map { Float($0) }
      var rounded = Array(repeating: Float(0), count: inputs.count)
      let screen = ChunkScreen(filter, line: nil, isNegative: isNegative)
      let threshold = ChunkScreen.Threshold(
        relative: 0, absolute: .infinity, greatest: .infinity)
      guard !inputs.isEmpty else { continue }
      #expect(
        screen.passes(
          inputs, inputs, count: inputs.count, within: threshold, rounded: &rounded))
      #expect(rounded == inputs.map { Float(filter.enclosure(at: Double($0)).low) })
    }
  }

  @Test(arguments: ElementwiseFunction.allCases)
  func `stays within the error of a line`(function: ElementwiseFunction) {
    let filter = ElementwiseFilter(function)
    var random = TestRandom(seed: 3)
    for a in numbers(function) where a != 0 {
      let b = a * (1 + powerOfTwo(-4 - Int(random.double(in: 0...1) * 12)))
      guard filter.accepts(a), filter.accepts(b), let line = filter.line(from: a, to: b) else {
        continue
      }
      for _ in 0..<4 {
        let x = Double(Float(a + (b - a) * random.double(in: 0...1)))
        guard x >= min(a, b), x <= max(a, b) else { continue }
        #expect(abs(line(x) - filter.value(x)) <= line.error * (1 + 0x1p-10))
      }
    }
  }
}

extension [Double] {
  /// The elements in an order that is mixed, and always the same.
  fileprivate func shuffledSteadily() -> [Double] {
    indices.sorted { ($0 &* 7919) % 1009 < ($1 &* 7919) % 1009 }.map { self[$0] }
  }
}
