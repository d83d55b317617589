import Arithmetic

/// The plots: the error divided by its bound over the input, one for each operation.
extension RunPage {
  var plots: String {
    let profiled = run.entries.filter { !$0.profile.isEmpty }
    guard !profiled.isEmpty else { return "" }
    var names: [String] = []
    for name in profiled.compactMap(\.operations.first) where !names.contains(name) {
      names.append(name)
    }
    let figures = names.map { name in
      ProfilePlot(name, profiled.filter { $0.operations.first == name }).figure
    }
    return """
      <section aria-labelledby="plots"><h2 id="plots">Error ÷ bound over the input</h2>
      <p>Each dot is the largest error of an operation’s answers near an input, divided by the bound there. \
      Up to the line at 1 the scale is linear; above it, where the operation is beyond its bound, the top is \
      infinity. Inputs are on a logarithmic scale that has zero where the signs meet.</p>
      <p class="legend">\(formats.map { "<span class=\"\($0.rawValue)\">\($0.rawValue)</span>" }
        .joined(separator: " "))</p>
      <div class="plots">\(figures.joined(separator: "\n"))</div></section>
      """
  }
}
