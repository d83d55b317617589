import Arithmetic

/// Questions that travel in one call: those that may, of one operation, format and shapes; any
/// other one by itself.
public struct Parcel: Sendable {
  /// The call with the rows of all questions, one after the other.
  public let call: Call
  /// The numbers of the questions, in the order of the rows.
  public let questions: [Int]
  private let rows: [Range<Int>]

  /// Packs one question by itself.
  public init(_ question: Question, number: Int) {
    call = question.call
    questions = [number]
    rows = [0..<question.call.rows]
  }

  private init(_ all: [Question], numbers: [Int]) {
    let first = all[numbers[0]].call
    var start = 0
    rows = numbers.map { number in
      defer { start += all[number].call.rows }
      return start..<start + all[number].call.rows
    }
    let arguments = first.arguments.indices.map { place in
      Call.Argument(
        shape: first.arguments[place].shape,
        values: numbers.flatMap { all[$0].call.arguments[place].values })
    }
    call = Call(first.operation, in: first.format, rows: start, arguments)
    questions = numbers
  }

  /// Packs questions, with at most so many numbers in a call, arguments and results, unless one alone has
  /// more.
  ///
  /// The parcels are in the order of their first questions.
  public static func pack(_ questions: [Question], mostNumbers: Int) -> [Parcel] {
    var groups: [(numbers: [Int], size: Int)] = []
    var latest: [Key: Int] = [:]
    for (number, question) in questions.enumerated() {
      let key = Key(question.call)
      let results = ((try? question.call.resultShape()) ?? []).reduce(question.call.rows, *)
      let size = question.call.arguments.reduce(results) { $0 + $1.values.count }
      if question.isShared, let group = latest[key], groups[group].size + size <= mostNumbers {
        groups[group].numbers.append(number)
        groups[group].size += size
      } else {
        if question.isShared { latest[key] = groups.count }
        groups.append(([number], size))
      }
    }
    return groups.map { group in
      group.numbers.count == 1
        ? Parcel(questions[group.numbers[0]], number: group.numbers[0])
        : Parcel(questions, numbers: group.numbers)
    }
  }

  /// The reply to each of the questions, out of that to the call.
  ///
  /// - Precondition: the reply has as many numbers as the call's rows ask for.
  public func unpack(_ reply: Reply) -> [Reply] {
    let size = reply.shape.elementCount
    precondition(reply.values.count == call.rows * size, "a reply has numbers for every row")
    guard rows.count > 1 else { return [reply] }
    return rows.map { rows in
      var rejected: [Int: String] = [:]
      if !reply.rejected.isEmpty {
        for row in rows { rejected[row - rows.lowerBound] = reply.rejected[row] }
      }
      return Reply(
        shape: reply.shape,
        values: Array(reply.values[rows.lowerBound * size..<rows.upperBound * size]),
        rejected: rejected)
    }
  }

  private struct Key: Hashable {
    let operation: Operation
    let format: Format
    let shapes: [[Int]]

    init(_ call: Call) {
      operation = call.operation
      format = call.format
      shapes = call.arguments.map(\.shape)
    }
  }
}
