import Arithmetic
import Foundation
import PropertyEngine
import Randomness
import SoftmaxFamily
import SoftmaxLaws
import SoftmaxReference

/// Certified values at random arguments, as many as asked for, as text for `Fixtures/KnownAnswers/verify_enclosures.py`.
///
/// A line is `SHAPE VALUE… ; … | HIGH LOW EXPONENT RADIUS ; … | B16 BF16 B32 B64 ; …`: the arguments, the balls
/// `(HIGH + LOW ± RADIUS)·2^EXPONENT`, and the correctly rounded results in the four formats. Numbers are
/// hexadecimal. Elementary functions have no roundings. The last line counts what was rounded, what
/// the first arithmetic left open, and what no arithmetic decided.
struct Enclosures {
  private let seed: UInt64
  private let count: Int

  init(seed: UInt64, count: Int) {
    self.seed = seed
    self.count = count
  }

  /// Prints the values of an operation or an elementary function; returns whether there is one.
  func print(_ name: String) -> Bool {
    if let function = ElementaryFunction(rawValue: name) {
      printElementary(function)
    } else if let operation = SoftmaxFamily.Operation(rawValue: name),
      let law = Catalogue.laws.first(where: { $0.isAccuracy && $0.operations == [operation] })
    {
      printOperation(operation, law)
    } else {
      return false
    }
    return true
  }

  private func printElementary(_ function: ElementaryFunction) {
    var random = Xoshiro256StarStar(seed: seed)
    var output = Output()
    for _ in 0..<count {
      let arguments = function.arguments(&random)
      let value = function.value(arguments)
      let texts = arguments.map { "() " + HexadecimalText.text($0) }
      output.write(texts.joined(separator: " ; ") + " | " + text(value))
    }
    output.flush()
  }

  /// Arguments come from the domains of the operation's accuracy law, in all four formats.
  private func printOperation(_ operation: SoftmaxFamily.Operation, _ law: Law) {
    var output = Output()
    var counts = (rounded: 0, escalated: 0, undecided: 0)
    let seeds = CaseSeeds(seed: seed, property: law.name)
    var (index, entries) = (0, 0)
    while entries < count, index < 10 * count {
      let format = Format.allCases[index % Format.allCases.count]
      var source = ChoiceSource(seed: seeds[index])
      index += 1
      guard let instance = try? law.instance(in: format, from: &source),
        let (line, length) = line(operation, instance.arguments.map(\.value.tensor), &counts)
      else { continue }
      entries += length
      output.write(line)
    }
    output.write("# \(counts.rounded) \(counts.escalated) \(counts.undecided)")
    output.flush()
  }

  private func line(
    _ operation: SoftmaxFamily.Operation, _ arguments: [Tensor],
    _ counts: inout (rounded: Int, escalated: Int, undecided: Int)
  ) -> (text: String, entries: Int)? {
    guard let value = try? Reference.certify(operation, arguments) else { return nil }
    var roundings: [[Double]] = []
    for format in Format.allCases {
      guard let rounding = try? CorrectRounding(of: operation, arguments, in: format) else {
        return nil
      }
      roundings.append(rounding.values)
      counts.rounded += rounding.values.count
      counts.escalated += rounding.escalations
      counts.undecided += rounding.undecided
    }
    let inputs = arguments.map { tensor in
      let shape = tensor.shape.isEmpty ? "()" : tensor.shape.map(String.init).joined(separator: "x")
      return ([shape] + tensor.values.map(HexadecimalText.text)).joined(separator: " ")
    }
    let results = value.elements.indices.map { index in
      roundings.map { HexadecimalText.text($0[index]) }.joined(separator: " ")
    }
    let parts = [inputs, value.elements.map(text), results].map { $0.joined(separator: " ; ") }
    return (parts.joined(separator: " | "), value.count)
  }

  private func text(_ ball: Ball) -> String {
    let (m, radius) = (ball.significand, HexadecimalText.text(ball.radius))
    return
      "\(HexadecimalText.text(m.high)) \(HexadecimalText.text(m.low)) \(ball.exponent) \(radius)"
  }
}

/// Lines gathered before they are written.
private struct Output {
  private var lines: [String] = []

  mutating func write(_ line: String) {
    lines.append(line)
    if lines.count >= 1000 { flush() }
  }

  mutating func flush() {
    guard !lines.isEmpty else { return }
    FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    lines.removeAll(keepingCapacity: true)
  }
}
