import Arithmetic
import PropertyEngine
import Testing

@Suite("Vectors on a grid") struct VectorsGridTests {
  @Test(arguments: Format.allCases)
  func `have exact sums and differences across all rows`(format: Format) throws {
    let generator = Vectors.grid(format, rows: 3, count: 1...9)
    let wrong = try firstCounterexample(to: generator) { rows in
      let numbers = rows.flatMap { $0 }
      return rows.count == 3 && Set(rows.map(\.count)).count == 1
        && numbers.allSatisfy { left in
          numbers.allSatisfy {
            isSum(left, $0, exactIn: format) && isSum(left, -$0, exactIn: format)
          }
        }
    }
    #expect(wrong == nil)
    #expect(try firstUnfaithfulReplay(of: generator) == nil)
  }

  @Test(arguments: Format.allCases)
  func `shift exactly, and so do their differences`(format: Format) throws {
    let generator = Vectors.shifted(format, count: 1...12)
    let wrong = try firstCounterexample(to: generator) { x, shift in
      let shifted = x.map { $0 + shift }
      return x.allSatisfy {
        isSum($0, shift, exactIn: format) && isSum($0, -shift, exactIn: format)
      }
        && shifted.allSatisfy { left in shifted.allSatisfy { isSum(left, -$0, exactIn: format) } }
    }
    #expect(wrong == nil)
    #expect(try firstUnfaithfulReplay(of: generator) == nil)
  }

  @Test func `keep to a magnitude`() throws {
    let generator = Vectors.shifted(.binary32, count: 1...9, magnitude: 3.7)
    let wrong = try firstCounterexample(to: generator) { x, shift in
      (x + [shift]).allSatisfy { abs($0) <= 3.7 }
    }
    #expect(wrong == nil)
  }

  @Test(arguments: Format.allCases)
  func `have exact differences at a huge offset`(format: Format) throws {
    let generator = Vectors.hugeOffset(format, count: 1...9)
    let wrong = try firstCounterexample(to: generator) { x, offset in
      (x + [offset]).allSatisfy { left in
        (x + [offset]).allSatisfy { isSum(left, -$0, exactIn: format) }
      } && x.allSatisfy { abs($0 - offset) <= abs(offset) / 2 }
    }
    #expect(wrong == nil)
    #expect(try firstUnfaithfulReplay(of: generator) == nil)
  }

  @Test(arguments: Format.allCases)
  func `are masked but for one entry at least`(format: Format) throws {
    let generator = Vectors.masked(format)
    let wrong = try firstCounterexample(to: generator) { x in
      x.contains { $0.isFinite }
        && x.allSatisfy { format.contains($0) && ($0.isFinite || $0 == -.infinity) }
    }
    #expect(wrong == nil)
    #expect(try firstUnfaithfulReplay(of: generator) == nil)
  }

  @Test func `shrink to whole numbers`() throws {
    let shifted = Vectors.shifted(.binary32)
    let shifts = try minima(of: shifted) { abs($0.shift) > 1000 && $0.x.count > 2 }
    #expect(shifts == ["(x: [0.0, 0.0, 0.0], shift: 1001.0)"])
    let rows = try minima(of: Vectors.grid(.binary32, rows: 3)) { $0[1].contains { $0 > 3.25 } }
    #expect(rows == ["[[0.0], [4.0], [0.0]]"])
  }
}

/// Whether a sum is exact in double precision, and a finite value of the format.
private func isSum(_ left: Double, _ right: Double, exactIn format: Format) -> Bool {
  let sum = left + right
  let rounding = (left - (sum - right)) + (right - (sum - (sum - right)))
  return rounding == 0 && sum.isFinite && format.contains(sum)
}
