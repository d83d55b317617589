import Arithmetic
import Testing

@testable import PropertyEngine

@Suite("Scaled vectors") struct VectorsScalingTests {
  @Test(arguments: Format.allCases)
  func `scale exactly, and so do their differences`(format: Format) throws {
    let generator = Vectors.scaled(format, count: 1...12)
    let wrong = try firstCounterexample(to: generator) { x, lambda in
      lambda > 0 && format.contains(lambda)
        && x.allSatisfy { left in
          isProduct(lambda, left, exactIn: format)
            && x.allSatisfy { isProduct(lambda, left - $0, exactIn: format) }
        }
    }
    #expect(wrong == nil)
    #expect(try firstUnfaithfulReplay(of: generator) == nil)
  }

  @Test(arguments: Format.allCases)
  func `keep to the domain of the round trip`(format: Format) throws {
    let generator = Vectors.reducedRoundTrip(format)
    let wrong = try firstCounterexample(to: generator) { eta, lambda in
      // The least probability is that of the least product, the pivot's zero included.
      let products = eta.map { lambda * $0 } + [0]
      let (lowest, highest) = (products.min() ?? 0, products.max() ?? 0)
      let total = products.reduce(0) { $0 + SteadyMath.exponential($1 - highest) }
      let least = lowest - highest - SteadyMath.logarithm(total)
      return least >= SteadyMath.logarithm(format.leastNormal)
        && eta.allSatisfy { isProduct(lambda, $0, exactIn: format) && format.contains($0) }
    }
    #expect(wrong == nil)
    #expect(try firstUnfaithfulReplay(of: generator) == nil)
  }

  @Test func `come near to the end of that domain`() throws {
    let run = PropertyRun(seed: 1, property: "reduced", cases: 1000)
    let spreads = try (0..<1000).map { index in
      var source = run.source(index: index)
      let (eta, lambda) = try Vectors.reducedRoundTrip(.binary32).draw(from: &source)
      let products = eta.map { lambda * $0 }
      return max(0, products.max() ?? 0) - min(0, products.min() ?? 0)
    }
    #expect(spreads.contains { $0 > 83 })
  }

  @Test func `shrink to an inverse temperature of one`() throws {
    let reduced = try minima(of: Vectors.reducedRoundTrip(.binary32)) { eta, _ in
      eta.contains { $0 < -20 }
    }
    #expect(reduced == ["(eta: [-21.0], lambda: 1.0)"])
    let scaled = try minima(of: Vectors.scaled(.binary32)) { x, lambda in
      lambda != 1 && x.contains { $0 > 2 }
    }
    #expect(scaled == ["(x: [3.0], lambda: 2.0)"])
  }
}

/// Whether a product is exact in double precision, and a finite value of the format.
private func isProduct(_ left: Double, _ right: Double, exactIn format: Format) -> Bool {
  let product = left * right
  return (-product).addingProduct(left, right) == 0 && product.isFinite
    && format.contains(product)
}
