import Arithmetic
import FixtureSupport
import SoftmaxFamily
import SoftmaxReference
import Testing

@Suite("Correct rounding") struct CorrectRoundingTests {
  private static func rounding(
    _ operation: Operation, _ arguments: [Double]..., in format: Format = .binary64
  ) throws -> CorrectRounding {
    try CorrectRounding(of: operation, arguments.map { Tensor($0) }, in: format)
  }

  @Test(arguments: Operation.allCases)
  func `is that of every known answer`(operation: Operation) throws {
    for known in try KnownAnswers.cases(for: operation) where known.answer.count <= 40 {
      for format in Format.allCases {
        let result = try CorrectRounding(of: operation, known.arguments, in: format)
        let isRight = zip(result.values, known.answer.elements).allSatisfy { value, answer in
          let rounded = format.correctlyRounded(answer)
          return rounded == nil || rounded == value || rounded?.isNaN == true && value.isNaN
        }
        #expect(isRight, "line \(known.line) in \(format)")
      }
    }
  }

  @Test(arguments: Operation.allCases)
  func `is decided in every regime`(operation: Operation) throws {
    for format in Format.allCases {
      var inputs = TrialInputs(format, seed: 310)
      for _ in 0..<10 {
        let arguments = inputs.arguments(of: operation)
        let result = try CorrectRounding(of: operation, arguments, in: format)
        guard
          try result.undecided == 0
            || Definition.evaluate(operation, arguments, bits: 128) == nil
        else {
          Issue.record("\(operation) in \(format) at \(arguments)")
          return
        }
      }
    }
  }

  @Test func `escalates where 106 bits leave a rounding open`() throws {
    // ½ − 2^-55 is half-way between two doubles, and the sigmoid decides 300 bits below.
    for (z, value) in [(0x1p-300, 0.5), (-0x1p-300, 0.5.nextDown)] {
      let result = try Self.rounding(.binaryCrossEntropyWithLogitsGradient, [0x1p-55], [z])
      #expect(result.values == [value])
      #expect(result.escalations == 1 && result.undecided == 0)
    }
  }

  @Test func `breaks exact ties to even`() throws {
    let tie = try Self.rounding(.binaryCrossEntropyWithLogitsGradient, [0x1p-55], [0])
    #expect(tie.values == [0.5] && tie.undecided == 0)
    // Three equal logits: g Σt − t is (Σt − 3t)/3, exactly half-way for these targets.
    let targets = [0.5, 0.25, 0.75 + 0x1p-53]
    let mean = try CorrectRounding(
      of: .categoricalCrossEntropyWithLogitsGradient,
      [Tensor(rows: [Tensor(targets)]), Tensor(rows: [Tensor([1, 1, 1] as [Double])])],
      in: .binary64)
    #expect(mean.undecided == 0)
    // (1/4)^16 − 2^-7 is half-way between two floats.
    let power = try CorrectRounding(
      of: .alphaReLULossGradient,
      [Tensor([0x1p-7]), Tensor([0.0]), Tensor(1.0625), Tensor(-0.25)], in: .binary32)
    #expect(power.values == [-0x1p-7] && power.undecided == 0)
  }

  @Test func `rounds uniform rows to the nearest of one over n`() throws {
    for format in Format.allCases {
      for n in [1, 2, 3, 7, 10, 49, 100] {
        let result = try Self.rounding(.softmax, Array(repeating: 0.1, count: n), in: format)
        #expect(result.values.allSatisfy { $0 == format.rounded(1 / Double(n)) })
      }
    }
  }

  @Test func `is right at the edges of underflow and overflow`() throws {
    #expect(try Self.rounding(.sigmoid, [-745.13]).values == [0x1p-1074])
    #expect(try Self.rounding(.sigmoid, [-745.14]).values == [0])
    #expect(try Self.rounding(.logSumExp, [88.5, 88.7], in: .bfloat16).values == [89.5])
    let top = Format.binary16.greatestFinite
    #expect(try Self.rounding(.logSumExp, [top, top], in: .binary16).values == [top])
    #expect(try Self.rounding(.logSigmoid, [710]).values[0] < 0)
    let tiny = try Self.rounding(.logSigmoid, [1e308]).values[0]
    #expect(tiny == 0 && tiny.sign == .minus)
    let quotient = try CorrectRounding(
      of: .categoricalCrossEntropyGradient,
      [[1.0, 0x1p-24], [0x1p-24, 0.75]].map { Tensor(rows: [Tensor($0)]) }, in: .binary16)
    // −2^-24/0.75 is below the least subnormal number of binary16, by a third of it.
    #expect(quotient.values == [-.infinity, -0x1p-24])
  }
}
