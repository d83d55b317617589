/// A statement of the literature by its identifier, which one law or several make up.
package struct CatalogueRow: Sendable {
  /// The identifier; several of them with slashes between where a row states several laws.
  package let id: String
  /// What the names of the row's laws begin with.
  package let stems: [String]
  /// Laws of the row by other names.
  package let others: [String]
  /// The suite of tests that states it of the reference, if any.
  package let test: String?
  /// Why there is no law, or none here, in a sentence.
  package let reason: String?

  init(
    _ id: String, stems: [String]? = nil, also others: [String] = [], test: String? = nil,
    reason: String? = nil
  ) {
    self.id = id
    self.stems = stems ?? id.components
    self.others = others
    self.test = test
    self.reason = reason
  }
}

extension CatalogueRow: ExpressibleByStringLiteral {
  /// Creates the row whose laws are named after it.
  package init(stringLiteral id: String) { self.init(id) }
}

extension String {
  /// The parts between slashes, without blanks.
  fileprivate var components: [String] {
    split(separator: "/").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }
}

/// A chapter of that table.
package struct CatalogueTable: Sendable {
  /// The chapter's number, as `1A`.
  package let number: String
  /// The chapter's title.
  package let title: String
  /// The rows, in order.
  package let rows: [CatalogueRow]

  /// The chapters, in order.
  package static let chapters = [
    softmaxValues, softmaxAsOperator, logSumExp, logSoftmaxAndEntropy, sigmoidAndSoftplus,
    reducedSoftmax, crossEntropy, posteriors, logisticRegression, sparseMaps, alphaReLU,
    crossCutting,
  ]

  /// The rows of all chapters.
  package static let rows = chapters.flatMap(\.rows)

  /// The laws of a row: those whose name begins with one of its stems, and of no longer stem of
  /// another row, and those it names.
  package static func laws(of row: CatalogueRow) -> [Law] {
    Catalogue.laws.filter { law in
      row.others.contains(law.name)
        || stemOfLaw[law.name].map(row.stems.contains) ?? false
    }
  }

  /// The laws that belong to no row.
  package static let lawsBeyond: [Law] = {
    let named = Set(rows.flatMap(\.others))
    return Catalogue.laws.filter { stemOfLaw[$0.name] == nil && !named.contains($0.name) }
  }()

  private static let stems = Set(rows.flatMap(\.stems))

  /// The stem of each law that has one.
  private static let stemOfLaw = [String: String](
    uniqueKeysWithValues: Catalogue.laws.compactMap { law in
      stem(of: law.name).map { (law.name, $0) }
    })

  /// The longest stem that a name is, or goes on from with a hyphen.
  private static func stem(of name: String) -> String? {
    let words = name.split(separator: "-")
    return (1...words.count).reversed().lazy
      .map { words.prefix($0).joined(separator: "-") }.first { stems.contains($0) }
  }
}
