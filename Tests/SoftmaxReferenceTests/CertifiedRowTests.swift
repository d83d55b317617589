import Arithmetic
import SoftmaxFamily
import SoftmaxReference
import Testing

/// The doubles nearest to the reference's answer for one row.
func referenceValues(_ operation: Operation, _ x: [Double], _ second: Tensor...) throws -> [Double]
{
  try Reference.evaluate(operation, [Tensor(x)] + second).values
}

@Suite("A certified row") struct CertifiedRowTests {
  private static let infinity = Double.infinity

  @Test func `with NaN is NaN throughout`() throws {
    for x in [[.nan], [1, .nan], [.nan, Self.infinity], [-Self.infinity, .nan]] {
      #expect(try referenceValues(.softmax, x).allSatisfy { $0.isNaN })
      #expect(try referenceValues(.logSoftmax, x).allSatisfy { $0.isNaN })
      #expect(try referenceValues(.logSumExp, x)[0].isNaN)
    }
  }

  @Test func `with masked entries is that of the others`() throws {
    let x = [1, -Self.infinity, 2]
    #expect(try referenceValues(.softmax, x)[1] == 0)
    #expect(try referenceValues(.logSoftmax, x)[1] == -Self.infinity)
    #expect(try referenceValues(.logSumExp, x) == referenceValues(.logSumExp, [1, 2]))
    let rest = try referenceValues(.softmax, [1, 2])
    #expect(try referenceValues(.softmax, x) == [rest[0], 0, rest[1]])
  }

  @Test func `all masked has only a log-sum-exp`() throws {
    let x = [-Self.infinity, -Self.infinity]
    #expect(try referenceValues(.softmax, x).allSatisfy { $0.isNaN })
    #expect(try referenceValues(.logSoftmax, x).allSatisfy { $0.isNaN })
    #expect(try referenceValues(.logSumExp, x) == [-Self.infinity])
  }

  @Test func `with positive infinity has only a log-sum-exp`() throws {
    for x in [[Self.infinity], [1, Self.infinity], [Self.infinity, -Self.infinity]] {
      #expect(try referenceValues(.softmax, x).allSatisfy { $0.isNaN })
      #expect(try referenceValues(.logSumExp, x) == [Self.infinity])
    }
  }

  @Test func `without entries is empty`() throws {
    #expect(try referenceValues(.softmax, []) == [])
    #expect(try referenceValues(.logSoftmax, []) == [])
    #expect(try referenceValues(.logSumExp, []) == [-Self.infinity])
    #expect(try referenceValues(.softmaxJacobian, [], 1) == [])
    #expect(try referenceValues(.softmaxVectorJacobianProduct, [], Tensor([] as [Double])) == [])
    #expect(try referenceValues(.reducedSoftmax, [], 1) == [1])
  }

  @Test func `of one entry is certain`() throws {
    for x in [0, -3.5, 1e300, 0x1p-1074] {
      #expect(try referenceValues(.softmax, [x]) == [1])
      #expect(try referenceValues(.logSoftmax, [x]) == [0])
      #expect(try referenceValues(.logSumExp, [x]) == [x])
      #expect(try Reference.evaluate(.softmax, [Tensor([x])]).elements.allSatisfy { $0.isExact })
    }
  }

  @Test func `is not disturbed by overflow of differences`() throws {
    #expect(try referenceValues(.softmax, [1e308, -1e308]) == [1, 0])
    #expect(try referenceValues(.logSoftmax, [1e308, -1e308]) == [0, -Self.infinity])
    #expect(try referenceValues(.logSumExp, [1e308, -1e308]) == [1e308])
  }

  @Test func `has the smallest entry on top for a negative scale`() throws {
    let mirrored = try referenceValues(.scaledSoftmax, [3, 1, 2], -1)
    #expect(try mirrored == referenceValues(.softmax, [-3, -1, -2]))
  }

  @Test func `is as sharp for a large scale as for a small one`() throws {
    for scale in [0.3, 3.3, 1e300] {
      let x = Tensor([0.1, -3000.7, 1 / 3, -1e-300])
      let result = try Reference.evaluate(.scaledSoftmax, [x, Tensor(scale)])
      let isSharp = result.elements.allSatisfy {
        $0.exponent < -17_000 || $0.radius <= abs($0.significand.high) * 0x1p-96
      }
      #expect(isSharp, "\(scale)")
    }
  }

  @Test func `of scale zero is uniform`() throws {
    #expect(try referenceValues(.scaledSoftmax, [3, 1, 2, 7], 0) == [0.25, 0.25, 0.25, 0.25])
  }

  @Test func `holds weights far below the doubles`() throws {
    let result = try Reference.evaluate(.softmax, [Tensor([0, -1000] as [Double])])
    #expect(result[1].decimalText(digits: 20) == "5.0759588975494567653e-435")
    #expect(result.values == [1, 0])
  }
}
