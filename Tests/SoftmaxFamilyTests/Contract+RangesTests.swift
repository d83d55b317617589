import Arithmetic
import Testing

@testable import SoftmaxFamily

@Suite("The bounds over a range") struct ContractRangesTests {
  private static let contracts: [Contract] = {
    var tight = Claims()
    tight.exponentialUlps = 1
    tight.logarithmUlps = 1
    tight.subnormals = .gradual
    tight.sigmoid = .twoBranch
    var wide = tight
    wide.arithmetic = [.binary16: .binary32, .bfloat16: .binary32]
    var tanh = tight
    tanh.sigmoid = .tanh
    let all = [Claims(), tight, wide, tanh]
    return all.flatMap { claims in
      [Format.binary16, .bfloat16, .binary32].map { Contract(claims, in: $0) }
    }
  }()

  @Test(arguments: ElementwiseFunction.allCases)
  func `enclose those of all numbers between`(function: ElementwiseFunction) {
    var ranges = 0
    for contract in Self.contracts {
      for exponent in stride(from: -20.0, through: 7, by: 0.37) {
        for sign in [-1.0, 1] {
          let a = sign * Double(Float(exp2(exponent)))
          let b = a * (1 + 0x1p-6)
          if function == .logit, !(a > 0 && b < 1) { continue }
          guard let range = contract.bounds(of: function, from: a, to: b) else { continue }
          ranges += 1
          for step in 0...16 {
            let bound = contract.bound(of: function, at: a + (b - a) * Double(step) / 16)
            #expect(range.least.relative <= bound.relative)
            #expect(range.least.absolute <= bound.absolute)
            #expect(range.greatest.relative >= bound.relative)
            #expect(range.greatest.absolute >= bound.absolute)
          }
        }
      }
    }
    #expect(ranges > 300)
  }

  @Test(arguments: ElementwiseFunction.allCases)
  func `are those of the operation at a number`(function: ElementwiseFunction) {
    for contract in Self.contracts {
      for x in [0.125, 0.5, 0.9, 1.5, -3, 30, -30, -100]
      where function != .logit || (x > 0 && x < 1) {
        #expect(
          [contract.bound(of: function, at: x)]
            == contract.bounds(function.operation, function.arguments(x)))
      }
    }
  }
}

private func exp2(_ x: Double) -> Double {
  let whole = Int(x.rounded(.down))
  return powerOfTwo(whole) * (1 + (x - x.rounded(.down)))
}
