import Arithmetic
import SoftmaxFamily

/// Reads one line: `[tag] NAME SHAPE value ... ; NAME SHAPE value ... | answer ...`.
struct CaseReader {
  let file: String
  let line: Int
  let signature: Signature

  func read(_ text: Substring) throws(FixtureError) -> KnownAnswer {
    let halves = text.split(separator: " | ", omittingEmptySubsequences: false)
    guard halves.count == 2 else { throw error("one ' | ' expected in '\(text)'") }
    let head = halves[0].split(separator: " ", maxSplits: 1)
    guard head.count == 2, head[0].hasPrefix("["), head[0].hasSuffix("]") else {
      throw error("'\(halves[0])' has no tag")
    }
    let arguments = try arguments(head[1])
    return KnownAnswer(
      line: line, tag: String(head[0].dropFirst().dropLast()), arguments: arguments,
      answer: try answer(halves[1], to: arguments))
  }

  private func arguments(_ text: Substring) throws(FixtureError) -> [Tensor] {
    let parts = text.split(separator: " ; ")
    guard parts.count == signature.parameters.count else {
      throw error("\(signature.parameters.count) arguments expected in '\(text)'")
    }
    var arguments: [Tensor] = []
    for (part, parameter) in zip(parts, signature.parameters) {
      let words = part.split(separator: " ")
      guard words.count >= 2, words[0] == parameter.name else {
        throw error("argument '\(parameter.name)' expected in '\(part)'")
      }
      arguments.append(try tensor(words.dropFirst(2), shape: try shape(words[1])))
    }
    return arguments
  }

  private func shape(_ word: Substring) throws(FixtureError) -> [Int] {
    if word == "()" { return [] }
    let lengths = word.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
    guard lengths.allSatisfy({ $0 >= 0 }) else { throw error("'\(word)' is not a shape") }
    return lengths
  }

  private func tensor(_ words: ArraySlice<Substring>, shape: [Int]) throws(FixtureError) -> Tensor {
    let count = shape.reduce(1, *)
    guard words.count == count else {
      throw error("\(count) values expected, not \(words.count)")
    }
    var values: [Double] = []
    for word in words {
      guard let value = AnswerText.value(word) else { throw error("'\(word)' is not a value") }
      values.append(value)
    }
    return Tensor(shape: shape, values.map { Ball($0) })
  }

  private func answer(_ text: Substring, to arguments: [Tensor]) throws(FixtureError) -> Tensor {
    let shape: [Int]
    do {
      shape = try signature.resultShape(of: arguments.map(\.shape))
    } catch {
      throw self.error(error.description)
    }
    let words = text.split(separator: " ")
    guard words.count == shape.reduce(1, *) else {
      throw error("\(shape.reduce(1, *)) answers expected, not \(words.count)")
    }
    var answers: [Ball] = []
    for word in words {
      guard let ball = AnswerText.ball(word) else { throw error("'\(word)' is not an answer") }
      answers.append(ball)
    }
    return Tensor(shape: shape, answers)
  }

  private func error(_ problem: String) -> FixtureError {
    FixtureError(file: file, line: line, problem: problem)
  }
}
