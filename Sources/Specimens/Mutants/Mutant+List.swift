extension Mutant {
  /// All mutants, in the order of the list of faults.
  public static let all = sections.flatMap { $0 }.sorted { $0.id < $1.id }

  private static let sections = [
    list(Faults<Double>.ofOverflow, Faults<Float>.ofOverflow),
    list(Faults<Double>.ofInfinities, Faults<Float>.ofInfinities),
    list(Faults<Double>.ofIndexing, Faults<Float>.ofIndexing),
    list(Faults<Double>.ofAxes, Faults<Float>.ofAxes),
    list(Faults<Double>.ofAccuracy, Faults<Float>.ofAccuracy),
    list(Faults<Double>.ofClipping, Faults<Float>.ofClipping),
    list(Faults<Double>.ofGradients, Faults<Float>.ofGradients),
    list(Faults<Double>.ofReductions, Faults<Float>.ofReductions),
    list(Faults<Double>.ofSemantics, Faults<Float>.ofSemantics),
    list(Faults<Double>.ofSparseMaps, Faults<Float>.ofSparseMaps),
    ofBatches, ofState, ofNarrowFormats, ofClassifiers,
  ]
}
