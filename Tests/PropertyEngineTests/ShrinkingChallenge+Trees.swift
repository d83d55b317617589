import PropertyEngine

/// The challenges about values that contain values of their own kind.
extension ShrinkingChallenge {
  /// If nothing is divided by a literal zero, an expression can be evaluated.
  static let calculator = ShrinkingChallenge(
    "calculator", "0 / (0 + 0)",
    drawing: Expression.generator.filter(\.isFreeOfLiteralDivisionByZero)
  ) { $0.value == nil }

  private indirect enum Expression: CustomStringConvertible, Sendable {
    case integer(Int)
    case sum(Expression, Expression)
    case quotient(Expression, Expression)

    static let generator = Generator<Expression>.recursive(
      depth: 4, label: "expression", leaf: Generator<Int>.integer.map(Expression.integer)
    ) { inner in
      let pair = inner.paired(with: inner)
      return .one(of: [pair.map { .sum($0, $1) }, pair.map { .quotient($0, $1) }])
    }

    var isFreeOfLiteralDivisionByZero: Bool {
      switch self {
      case .integer: true
      case .quotient(_, .integer(0)): false
      case .sum(let left, let right), .quotient(let left, let right):
        left.isFreeOfLiteralDivisionByZero && right.isFreeOfLiteralDivisionByZero
      }
    }

    /// The value, or nil where something is divided by zero.
    var value: Int? {
      switch self {
      case .integer(let integer): return integer
      case .sum(let left, let right):
        guard let left = left.value, let right = right.value else { return nil }
        return left &+ right
      case .quotient(let left, let right):
        guard let left = left.value, let right = right.value, right != 0 else { return nil }
        return left.dividedReportingOverflow(by: right).partialValue
      }
    }

    var description: String {
      switch self {
      case .integer(let integer): "\(integer)"
      case .sum(let left, let right): "\(left.operand) + \(right.operand)"
      case .quotient(let left, let right): "\(left.operand) / \(right.operand)"
      }
    }

    private var operand: String {
      if case .integer(let integer) = self { "\(integer)" } else { "(\(self))" }
    }
  }

  /// A heap made into a sorted list by a wrong function gives a sorted list of its elements.
  static let binaryHeap = ShrinkingChallenge(
    "binary heap", "(0 . (0 (0 . .) (1 . .)))", drawing: Heap.generator
  ) { heap in
    let wrong = heap.elementsInWrongOrder
    return wrong != wrong.sorted() || heap.elements.sorted() != wrong
  }

  private indirect enum Heap: CustomStringConvertible, Sendable {
    case empty
    case node(Int, Heap, Heap)

    /// Heaps whose elements are not less than those above them.
    static let generator = Generator<Heap>.recursive(
      depth: 5, label: "heap", leaf: .always(.empty)
    ) { inner in
      Generator { (source) throws(Discard) in
        let step = source.integer(in: 0...20)
        return .node(step, try inner.draw(from: &source), try inner.draw(from: &source))
      }
    }.map { $0.raised(by: 0) }

    /// The heap whose elements are larger than those above them by what they are here.
    private func raised(by least: Int) -> Heap {
      guard case .node(let step, let left, let right) = self else { return .empty }
      return .node(
        least + step, left.raised(by: least + step), right.raised(by: least + step))
    }

    /// The elements from the top down, the right ones first.
    var elements: [Int] {
      guard case .node(let element, let left, let right) = self else { return [] }
      return [element] + right.elements + left.elements
    }

    /// The top and then the others as they stand, instead of the least of them each time.
    var elementsInWrongOrder: [Int] {
      guard case .node(let element, let left, let right) = self else { return [] }
      return [element] + left.merged(with: right).elements
    }

    private func merged(with other: Heap) -> Heap {
      guard case .node(let element, let left, let right) = self else { return other }
      guard case .node(let top, let first, let second) = other else { return self }
      return element <= top
        ? .node(element, right.merged(with: other), left)
        : .node(top, second.merged(with: self), first)
    }

    var description: String {
      guard case .node(let element, let left, let right) = self else { return "." }
      return "(\(element) \(left) \(right))"
    }
  }
}
