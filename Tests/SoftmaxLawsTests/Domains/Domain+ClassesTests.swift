import Arithmetic
import SoftmaxFamily
import Testing

@testable import SoftmaxLaws

@Suite("The domains of classes") struct DomainClassesTests {
  @Test func `have covariances with an exact inverse, and priors with the sum one`() {
    let draws = DomainDraw.all(.observation, .classMeans, .covariance, .priors)
    #expect(draws.count > 300 && draws.allSatisfy { $0.isOfFormat })
    for draw in draws {
      let factors = SymmetricFactors(draw.tensors[2])
      #expect(factors.isPositiveDefinite)
      #expect(factors.inverse.elements.allSatisfy { $0.isExact })
      #expect(draw[3].reduce(0, +) == 1 && draw[3].allSatisfy { $0 > 0 })
      #expect(draw.tensors[1].shape == [draw[3].count, draw[0].count])
      #expect(draw.frame.count == draw[3].count)
    }
    #expect(draws.contains { $0.tensors[0].values.contains { abs($0) > 16 } })
    #expect(Set(draws.map { $0[0].count }) == [1, 2, 3])
    #expect(Set(draws.map { $0[3].count }) == Set(2...8))
  }

  @Test func `have a covariance for each class`() {
    let draws = DomainDraw.all(.quadraticObservation, .classMeans, .covariances, .priors)
    #expect(draws.count > 300 && draws.allSatisfy { $0.isOfFormat })
    for draw in draws {
      let stack = draw.tensors[2]
      #expect(stack.shape == [draw[3].count, draw[0].count, draw[0].count])
      #expect(
        (0..<stack.shape[0]).allSatisfy {
          SymmetricFactors(stack.slice($0)).isPositiveDefinite
        })
    }
  }

  @Test func `have maps of the space with an integer inverse`() {
    let draws = DomainDraw.all(
      .observationToMap, .classMeans, .covariance, .unimodularMap, .integerShift, .priors)
    #expect(draws.count > 300 && draws.allSatisfy { $0.isOfFormat })
    for draw in draws {
      let map = draw.tensors[3]
      let square = map.times(map.transposed)
      #expect(SymmetricFactors(square).determinant.value == 1)
      // Moved means and covariances are values of every format too.
      let moved = map.times(draw.tensors[2]).times(map.transposed).values
      #expect(moved.allSatisfy { draw.format.contains($0) })
    }
    #expect(draws.contains { $0[0].count == 3 && $0[3].filter { $0 != 0 }.count > 3 })
  }

  @Test func `have parameters that are probabilities or rates`() {
    let binary = DomainDraw.all(.binaryFeatures, .bernoulliMeans, .priors)
    #expect(binary.allSatisfy { $0[0].allSatisfy { $0 == 0 || $0 == 1 } })
    #expect(binary.allSatisfy { $0[1].allSatisfy { $0 > 0 && $0 < 1 } })
    let counts = DomainDraw.all(.counts, .rates, .priors)
    #expect(counts.allSatisfy { $0[0].allSatisfy { $0 >= 0 && $0 == $0.rounded() } })
    #expect(counts.allSatisfy { $0[1].allSatisfy { $0 > 0 } })
    let times = DomainDraw.all(.waitingTimes, .rates, .priors)
    #expect(times.allSatisfy { $0[0].allSatisfy { $0 >= 0 } })
    let categories = DomainDraw.all(.categoryCounts, .categories, .priors)
    for draw in categories {
      let rows = draw.tensors[1]
      #expect((0..<rows.rows).allSatisfy { rows.row($0).sum.scalar.value == 1 })
    }
    #expect((binary + counts + times + categories).allSatisfy { $0.isOfFormat })
  }

  @Test func `have two or four classes where equal priors are to be exact`() {
    let draws = DomainDraw.all(.observationOfTwoOrFour, .classMeans, .covariance, .priors)
    #expect(Set(draws.map { $0[3].count }) == [2, 4])
  }
}
