import Arithmetic

/// How an answer relates to the certified value: right, or wrong in one of a few ways.
struct Answer: Equatable, Sendable {
  /// The ways of being wrong.
  enum Kind: Equatable, Sendable {
    case right, nan, positiveInfinity, negativeInfinity, zero, wrongSign, tooSmall, tooLarge
  }

  /// The way.
  let kind: Kind
  /// How far off a number is, in steps that grow: percents, factors, orders of magnitude.
  let step: Int
  /// The number returned.
  let value: Double

  /// Judges a number by the certified value and the distance that the contract allows.
  init(_ returned: Ball, certified: Ball, within bound: Double) {
    value = returned.value
    guard returned.isReal else {
      let isRight = returned.isNaN ? certified.isNaN : returned.value == certified.value
      let infinity = returned.value > 0 ? Kind.positiveInfinity : .negativeInfinity
      kind = isRight ? .right : returned.isNaN ? .nan : infinity
      step = 0
      return
    }
    guard certified.isReal else {
      kind = certified.value < 0 ? .tooLarge : .tooSmall
      step = 3
      return
    }
    guard !(returned - certified).magnitude.isCertainlyAtMost(bound) else {
      kind = .right
      step = 0
      return
    }
    (kind, step) = Self.deviation(returned.value, from: certified.value)
  }

  private static func deviation(_ x: Double, from truth: Double) -> (Kind, Int) {
    guard x != 0 else { return (.zero, 0) }
    let factor = abs(x) > abs(truth) ? abs(x) / abs(truth) : abs(truth) / abs(x)
    let step = factor < 1.01 ? 0 : factor < 2 ? 1 : factor < 256 ? 2 : 3
    guard truth == 0 || x.sign == truth.sign else { return (.wrongSign, step) }
    return (abs(x) > abs(truth) ? .tooLarge : .tooSmall, step)
  }

  /// Whether the answer is right.
  var isRight: Bool { kind == .right }

  /// How alike two answers to one question are: one for the same wrong number, zero where only
  /// one of them is wrong.
  func likeness(to other: Answer) -> Double {
    guard !isRight, !other.isRight else { return 0 }
    guard kind == other.kind else { return 0.1 }
    let isSame = value == other.value || abs(value - other.value) <= 0x1p-7 * abs(value)
    if isSame || value.isNaN && other.value.isNaN { return 1 }
    return step == other.step ? 0.6 : 0.4
  }
}

extension Ball {
  /// Whether the midpoint is at most a number.
  fileprivate func isCertainlyAtMost(_ bound: Double) -> Bool {
    midpoint.precedes(Ball(bound)) || midpoint.value == bound
  }
}
