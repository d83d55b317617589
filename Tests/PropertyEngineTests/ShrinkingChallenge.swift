import Arithmetic
import PropertyEngine

/// A property that fails, with the witness that is expected of a shrinker.
///
/// Source: github.com/jlink/shrinking-challenge, after the evaluations of MacIver and
/// Donaldson, "Test-case reduction via test-case generation: insights from the Hypothesis
/// reducer" (ECOOP 2020); the last one is from github.com/nesevis/shrinking-challenge.
struct ShrinkingChallenge: Sendable {
  let name: String
  /// The witness that is expected.
  let simplest: String
  private let property: @Sendable (inout ChoiceSource) throws -> Trial
  private let text: @Sendable (inout ChoiceSource) throws -> String

  init<Value>(
    _ name: String, _ simplest: String, drawing generator: Generator<Value>,
    fails: @escaping @Sendable (Value) -> Bool
  ) {
    self.name = name
    self.simplest = simplest
    property = { fails(try generator.draw(from: &$0)) ? .fails(ratio: 2) : .holds(ratio: 0) }
    text = { "\(try generator.draw(from: &$0))" }
  }

  /// The simplest witness for a seed, and how many evaluations it took to find it.
  func witness(seed: UInt64) throws -> (text: String, evaluations: Int)? {
    let run = PropertyRun(seed: seed, property: name, cases: 1_000_000, shrinkBudget: 100_000)
    guard let falsification = try run.run(property).falsification else { return nil }
    var source = ChoiceSource(replaying: falsification.simplest)
    return (try text(&source), falsification.evaluations)
  }

  static let all = [
    bound5, largeUnionList, reverse, calculator, lengthList, differenceNotZero,
    differenceNotSmall, differenceNotOne, binaryHeap, coupling, deletion, distinct, nestedLists,
    floatCancellation,
  ]

  static let bound5: ShrinkingChallenge = {
    let list = Generator.integer(in: -32768...32767).list(count: 0...1)
      .filter { $0.reduce(0, +) < 256 }
    let five = Generator { (source) throws(Discard) in
      var lists: [[Int]] = []
      for _ in 0..<5 { lists.append(try list.draw(from: &source)) }
      return lists
    }
    return ShrinkingChallenge("bound5", "[[], [], [], [-1], [-32768]]", drawing: five) { lists in
      lists.joined().reduce(Int16(0)) { $0 &+ Int16($1) } >= 5 * 256
    }
  }()

  static let largeUnionList = ShrinkingChallenge(
    "large union list", "[[0, 1, -1, 2, -2]]", drawing: Generator.integer.list().list()
  ) { lists in Set(lists.joined()).count > 4 }

  static let reverse = ShrinkingChallenge(
    "reverse", "[0, 1]", drawing: Generator.integer.list()
  ) { list in list != list.reversed() }

  static let lengthList: ShrinkingChallenge = {
    let list = Generator.integer(in: 1...100).flatMap { count in
      Generator { source in (0..<count).map { _ in source.integer(in: 0...1000) } }
    }
    return ShrinkingChallenge("length list", "[900]", drawing: list) { ($0.max() ?? 0) >= 900 }
  }()

  private static let positive = Generator.integer(in: 1...1000)

  static let differenceNotZero = ShrinkingChallenge(
    "difference must not be zero", "(10, 10)", drawing: positive.paired(with: positive)
  ) { x, y in x >= 10 && x == y }

  static let differenceNotSmall = ShrinkingChallenge(
    "difference must not be small", "(10, 6)", drawing: positive.paired(with: positive)
  ) { x, y in x >= 10 && (1...4).contains(abs(x - y)) }

  static let differenceNotOne = ShrinkingChallenge(
    "difference must not be one", "(10, 9)", drawing: positive.paired(with: positive)
  ) { x, y in x >= 10 && abs(x - y) == 1 }

  static let coupling: ShrinkingChallenge = {
    let list = Generator.integer(in: 0...10).list().filter { list in
      list.allSatisfy { $0 < list.count }
    }
    return ShrinkingChallenge("coupling", "[1, 0]", drawing: list) { list in
      list.indices.contains { list[$0] != $0 && list[list[$0]] == $0 }
    }
  }()

  static let deletion = ShrinkingChallenge(
    "deletion", "([0, 0], 0)",
    drawing: Generator.integer.list().paired(with: .integer).filter { $0.contains($1) }
  ) { list, element in
    var list = list
    if let index = list.firstIndex(of: element) { list.remove(at: index) }
    return list.contains(element)
  }

  static let distinct = ShrinkingChallenge(
    "distinct", "[0, 1, -1]", drawing: Generator.integer.list()
  ) { Set($0).count >= 3 }

  static let nestedLists = ShrinkingChallenge(
    "nested lists", "[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]]",
    drawing: Generator.integer.list().list()
  ) { $0.reduce(0) { $0 + $1.count } > 10 }

  static let floatCancellation: ShrinkingChallenge = {
    let number = Generator.real(in: -1e6...1e6)
    return ShrinkingChallenge(
      "(a + b) − b = a", "(1.0, 0.4)", drawing: number.paired(with: number)
    ) { a, b in (a + b) - b != a }
  }()
}
