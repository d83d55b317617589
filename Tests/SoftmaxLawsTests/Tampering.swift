import Arithmetic
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws
import SoftmaxReference
import Synchronization

/// A way of being wrong: what it makes of the arguments, and of the answer.
struct Tampering: Sendable {
  /// What the wrong function does.
  let name: String
  private let argument: @Sendable (Tensor) -> Tensor
  private let answer: @Sendable (Tensor, [Tensor]) -> Tensor
  private var batch: @Sendable ([Tensor]) -> [Tensor] = { $0 }

  /// A fault in the answer.
  static func answering(
    _ name: String, _ change: @escaping @Sendable (Tensor, [Tensor]) -> Tensor
  ) -> Tampering {
    Tampering(name: name, argument: { $0 }, answer: change)
  }

  /// A fault in one entry of the answer.
  static func changing(
    _ name: String, entry: Int = 0, _ change: @escaping @Sendable (Ball) -> Ball
  ) -> Tampering {
    answering(name) { answer, _ in
      var elements = answer.elements
      if elements.indices.contains(entry) { elements[entry] = change(elements[entry]) }
      return Tensor(shape: answer.shape, elements)
    }
  }

  /// A fault in all entries of the answer.
  static func mapping(
    _ name: String, _ change: @escaping @Sendable (Ball) -> Ball
  ) -> Tampering {
    answering(name) { answer, _ in answer.map(change) }
  }

  /// A fault in what is done with the arguments.
  static func reading(
    _ name: String, _ change: @escaping @Sendable (Tensor) -> Tensor
  ) -> Tampering {
    Tampering(name: name, argument: change, answer: { answer, _ in answer })
  }

  /// A fault that shows only where a call has several rows.
  static func batching(
    _ name: String, _ change: @escaping @Sendable ([Tensor]) -> [Tensor]
  ) -> Tampering {
    Tampering(
      name: name, argument: { $0 }, answer: { answer, _ in answer },
      batch: { $0.count > 1 ? change($0) : $0 })
  }

  /// The function that is right but for the fault.
  func function(_ operation: Operation) -> Function {
    let correct = Reference.function(operation)
    return Function(batching: operation, contract: nil) { rows throws(CallFailure) in
      var values: [Tensor] = []
      for row in rows {
        values.append(answer(try correct.answer(row.map(argument)).returned, row))
      }
      return batch(values).map { Function.Answer(returned: $0, enclosure: $0) }
    }
  }

  /// The functions of an implementation with the fault, in all operations or in one of them.
  ///
  /// In other formats it has none.
  func functions(in faulty: Operation? = nil) -> Law.Functions {
    Law.Functions(
      subject: { operation in
        faulty == nil || faulty == operation
          ? function(operation) : Reference.function(operation)
      }, certified: Reference.function, elsewhere: { [Reference.function($0)] })
  }
}

extension Tampering {
  /// Whether a law is falsified by the fault, within 200 cases of binary32 or binary64.
  func isNoticed(by law: Law) -> Bool {
    let faulty = law.operations.count > 1 ? [nil] + law.operations.map { $0 } : [nil]
    return [Format.binary32, .binary64].contains { format in
      let run = PropertyRun(seed: 1, property: law.name, cases: 200)
      return (0..<200).contains { index in
        var source = run.source(index: index)
        guard let instance = try? law.instance(in: format, from: &source) else { return false }
        return faulty.contains { operation in
          // A call that gives no numbers notices nothing.
          (try? instance.finding(with: functions(in: operation)))?.isFalsified ?? false
        }
      }
    }
  }
}

/// Faults of the kinds that real implementations have had, fit for any operation.
extension Tampering {
  static let firstOff = changing("first entry off by a hundredth") { $0 * 1.01 }
  static let secondOff = changing("second entry off by a hundredth", entry: 1) { $0 * 1.01 }
  static let firstShifted = changing("first entry a hundredth too large") { $0 + 0.01 }
  static let shifted = mapping("all entries a hundredth too large") { $0 + 0.01 }
  static let shrunk = mapping("all entries off by a thousandth") { $0 * 0.999 }
  static let negated = mapping("wrong sign") { -$0 }
  static let doubled = mapping("factor two") { $0 * 2 }
  static let tripled = mapping("factor three") { $0 * 3 }
  static let halved = mapping("factor a half") { $0 * 0.5 }
  static let zero = mapping("always zero") { _ in 0 }
  static let one = mapping("always one") { _ in 1 }
  static let firstNaN = changing("first entry NaN") { _ in Ball(.nan) }
  static let infinite = mapping("always infinite") { _ in Ball(.infinity) }
  static let flushed = mapping("small answers flushed") { $0.magnitudeBound < 1e-3 ? 0 : $0 }
  static let clamped = mapping("clamped to ten") { $0.clamped(to: 10) }
  static let reversed = answering("reversed") { answer, _ in
    Tensor(shape: answer.shape, answer.elements.reversed())
  }
  static let rotated = answering("rotated") { answer, _ in
    let elements = answer.elements
    return Tensor(shape: answer.shape, Array(elements.suffix(1) + elements.dropLast()))
  }
  static let overflowing = answering("overflows") { answer, arguments in
    let isLarge = arguments.contains { $0.elements.contains { $0.value > 88 } }
    return isLarge ? answer.map { _ in Ball(.infinity) } : answer
  }
  static let drifting = answering("drifts with the first argument") { answer, arguments in
    let first = arguments[0].elements.first ?? 0
    return first.isReal ? answer.map { $0 + first * 0x1p-20 } : answer
  }
  static let argumentsDoubled = reading("arguments doubled") { $0 * 2 }
  static let scaleIgnored = reading("scale ignored") { $0.shape.isEmpty ? 1 : $0 }
  static let lastForgotten = reading("first entry read for the last") { x in
    var elements = x.elements
    if let first = elements.first { elements[elements.count - 1] = first }
    return Tensor(shape: x.shape, elements)
  }
  static let argumentsClamped = reading("arguments clamped to eight") { x in
    x.map { $0.clamped(to: 8) }
  }
  static let signless = reading("signs of arguments lost") { $0.magnitudes }
}

/// Faults at special values.
extension Tampering {
  static let nanLost = mapping("zero where NaN is due") { $0.isNaN ? 0 : $0 }
  static let nanLostInLongRows = answering("zero where NaN is due in rows of eight or more") {
    answer, _ in
    answer.count < 8 ? answer : answer.map { $0.isNaN ? 0 : $0 }
  }
  static let neverEmpty = answering("one entry where there is none") { answer, _ in
    answer.count == 0 ? Tensor([1.0]) : answer
  }
}

/// Faults of batches and of memory.
extension Tampering {
  static let firstRowEverywhere = batching("the first row's answer for all rows") { answers in
    answers.map { _ in answers[0] }
  }
  static let rowsReversed = batching("the rows' answers in reverse") { $0.reversed() }
  static let lastRowForgotten = batching("zeros for the last row") { answers in
    answers.dropLast() + answers.suffix(1).map { $0.map { _ in 0 } }
  }
  static let coupled = batching("NaN in a row because of another row's size") { answers in
    let greatest = answers.flatMap(\.elements).map(\.magnitudeBound).max() ?? 0
    return answers.map { answer in
      answer.map { $0.magnitudeBound < greatest * 0x1p-10 ? Ball(.nan) : $0 }
    }
  }
  /// Every call adds a little to the next one's answer.
  static var remembering: Tampering {
    let calls = Mutex(0.0)
    return answering("remembers earlier calls") { answer, _ in
      let count = calls.withLock { count in
        count += 1
        return count
      }
      return answer.map { $0 + Ball(count * 0x1p-30) }
    }
  }
}

extension Ball {
  /// The nearest number of at most the given magnitude.
  fileprivate func clamped(to limit: Double) -> Ball {
    magnitudeBound > limit ? Ball(isPositive ? limit : -limit) : self
  }
}
