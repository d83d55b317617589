import Arithmetic
import PropertyEngine
import SoftmaxFamily
import SoftmaxReference
import Testing

@testable import SoftmaxLaws

@Suite("The domains of logits") struct DomainLogitsTests {
  /// The least number that an operation of the reference gives.
  private static func least(_ operation: Operation, _ arguments: [Tensor]) throws -> Ball {
    try Reference.evaluate(operation, arguments).min.scalar
  }

  @Test func `are vectors of finite numbers, within the lengths they say`() {
    let domains: [(Domain<Tensor>, ClosedRange<Int>)] = [
      (.logits, 2...130), (.longLogits, 2...1025), (.extremeLogits, 2...1025),
      (.moderateLogits, 2...16), (.fewLogits, 2...8),
      (.tameLogits, 2...16), (.oneLogit, 1...1), (.zeros, 1...130), (.gridLogits, 2...34),
      (.twoGridLogits, 2...2), (.logitsToShift, 2...34), (.pairedLogits, 2...16),
      (.pairedTameLogits, 2...8), (.logitsToScale, 2...34), (.roundTripLogits, 1...8),
      (.cotangent, 2...8),
    ]
    for (domain, counts) in domains {
      let draws = DomainDraw.all(domain)
      #expect(draws.count == 320)
      #expect(draws.allSatisfy { $0.isOfFormat && counts.contains($0[0].count) })
      #expect(draws.allSatisfy { $0.frame.count == $0[0].count })
    }
  }

  @Test func `reach the greatest number only where they say so`() {
    func reach(_ domain: Domain<Tensor>) -> Double {
      DomainDraw.all(domain).reduce(0) { reach, draw in
        draw[0].reduce(reach) { max($0, abs($1) / draw.format.greatestFinite) }
      }
    }
    #expect(reach(.extremeLogits) > 0.9)
    #expect(reach(.moderateLogits) < 0.9)
  }

  @Test func `are zeros in any number`() {
    let draws = DomainDraw.all(.zeros)
    #expect(draws.allSatisfy { $0[0].allSatisfy { $0 == 0 } })
    #expect(Set(draws.map { $0[0].count }).count > 20)
  }

  @Test func `of normal probability have no other`() throws {
    for draw in DomainDraw.all(.tameLogits) {
      let g = try Self.least(.softmax, [draw.tensors[0]])
      #expect((g - Ball(draw.format.leastNormal) * 7).isPositive)
    }
    for draw in DomainDraw.all(.pairedTameLogits, .sameGrid) {
      for tensor in draw.tensors {
        #expect((try Self.least(.softmax, [tensor]) - Ball(draw.format.leastNormal)).isPositive)
      }
    }
  }

  @Test func `mask some entries but never all`() {
    var masked = 0
    for format in Format.allCases {
      for seed in UInt64(0)..<80 {
        var source = ChoiceSource(seed: seed)
        var frame = Frame(format: format)
        let x = try? Domain.maskedLogits.draw(from: &source, in: &frame).values
        #expect(x?.contains { $0.isFinite } == true)
        #expect(x?.allSatisfy { $0 == -.infinity || $0.isFinite && format.contains($0) } == true)
        masked += x?.contains(-.infinity) == true ? 1 : 0
      }
    }
    #expect(masked > 160)
  }

  @Test func `on a grid have exact sums and differences`() {
    for draw in DomainDraw.all(.gridLogits) + DomainDraw.all(.twoGridLogits) {
      let x = draw[0]
      #expect(x.allSatisfy { abs($0) <= 0x1p14 })
      #expect(x.allSatisfy { draw.isExactSum($0, -x[0]) && draw.isExactSum($0, x[0]) })
    }
  }

  @Test func `with a shift on the same grid stay on it`() {
    let draws = DomainDraw.all(.logitsToShift, .exactShift)
    for draw in draws {
      let (x, c) = (draw[0], draw[1][0])
      #expect(x.allSatisfy { draw.isExactSum($0, c) })
      let y = x.map { $0 + c }
      #expect(y.allSatisfy { draw.isExactSum($0, -y[0]) })
    }
    #expect(draws.count { $0[1][0] != 0 } > draws.count / 2)
  }

  @Test func `in pairs share a grid, and have exact midpoints`() {
    let draws = DomainDraw.all(.pairedLogits, .sameGrid) + DomainDraw.all(.pairedNumbers, .sameGrid)
    for draw in draws {
      let pairs = Array(zip(draw[0], draw[1]))
      #expect(draw[0].count == draw[1].count)
      #expect(pairs.allSatisfy { draw.isExactSum($0, $1) && draw.isExactSum($0, -$1) })
      #expect(pairs.allSatisfy { draw.isExactSum($0, abs($1)) })
      #expect(pairs.allSatisfy { draw.format.contains(($0 + $1) / 2) })
    }
  }

  @Test func `with a scale have exact products`() {
    let draws = DomainDraw.all(.logitsToScale, .exactScale)
    for draw in draws {
      let (x, scale) = (draw[0], draw[1][0])
      #expect(scale > 0)
      #expect(x.allSatisfy { draw.isExactProduct($0, scale) })
      #expect(x.allSatisfy { draw.isExactProduct($0 - x[0], scale) })
    }
    #expect(Set(draws.map { $0[1][0] }).count > 5)
  }

  @Test func `leave room for twice the scale that follows them`() {
    let draws = DomainDraw.all(.logits, .scale)
    for draw in draws {
      let (x, scale) = (draw[0], draw[1][0])
      #expect(scale > 0 && draw.format.contains(2 * scale))
      let greatest = draw.format.greatestFinite
      #expect(x.allSatisfy { abs($0) / greatest * (2 * scale) <= 1 })
    }
    #expect(draws.count > 250)
    #expect(Set(draws.map { $0[1][0] }).count > 10)
  }

  @Test func `of the round trip give normal probabilities`() throws {
    for draw in DomainDraw.all(.roundTripLogits, .roundTripScale) {
      let p = try Self.least(.reducedSoftmax, draw.tensors)
      #expect((p - Ball(draw.format.leastNormal)).isPositive)
      #expect(draw[0].allSatisfy { draw.isExactProduct($0, draw[1][0]) })
    }
  }

  @Test func `are permuted by permutations of as many entries`() throws {
    var moved = 0
    for seed in UInt64(0)..<100 {
      var source = ChoiceSource(seed: seed)
      var frame = Frame(format: .binary32)
      let x = try Domain<Tensor>.logits.draw(from: &source, in: &frame)
      let permutation = try Domain<[Int]>.permutation.draw(from: &source, in: &frame)
      #expect(permutation.sorted() == Array(0..<x.count))
      moved += permutation == permutation.sorted() ? 0 : 1
    }
    #expect(moved > 50)
  }
}
