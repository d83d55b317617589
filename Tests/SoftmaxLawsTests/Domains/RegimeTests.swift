import Arithmetic
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws
import Testing

@Suite("The regimes of inputs") struct RegimeTests {
  private static func regimes(_ x: Double..., in format: Format = .binary32) -> Set<Regime> {
    Regime.regimes(of: Tensor(x), in: format)
  }

  @Test func `are found in rows of logits`() {
    #expect(Self.regimes(1, 1, 0).isSuperset(of: [.ties, .zero, .uneven, .vectorWidth]))
    #expect(Self.regimes(0, -20).contains(.absorbed))
    #expect(!Self.regimes(0, -10).contains(.absorbed))
    #expect(Self.regimes(0, -90).contains(.subnormal))
    #expect(Self.regimes(0, -110).isSuperset(of: [.vanishing, .absorbed, .greatestFirst]))
    #expect(Self.regimes(-110, -111).isSuperset(of: [.farBelowZero, .negative]))
    #expect(Self.regimes(89, 0).contains(.overflowing))
    #expect(Self.regimes(3e38, -3e38).contains(.overflowingDifference))
    #expect(Self.regimes(0x1p24, 0x1p24 + 2).contains(.hugeOffset))
    #expect(Self.regimes(0, -.infinity).contains(.masked))
    #expect(Self.regimes(1, 2, 3).isDisjoint(with: [.uneven, .ties, .masked, .zero]))
    #expect(Self.regimes(1, 2, 3).contains(.greatestLast))
    #expect(Self.regimes(0.7) == [.singleton, .soft, .unnormalised])
    #expect(Self.regimes(0x1p-140, 1).contains(.subnormalEntry))
  }

  @Test func `are found in rows of weights, and in any row of a matrix`() {
    #expect(Self.regimes(0.5, 0.5).contains(.soft) && !Self.regimes(0, 1).contains(.soft))
    #expect(Self.regimes(0, 0).isSuperset(of: [.allZero, .unnormalised]))
    let matrix = Tensor(rows: [.of(0, 1), .of(2, 2)])
    #expect(Regime.regimes(of: matrix, in: .binary32).isSuperset(of: [.ties, .greatestLast]))
    #expect(Regime.regimes(of: Tensor([Double]()), in: .binary32) == [])
  }

  @Test func `depend on the format`() {
    #expect(Self.regimes(0, -18, in: .binary16).contains(.vanishing))
    #expect(!Self.regimes(0, -18, in: .bfloat16).contains(.vanishing))
    #expect(Self.regimes(12, 0, in: .binary16).contains(.overflowing))
  }

  /// The default number of cases of a check.
  private static let cases = 500

  /// The regimes that an input's domain promises and that none of the cases drawn belongs to.
  private static func missing(_ law: Law, in format: Format, seed: UInt64) throws -> [String] {
    var wanted = law.inputs.map { Set($0.regimes) }
    let run = PropertyRun(seed: seed, property: law.name, cases: cases)
    for index in 0..<cases where wanted.contains(where: { !$0.isEmpty }) {
      var source = run.source(index: index)
      guard let instance = try? law.instance(in: format, from: &source) else { continue }
      for (place, argument) in instance.arguments.enumerated() where !wanted[place].isEmpty {
        wanted[place].subtract(Regime.regimes(of: argument.value.tensor, in: format))
      }
    }
    return wanted.flatMap { $0 }.map { "\(law.name) in \(format.rawValue), seed \(seed): \($0)" }
  }

  @Test func `are reached by every law in the cases of a check`() throws {
    var formats: [String: [Format]] = [:]
    for (index, law) in Catalogue.laws.enumerated() {
      // Laws of the same inputs draw alike: all formats for one of them, one for the others.
      let inputs = law.inputs.map(\.domain).joined(separator: "; ")
      let isFirst = formats.updateValue([], forKey: inputs) == nil
      let tried = isFirst ? Format.allCases : [Format.allCases[index % 4]]
      for format in tried {
        #expect(try Self.missing(law, in: format, seed: 1) == [])
      }
    }
  }

  @Test(arguments: [2, 3] as [UInt64])
  func `are reached with other seeds`(seed: UInt64) throws {
    var seen: Set<String> = []
    for law in Catalogue.laws
    where seen.insert(law.inputs.map(\.domain).joined(separator: "; ")).inserted {
      #expect(try Self.missing(law, in: .binary32, seed: seed) == [])
    }
  }

  /// Code with lanes or blocks has a body for long arguments that short ones never enter.
  @Test func `of long arguments are reached by the laws of every operation`() {
    func isLong(_ law: Law) -> Bool {
      let run = PropertyRun(seed: 1, property: law.name, cases: Self.cases)
      return (0..<Self.cases).contains { index in
        var source = run.source(index: index)
        let instance = try? law.instance(in: .binary32, from: &source)
        return instance?.arguments.contains { $0.value.tensor.count >= 17 } ?? false
      }
    }
    let missing = Operation.allCases.filter { operation in
      !Catalogue.laws.contains { $0.operations.first == operation && isLong($0) }
    }
    #expect(missing == [])
  }
}
