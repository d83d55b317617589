import Arithmetic
import PropertyEngine
import Testing

@Suite("Scalars") struct ScalarsTests {
  @Test(arguments: Format.allCases)
  func `are finite values of the format`(format: Format) throws {
    let generator = Scalars.finite(format)
    let wrong = try firstCounterexample(to: generator) { $0.isFinite && format.contains($0) }
    #expect(wrong == nil)
    #expect(try firstUnfaithfulReplay(of: generator) == nil)
  }

  @Test(arguments: Format.allCases)
  func `meet every kind of finite value`(format: Format) throws {
    let run = PropertyRun(seed: 1, property: "kinds", cases: 3000)
    let values = try (0..<3000).map { index in
      var source = run.source(index: index)
      return try Scalars.finite(format).draw(from: &source)
    }
    #expect(values.contains { abs($0) == format.greatestFinite })
    #expect(values.contains { abs($0) == format.leastSubnormal })
    #expect(values.contains { $0 == 0 && $0.sign == .minus })
    #expect(values.contains { $0 != 0 && abs($0) < format.leastNormal })
    #expect(values.contains { $0 > 1e3 } && values.contains { $0 < -1e3 })
  }

  @Test(arguments: Format.allCases, [16, 0.1, 700])
  func `are moderate values up to the magnitude`(format: Format, magnitude: Double) throws {
    let generator = Scalars.moderate(format, magnitude: magnitude)
    let wrong = try firstCounterexample(to: generator) {
      abs($0) <= magnitude && format.contains($0)
    }
    #expect(wrong == nil)
    #expect(try firstUnfaithfulReplay(of: generator) == nil)
  }

  @Test func `lie some units from a point`() throws {
    let generator = Scalars.near(1, in: .bfloat16, units: 2)
    let run = PropertyRun(seed: 1, property: "near", cases: 200)
    let values = try (0..<200).map { index in
      var source = run.source(index: index)
      return try generator.draw(from: &source)
    }
    let neighbors: Set = [1.0, 0x1.02p0, 0x1.04p0, 0x1.fep-1, 0x1.fcp-1]
    #expect(Set(values) == neighbors)
    #expect(try minima(of: generator) { _ in true } == ["1.0"])
  }

  @Test(arguments: NumberClass.allCases, Format.allCases)
  func `are of one class`(numbers: NumberClass, format: Format) throws {
    let generator = Scalars.inClass(numbers, of: format)
    let wrong = try firstCounterexample(to: generator) {
      numbers.contains($0, in: format) && format.contains($0)
    }
    #expect(wrong == nil)
    #expect(try firstUnfaithfulReplay(of: generator) == nil)
  }
}
