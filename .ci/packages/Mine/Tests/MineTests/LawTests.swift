import Arithmetic
import Foundation
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws
import SoftmaxLawsTesting
import Testing

private let mine = Implementation("mine", on: Double.self) {
  $0.softmax = { x in
    let maximum = x.max() ?? 0
    let exponentials = x.map { exp($0 - maximum) }
    let sum = exponentials.reduce(0, +)
    return exponentials.map { $0 / sum }
  }
}

@Test func `A softmax without a shift does not`() {
  let naive = Implementation("naive", on: Double.self) {
    $0.softmax = { x in x.map { exp($0) / x.map { exp($0) }.reduce(0, +) } }
  }
  withKnownIssue { expect(.softmaxSumOne, holdsFor: naive) }
}

@Test func `My own law holds`() {
  let law = Law("greatest", "max softmax(x) ≥ 1/n", of: .softmax, forAll: .logits) { softmax, x in
    .atMost(Tensor(1 / Ball(Double(x.count))), try softmax(x).max)
  }
  expect(law, holdsFor: mine, cases: 50)
}

@Test func `So it does on a domain of my own`() {
  let angles = Domain("φ", "angles") { format in
    Scalars.moderate(format, magnitude: 3).list(count: 1...4).map { Tensor($0) }
  }
  let law = Law("angles", "Σ softmax(φ) = 1", of: .softmax, forAll: angles) { softmax, angles in
    .equal(try softmax(angles).sum, 1)
  }
  expect(law, holdsFor: mine, cases: 50)
}
