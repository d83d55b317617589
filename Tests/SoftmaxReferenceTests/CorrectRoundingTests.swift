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

  @Test func `breaks ties of the products of sparse maps with vectors`() throws {
    // Of k equal entries it is (v − Σv/k)/k^{2−α}; 1 + 3·2^-8 is half-way between two values of bfloat16.
    let half = 1 + 0x1.8p-7
    let four = try Self.rounding(
      .entmax15VectorJacobianProduct, [7, 7, 7, 7], [2 * half, -2 * half, 0, 0], in: .bfloat16)
    #expect(four.values == [1 + 0x1p-6, -1 - 0x1p-6, 0, 0] && four.undecided == 0)
    let nine = Array(repeating: 5.0, count: 9)
    let v = [3 * half, -3 * half] + Array(repeating: 0.0, count: 7)
    let three = try Self.rounding(.entmax15VectorJacobianProduct, nine, v, in: .bfloat16)
    #expect(three.values.prefix(3) == [1 + 0x1p-6, -1 - 0x1p-6, 0] && three.undecided == 0)
    // A third of 3(1 + 3·2^-8), three times 97/128 and nine times 37/128.
    for (alpha, count, w, value) in [
      (1.75, 81, 3 * half, 1 + 0x1p-6), (2.5, 9, 97.0 / 128, 2.28125), (3, 9, 37.0 / 128, 2.59375),
    ] {
      let product = try CorrectRounding(
        of: .entmaxVectorJacobianProduct,
        [
          Tensor(Array(repeating: 1.0, count: count)),
          Tensor(alpha), Tensor([w, -w] + Array(repeating: 0.0, count: count - 2)),
        ], in: .bfloat16)
      #expect(product.values.prefix(3) == [value, -value, 0], "α = \(alpha)")
      #expect(product.undecided == 0, "α = \(alpha)")
    }
    // Of two entries it is v_1 − v_2 for α = 3, whatever the probabilities; here they are ¾ and ¼.
    let pair = try CorrectRounding(
      of: .entmaxVectorJacobianProduct,
      [Tensor([0.25, 0.0]), Tensor(3.0), Tensor([half, 0.0])], in: .bfloat16)
    #expect(pair.values == [1 + 0x1p-6, -1 - 0x1p-6] && pair.undecided == 0)
  }

  @Test func `finds an entry that is all but outside of the support`() throws {
    // The gap is a little less than 1/3 for α = 4, so that the entry is 2^-54/3, and its base the cube of that.
    let z = [-1.0 / 3, -2.0 / 3, -1, 0, -5.0 / 3, -4.0 / 3]
    for (alpha, scale) in [(4.0, 1.0), (2.5, 2), (7, 0.5)] {
      let scores = Tensor(z.map { $0 * scale })
      let result = try CorrectRounding(of: .entmax, [scores, Tensor(alpha)], in: .binary64)
      #expect(result.undecided == 0 && result.values[3] == 1, "α = \(alpha)")
      #expect(result.values[0] > 0 && result.values[0] < 0x1p-35, "α = \(alpha)")
      #expect(result.values[1] == 0)
    }
  }

  @Test func `proves on which side of a tie a long row is`() throws {
    // All but two entries weigh nothing, and decide: ¼(v_1 − v_2) is half-way between two values.
    let x = [0, 0] + Array(repeating: -0x1p70, count: 198)
    let far = [0x1.03p0 * 4, 0] + Array(repeating: 0x1p20, count: 198)
    for (v, value) in [(far, 0x1.02p0), (far.map { $0 == 0x1p20 ? -0x1p20 : $0 }, 0x1.04p0)] {
      let result = try Self.rounding(.softmaxJacobianVectorProduct, x, v, in: .bfloat16)
      #expect(result.values[0] == value && result.undecided == 0)
    }
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
