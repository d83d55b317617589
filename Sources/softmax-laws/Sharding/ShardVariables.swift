import Conformance

/// The variables by which engines that start a program many times tell each run which one it is.
///
/// Bazel, Slurm's job arrays, indexed jobs of Kubernetes and `parallel` of GitLab have such variables. What
/// they say counts where there is no `--shard`; if one of a pair is missing, or two engines contradict
/// each other, that is an error, as a run that checks a part by mistake looks like one that checks all.
///
/// Sources: Bazel, “Test encyclopedia”; Slurm, “Job array support”; Kubernetes, “Indexed Job for parallel
/// processing”; GitLab, “Predefined CI/CD variables”.
struct ShardVariables {
  /// A shard, and the variables that say so.
  struct Finding: Equatable {
    let shard: Shard
    /// The variables, for messages.
    let source: String
    /// A file to be touched, by which Bazel learns that shards are supported.
    var statusFile: String?
  }

  private let environment: [String: String]

  init(_ environment: [String: String]) { self.environment = environment }

  /// The shard that the environment says, if it says any.
  ///
  /// - Throws: `UsageError` naming the variable that is missing, out of range or contradicted.
  func find() throws(UsageError) -> Finding? {
    let found = [try bazel(), try slurm(), try kubernetes(), try gitLab()].compactMap { $0 }
    if let first = found.first, let other = found.first(where: { $0.shard != first.shard }) {
      throw .contradictoryVariables("\(first)", "\(other)")
    }
    return found.first
  }

  private func bazel() throws(UsageError) -> Finding? {
    var finding = try pair("TEST_SHARD_INDEX", of: "TEST_TOTAL_SHARDS", first: 0)
    finding?.statusFile = environment["TEST_SHARD_STATUS_FILE"]
    return finding
  }

  /// The number of completions is no variable of Kubernetes' own: the job has to set it.
  private func kubernetes() throws(UsageError) -> Finding? {
    try pair("JOB_COMPLETION_INDEX", of: "JOB_COMPLETIONS", first: 0)
  }

  /// GitLab sets the total of every job, to one where there is no `parallel`.
  private func gitLab() throws(UsageError) -> Finding? {
    let (index, total) = ("CI_NODE_INDEX", "CI_NODE_TOTAL")
    if environment[index] == nil, environment[total] == "1" { return nil }
    return try pair(index, of: total, first: 1)
  }

  /// An array may begin anywhere and go in steps, but has to be one range.
  private func slurm() throws(UsageError) -> Finding? {
    let (id, count) = ("SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT")
    let (least, step) = ("SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_STEP")
    guard environment[id] != nil || environment[count] != nil else { return nil }
    let total = try number(count, beside: id, in: 1...Shard.most)
    let numbers = 0...Int(UInt32.max)
    let first = try number(least, beside: id, in: numbers)
    let task = try number(id, beside: count, in: numbers)
    let width = environment[step] == nil ? 1 : try number(step, beside: id, in: 1...Int(UInt32.max))
    let (steps, rest) = (task - first).quotientAndRemainder(dividingBy: width)
    guard rest == 0, let shard = Shard(steps + 1, of: total) else {
      throw .badVariable(
        id, environment[id] ?? "",
        wanted: "\(first) and at most \(total - 1) times \(width) more, as \(count) says")
    }
    return Finding(shard: shard, source: id)
  }

  private func pair(
    _ index: String, of total: String, first: Int
  ) throws(UsageError) -> Finding? {
    guard environment[index] != nil || environment[total] != nil else { return nil }
    let count = try number(total, beside: index, in: 1...Shard.most)
    let number = try number(index, beside: total, in: first...first + count - 1)
    return Shard(number - first + 1, of: count).map { Finding(shard: $0, source: index) }
  }

  private func number(
    _ name: String, beside other: String, in range: ClosedRange<Int>
  ) throws(UsageError) -> Int {
    guard let text = environment[name] else { throw .missingVariable(name, beside: other) }
    guard let number = Int(text), range.contains(number) else {
      throw .badVariable(
        name, text, wanted: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}

extension ShardVariables.Finding: CustomStringConvertible {
  /// The shard and its source.
  var description: String { "shard \(shard) of \(source)" }
}
