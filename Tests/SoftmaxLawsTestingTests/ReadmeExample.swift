import Foundation
import SoftmaxFamily
import SoftmaxLawsTesting
import Testing

@Test func `My softmax keeps the laws`() {
  expectLaws(
    holdFor: Implementation("mine", on: Float.self) {
      $0.softmax = { x in
        let maximum = x.max() ?? 0
        let exponentials = x.map { exp($0 - maximum) }
        let sum = exponentials.reduce(0, +)
        return exponentials.map { $0 / sum }
      }
    })
}
