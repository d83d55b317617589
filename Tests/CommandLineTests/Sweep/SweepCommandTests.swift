import Foundation
import Testing

@testable import softmax_laws

@Suite("The command sweep") struct SweepCommandTests {
  /// The lines of a report without times.
  private func timeless(_ file: TemporaryFile) throws -> [String] {
    let text = try String(contentsOf: URL(filePath: file.path), encoding: .utf8)
    return text.split(separator: "\n").map {
      String($0).replacing(/"seconds":[-+.e0-9]+/, with: "")
    }
  }

  @Test func `says that all inputs were tried, and what it found`() throws {
    let file = TemporaryFile(".jsonl")
    defer { file.remove() }
    let session = Session(
      "sweep", "sigmoid", "--implementation", "libm", "--format", "bfloat16", "--report", file.path)
    #expect(session.status == .success)
    #expect(session.errors == "")
    #expect(session.output.contains("✔ holds  sigmoid in bfloat16  all 65,536 inputs\n"))
    #expect(session.detail("special")?.hasPrefix("258: ") == true)
    let report = try Report(file)
    #expect(report.lines.count == 3)
    #expect(report.lines[1]["cases"] as? Int == 65_536)
    #expect(report.lines[1]["exhaustive"] as? Int == 65_536)
    #expect(report.summary?["holds"] == 1)
  }

  @Test func `shows the simplest failure and the worst`() throws {
    let session = Session(
      "sweep", "softplus", "--implementation", "naive", "--format", "bfloat16")
    #expect(session.status == .falsified)
    #expect(session.output.contains("✘ fails  softplus in bfloat16  all 65,536 inputs\n"))
    // e^89 overflows in binary32.
    #expect(session.detail("simplest")?.hasSuffix(")") == true)
    #expect(session.detail("  certified") != nil)
    #expect(session.detail("  allowed")?.hasPrefix("± ") == true)
  }

  @Test func `sweeps both targets of a loss, or one`() {
    let both = Session(
      "sweep", "binaryCrossEntropyWithLogits", "--implementation", "libm", "--format", "bfloat16")
    #expect(both.output.contains("binaryCrossEntropyWithLogits:0 in bfloat16"))
    #expect(both.output.contains("binaryCrossEntropyWithLogits:1 in bfloat16"))
    let one = Session(
      "sweep", "binaryCrossEntropyWithLogits:1", "--implementation", "libm", "--format",
      "bfloat16", "--quiet")
    #expect(one.status == .success)
    #expect(one.output == "")
  }

  @Test func `goes on after an interruption to the report of an undisturbed run`() throws {
    let (state, first, second, whole) = (
      TemporaryFile(".json"), TemporaryFile(".jsonl"), TemporaryFile(".jsonl"),
      TemporaryFile(".jsonl")
    )
    defer { [state, first, second, whole].forEach { $0.remove() } }
    func arguments(_ report: TemporaryFile) -> [String] {
      [
        "sweep", "binaryCrossEntropyWithLogits", "--implementation", "libm", "--format", "bfloat16",
        "--report", report.path,
      ]
    }
    let interruption = Interruption()
    let interrupted = Session(
      arguments(first) + ["--resume", state.path], interruption: interruption,
      watching: { if $0.contains("time") { interruption.note(SIGINT) } })
    #expect(interrupted.status == .interrupted)
    #expect(interrupted.errors.contains("the state is in '\(state.path)'"))
    #expect(try Report(first).summary == nil)
    #expect(Session(arguments(second) + ["--resume", state.path]).status == .success)
    #expect(Session(arguments(whole)).status == .success)
    #expect(try timeless(second) == timeless(whole))
  }

  @Test func `does not go on from the state of another run`() throws {
    let state = TemporaryFile(".json")
    defer { state.remove() }
    let options = ["--format", "bfloat16", "--resume", state.path, "--quiet", "--implementation"]
    #expect(Session(["sweep", "sigmoid"] + options + ["libm"]).status == .success)
    let other = Session(["sweep", "softplus"] + options + ["libm"])
    #expect(other.status == .badData)
    #expect(
      other.errors == """
        softmax-laws: state '\(state.path)': is of another run: its operation is 'sigmoid', not \
        'softplus'

        """)
    try Data("{}".utf8).write(to: URL(filePath: state.path))
    let damaged = Session(["sweep", "sigmoid"] + options + ["libm"])
    #expect(damaged.status == .badData)
    #expect(
      damaged.errors == "softmax-laws: state '\(state.path)': is not the state of a sweep\n")
  }

  @Test(arguments: [
    (["sweep"], "'sweep' needs an operation"),
    (["sweep", "sigmoid", "--law", "x"], "'sweep' has no option '--law'"),
    (
      ["sweep", "sigmoid", "--shard", "3/2"],
      "option '--shard' takes a shard I/N, with I from 1 to N, not '3/2'"
    ),
    (
      ["sweep", "sigmoid", "--jobs", "0"],
      "option '--jobs' takes a whole number from 1 to 256, not '0'"
    ),
    (["sweep", "sigmoid", "again"], "'again' is not expected here"),
    (["sweep", "softmaxx"], "'softmaxx' cannot be swept"),
  ])
  func `says what it does not understand`(arguments: [String], message: String) {
    let session = Session(arguments)
    #expect(session.status == .usage)
    #expect(session.errors.hasPrefix("softmax-laws: \(message)"))
  }

  @Test func `is reported in every form`() throws {
    let files = [".jsonl", ".xml", ".md", ".html"].map { TemporaryFile($0) }
    defer { files.forEach { $0.remove() } }
    let session = Session(
      ["sweep", "softplus", "--implementation", "naive", "--format", "bfloat16", "--shard", "2/4"]
        + files.flatMap { ["--report", $0.path] })
    #expect(session.status == .falsified)
    #expect(session.output.contains(" · shard 2/4\n"))
    let texts = try files.map { try String(contentsOf: URL(filePath: $0.path), encoding: .utf8) }
    #expect(zip(texts, ["{", "<?xml", "#", "<!"]).allSatisfy { $0.hasPrefix($1) })
    #expect(texts.allSatisfy { $0.contains("softplus") && $0.contains("certified") })
  }

  @Test(arguments: ["naive", "libm"])
  func `in shards is merged to the report of the whole`(implementation: String) throws {
    let files = (0...3).map { _ in TemporaryFile(".jsonl") }
    let (merged, whole) = (TemporaryFile(".jsonl"), TemporaryFile(".jsonl"))
    defer { (files + [merged, whole]).forEach { $0.remove() } }
    for (index, file) in files.enumerated() {
      let shard = index == 0 ? [] : ["--shard", "\(index)/3"]
      _ = Session(
        ["sweep", "binaryCrossEntropyWithLogits", "--implementation", implementation] + shard
          + ["--format", "bfloat16", "--quiet", "--report", file.path])
    }
    let shards = files.dropFirst().map(\.path)
    let status = Session(
      ["merge"] + shards.reversed() + ["--no-times", "--report", merged.path]
    ).status
    #expect(status == Session("merge", files[0].path, "--no-times", "--report", whole.path).status)
    #expect(status == (implementation == "naive" ? .falsified : .success))
    let text = try String(contentsOfFile: merged.path, encoding: .utf8)
    #expect(try text == String(contentsOfFile: whole.path, encoding: .utf8))
    #expect(
      Session(["merge"] + shards.dropLast()).errors == "softmax-laws: shard 3/3 is missing\n")
  }

  @Test func `is not merged where a shard has not tried its inputs`() throws {
    let files = (1...2).map { _ in TemporaryFile(".jsonl") }
    defer { files.forEach { $0.remove() } }
    for (index, file) in files.enumerated() {
      _ = Session(
        "sweep", "sigmoid", "--implementation", "libm", "--format", "bfloat16", "--shard",
        "\(index + 1)/2", "--report", file.path)
    }
    let text = try String(contentsOfFile: files[1].path, encoding: .utf8)
    try text.replacing("\"cases\":32768", with: "\"cases\":32767").write(
      toFile: files[1].path, atomically: true, encoding: .utf8)
    let merged = Session(["merge"] + files.map(\.path))
    #expect(merged.status == .badData)
    #expect(merged.errors.contains("line 2: sigmoid in bfloat16 has tried 32767 of 32768 inputs"))
  }

  @Test func `explains itself`() {
    #expect(Session("sweep", "--help").output.hasPrefix("softmax-laws sweep OPERATION"))
  }

  @Test func `tries a sample in binary64, and says so`() {
    let session = Session(
      "sweep", "softplus", "--implementation", "libm", "--format", "binary64", "--cases", "1")
    #expect(session.status == .success)
    #expect(session.output.contains("✔ holds  softplus in binary64  a sample of "))
  }
}
