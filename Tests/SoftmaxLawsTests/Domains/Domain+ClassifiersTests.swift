import Arithmetic
import SoftmaxFamily
import Testing

@testable import SoftmaxLaws

@Suite("The domains of classifiers") struct DomainClassifiersTests {
  @Test func `have targets with the sum one, hard and soft`() {
    let draws = DomainDraw.all(.regressionWeights, .features, .labels)
    #expect(draws.count > 300 && draws.allSatisfy { $0.isOfFormat })
    for draw in draws {
      let (weights, features, targets) = (draw.tensors[0], draw.tensors[1], draw.tensors[2])
      #expect(weights.columns == features.columns && features.rows == targets.rows)
      #expect((0..<targets.rows).allSatisfy { targets.row($0).sum.scalar.value == 1 })
      #expect(draw.frame.count == features.rows)
    }
    #expect(draws.contains { $0[2].contains { $0 != 0 && $0 != 1 } })
    #expect(draws.contains { $0[2].allSatisfy { $0 == 0 || $0 == 1 } })
  }

  @Test func `have rows that the weights separate`() {
    let draws = DomainDraw.all(.separatingWeights, .features, .labels)
    #expect(draws.count > 300 && draws.allSatisfy { $0.isOfFormat })
    for draw in draws {
      let margins = draw.tensors[1].times(draw.tensors[0].asRow.transposed).values
      let labels = draw.tensors[2].column(1).values
      #expect(zip(margins, labels).allSatisfy { $1 == 1 ? $0 > 0 : $0 < 0 })
    }
  }

  @Test func `have a first feature that is one where there is an intercept`() {
    let draws = DomainDraw.all(.weightsWithIntercept, .features, .labels)
    #expect(draws.allSatisfy { $0.tensors[1].column(0).values.allSatisfy { $0 == 1 } })
    #expect(draws.contains { $0.tensors[1].columns > 1 })
  }

  @Test func `have networks with no unit at the kink, active and dead ones`() {
    let draws = DomainDraw.all(
      .networkFeatures, .networkTargets, .firstWeights, .firstBiases, .secondWeights,
      .secondBiases, .headWeights, .headBiases)
    #expect(draws.count > 300 && draws.allSatisfy { $0.isOfFormat })
    var units: [Double] = []
    for draw in draws {
      let t = draw.tensors
      for row in 0..<t[0].rows {
        let first = t[0].row(row).asRow.times(t[2]).flattened + t[3]
        let active = first.map { $0.isPositive ? $0 : 0 }
        let second = active.asRow.times(t[4]).flattened + t[5]
        units += first.values + second.values
      }
    }
    #expect(!units.contains(0))
    #expect(units.contains { $0 > 0 } && units.contains { $0 < 0 })
    #expect(Set(draws.map { $0[7].count }) == [1, 2])
  }
}
