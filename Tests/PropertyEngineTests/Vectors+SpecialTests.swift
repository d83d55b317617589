import Arithmetic
import PropertyEngine
import Testing

@Suite("Vectors and values that are not all finite") struct VectorsSpecialTests {
  @Test func `are masked throughout`() throws {
    let wrong = try firstCounterexample(to: Vectors.allMasked(), cases: 200) { x in
      Vectors.usualCounts.contains(x.count) && x.allSatisfy { $0 == -.infinity }
    }
    #expect(wrong == nil)
  }

  @Test func `have NaN or infinities at any place`() throws {
    let generator = Vectors.notFinite(.binary32, count: 1...9)
    let wrong = try firstCounterexample(to: generator, cases: 500) { x in
      x.contains { !$0.isFinite }
    }
    #expect(wrong == nil)
    #expect(
      try minima(of: generator) { $0[$0.count - 1].isNaN && $0.count > 2 } == ["[0.0, 0.0, nan]"])
  }

  @Test func `are matrices of rows of one length`() throws {
    let matrices = Vectors.matrix(.binary16, rows: 0...3, columns: 0...5)
    let wrong = try firstCounterexample(to: matrices, cases: 500) { rows in
      rows.count <= 3 && Set(rows.map(\.count)).count <= 1
        && rows.allSatisfy { $0.count <= 5 && $0.allSatisfy { Format.binary16.contains($0) } }
    }
    #expect(wrong == nil)
  }

  @Test func `are of every class`() throws {
    for format in Format.allCases {
      var seen: Set<NumberClass> = []
      let wrong = try firstCounterexample(to: Scalars.every(format), cases: 500) { value in
        seen.formUnion(NumberClass.allCases.filter { $0.contains(value, in: format) })
        return value.isNaN || format.contains(value)
      }
      #expect(wrong == nil && seen.count == NumberClass.allCases.count)
    }
  }

  @Test func `are log-uniform between two numbers`() throws {
    let generator = Scalars.logUniform(.binary32, from: 0x1p-20, to: 0x1p20)
    let wrong = try firstCounterexample(to: generator, cases: 500) {
      (0x1p-20...0x1p20).contains($0)
    }
    #expect(wrong == nil)
    var small = 0
    let run = PropertyRun(seed: 1, property: "log", cases: 2000, isScreening: false)
    for index in 0..<2000 {
      var source = run.source(index: index)
      if try generator.draw(from: &source) < 1 { small += 1 }
    }
    // Binomial with deviation 22.4.
    #expect(abs(small - 1000) < 137)
  }
}
