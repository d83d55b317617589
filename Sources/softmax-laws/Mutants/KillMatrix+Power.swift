import SoftmaxLaws
import Specimens

/// What each law is worth, and which mutants hang by one law.
extension KillMatrix {
  /// A mutant that one law alone falsifies.
  struct SoleKill: Equatable {
    /// The mutant's name.
    let mutant: String
    /// The only law that falsifies it, in any format in which it shows.
    let law: String
  }

  /// The laws that falsify a mutant in a format in which it shows, mutant by mutant.
  private var killers: [(mutant: Mutant, laws: Set<String>)] {
    mutants.map { mutant in
      let rows = rows.filter { $0.mutant.id == mutant.id && $0.isVisible }
      return (mutant, Set(rows.flatMap(\.kills.keys)))
    }
  }

  /// The mutants, each once.
  var mutants: [Mutant] {
    var seen: Set<String> = []
    return rows.map(\.mutant).filter { seen.insert($0.id).inserted }
  }

  /// The mutants that one law alone falsifies.
  var soleKills: [SoleKill] {
    killers.compactMap { mutant, laws in
      laws.count == 1 ? laws.first.map { SoleKill(mutant: mutant.name, law: $0) } : nil
    }
  }

  /// The laws that falsify some mutant, in the catalogue's order.
  var effectiveLaws: [String] {
    let effective = killers.reduce(into: Set<String>()) { $0.formUnion($1.laws) }
    return Catalogue.laws.map(\.name).filter(effective.contains)
  }

  /// The laws that falsify no mutant.
  var idleLaws: [String] {
    let effective = Set(effectiveLaws)
    return Catalogue.laws.map(\.name).filter { !effective.contains($0) }
  }

  /// The laws that falsify no mutant that others do not falsify too.
  var redundantLaws: [String] {
    let needed = Set(soleKills.map(\.law))
    return effectiveLaws.filter { !needed.contains($0) }
  }

  /// The numbers of cases to the first kill in the formats in which the mutants show, in order.
  var casesToKill: [Int] { rows.filter(\.isVisible).compactMap(\.casesToKill).sorted() }

  /// The median number of cases to the first kill.
  var medianCases: Int { casesToKill.isEmpty ? 0 : casesToKill[casesToKill.count / 2] }

  /// The fewest cases that a law takes for a mutant, over the formats in which it shows.
  func cases(of law: String, for mutant: Mutant) -> Int? {
    rows.filter { $0.mutant.id == mutant.id && $0.isVisible }.compactMap { $0.kills[law] }.min()
  }
}
