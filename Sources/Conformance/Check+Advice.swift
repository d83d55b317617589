import Arithmetic
import PropertyEngine
import SoftmaxFamily
import SoftmaxLaws

/// What a vacuous verdict advises: the claims that would make the law say something.
extension Check {
  /// How many cases are tried with more claims.
  private static let attempts = 20

  /// The fewest claims found that, added, would leave a case of a law not vacuous, or none.
  ///
  /// One claim by itself if one suffices; otherwise all of them, less those without which it still does.
  package func claimsThatWouldSharpen(_ law: Law, in format: Format) -> [Claims.Addition] {
    guard case .implementation(let implementation) = target else { return [] }
    let additions = Claims.additions(in: format, to: implementation.claims)
    func suffice(_ additions: [Claims.Addition]) -> Bool {
      saysSomething(law, in: format, of: implementation.claiming(additions))
    }
    if let one = additions.first(where: { suffice([$0]) }) { return [one] }
    guard suffice(additions) else { return [] }
    var needed = additions
    for addition in additions {
      let fewer = needed.filter { $0 != addition }
      if suffice(fewer) { needed = fewer }
    }
    return needed
  }

  /// The advice in a sentence.
  func advice(for law: Law, in format: Format) -> String {
    let claims = claimsThatWouldSharpen(law, in: format)
    let start = "every bound is wider than an eighth of its number"
    guard !claims.isEmpty else { return start + ", whatever is claimed" }
    let list = claims.map(\.text).joined(separator: ", ")
    return start + "; with \(list) claimed it would say something"
  }

  private func saysSomething(
    _ law: Law, in format: Format, of implementation: Implementation
  ) -> Bool {
    let functions = Subject(implementation, in: format).functions
    let run = PropertyRun(seed: seed, property: law.name, cases: Self.attempts)
    return (0..<Self.attempts).contains { index in
      var source = run.source(index: index)
      guard let instance = try? law.instance(in: format, from: &source),
        let finding = try? instance.finding(with: functions)
      else { return false }
      return !finding.isVacuous
    }
  }
}

extension Implementation {
  /// The same implementation under more claims.
  fileprivate func claiming(_ additions: [Claims.Addition]) -> Implementation {
    var more = self
    more.claims = additions.reduce(claims) { $1.added(to: $0) }
    return more
  }
}
