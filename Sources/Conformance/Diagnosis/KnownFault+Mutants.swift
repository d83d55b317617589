import Specimens

extension KnownFault {
  /// The faults of the mutants, each in all its forms.
  public static let all = Mutant.all.map { mutant in
    KnownFault(
      mutant.name, advice: "\(mutant.mechanism); \(mutant.advice)", in: mutant.operations,
      forms: mutant.variants.map { variant in { variant.everywhere } })
  }
}
