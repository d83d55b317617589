import Conformance
import Foundation
import Testing

@testable import softmax_laws

@Suite("The variables of a shard")
struct ShardVariablesTests {
  private func find(_ environment: [String: String]) -> String {
    do throws(UsageError) {
      return try ShardVariables(environment).find()?.description ?? "none"
    } catch {
      return error.description.replacing("; set it, or give --shard I/N", with: "")
        .replacing("; give --shard I/N", with: "")
    }
  }

  private func slurm(_ id: String, _ count: String, _ least: String?, step: String? = nil) -> String
  {
    var environment = ["SLURM_ARRAY_TASK_ID": id, "SLURM_ARRAY_TASK_COUNT": count]
    environment["SLURM_ARRAY_TASK_MIN"] = least
    environment["SLURM_ARRAY_TASK_STEP"] = step
    return find(environment)
  }

  @Test func `are those of Bazel, from zero`() {
    #expect(
      find(["TEST_TOTAL_SHARDS": "7", "TEST_SHARD_INDEX": "2"]) == "shard 3/7 of TEST_SHARD_INDEX")
    #expect(
      find(["TEST_TOTAL_SHARDS": "7"])
        == "the variable TEST_TOTAL_SHARDS is set, but TEST_SHARD_INDEX is not")
    #expect(
      find(["TEST_SHARD_INDEX": "2"])
        == "the variable TEST_SHARD_INDEX is set, but TEST_TOTAL_SHARDS is not")
    #expect(
      find(["TEST_TOTAL_SHARDS": "7", "TEST_SHARD_INDEX": "7"])
        == "the variable TEST_SHARD_INDEX takes a whole number from 0 to 6, not '7'")
    #expect(
      find(["TEST_TOTAL_SHARDS": "none", "TEST_SHARD_INDEX": "7"])
        == "the variable TEST_TOTAL_SHARDS takes a whole number from 1 to 100000, not 'none'")
  }

  @Test func `are those of Slurm's arrays, from where they begin, in steps`() {
    #expect(slurm("3", "7", "1") == "shard 3/7 of SLURM_ARRAY_TASK_ID")
    #expect(slurm("0", "7", "0") == "shard 1/7 of SLURM_ARRAY_TASK_ID")
    #expect(slurm("14", "3", "10", step: "4") == "shard 2/3 of SLURM_ARRAY_TASK_ID")
    #expect(
      slurm("0", "7", nil)
        == "the variable SLURM_ARRAY_TASK_ID is set, but SLURM_ARRAY_TASK_MIN is not")
    #expect(
      slurm("12", "3", "10", step: "4")
        == "the variable SLURM_ARRAY_TASK_ID takes 10 and at most 2 times 4 more, as"
        + " SLURM_ARRAY_TASK_COUNT says, not '12'")
    #expect(slurm("9", "7", "1").hasSuffix(" as SLURM_ARRAY_TASK_COUNT says, not '9'"))
  }

  @Test func `are those of Kubernetes' indexed jobs, with a total that the job sets`() {
    #expect(
      find(["JOB_COMPLETION_INDEX": "0", "JOB_COMPLETIONS": "7"])
        == "shard 1/7 of JOB_COMPLETION_INDEX")
    #expect(
      find(["JOB_COMPLETION_INDEX": "0"])
        == "the variable JOB_COMPLETION_INDEX is set, but JOB_COMPLETIONS is not")
  }

  @Test func `are those of GitLab, from one, which counts every job`() {
    #expect(find(["CI_NODE_INDEX": "7", "CI_NODE_TOTAL": "7"]) == "shard 7/7 of CI_NODE_INDEX")
    #expect(find(["CI_NODE_TOTAL": "1"]) == "none")
    #expect(
      find(["CI_NODE_TOTAL": "2"])
        == "the variable CI_NODE_TOTAL is set, but CI_NODE_INDEX is not")
    #expect(
      find(["CI_NODE_INDEX": "0", "CI_NODE_TOTAL": "7"])
        == "the variable CI_NODE_INDEX takes a whole number from 1 to 7, not '0'")
  }

  @Test func `may say the same, and must not contradict each other`() {
    let bazel = ["TEST_TOTAL_SHARDS": "7", "TEST_SHARD_INDEX": "2"]
    let same = bazel.merging(["CI_NODE_INDEX": "3", "CI_NODE_TOTAL": "7"]) { $1 }
    #expect(find(same) == "shard 3/7 of TEST_SHARD_INDEX")
    let other = bazel.merging(["CI_NODE_INDEX": "2", "CI_NODE_TOTAL": "7"]) { $1 }
    #expect(
      find(other)
        == "the environment says both shard 3/7 of TEST_SHARD_INDEX and shard 2/7 of CI_NODE_INDEX")
    #expect(find([:]) == "none" && find(["PATH": "/bin"]) == "none")
  }
}

@Suite("A run that is cut into shards")
struct ShardedRunTests {
  private let options = ["--law", "softmax-s*", "--format", "binary32", "--cases", "2"]
  private let bazel = ["TEST_TOTAL_SHARDS": "2", "TEST_SHARD_INDEX": "1"]

  @Test func `has the shard that the environment says, and touches Bazel's file`() throws {
    let status = TemporaryFile("")
    let xml = TemporaryFile(".xml")
    defer {
      status.remove()
      xml.remove()
    }
    let environment = bazel.merging(
      ["TEST_SHARD_STATUS_FILE": status.path, "XML_OUTPUT_FILE": xml.path]
    ) { $1 }
    let session = Session(options, environment: environment)
    #expect(session.status == .success)
    #expect(session.lines[0].hasSuffix(" · shard 2/2 of TEST_SHARD_INDEX"))
    #expect(FileManager.default.fileExists(atPath: status.path))
    #expect(try String(contentsOfFile: xml.path, encoding: .utf8).contains("<testsuites "))
  }

  @Test func `has the shard of the option, whatever the environment says`() {
    let session = Session(options + ["--shard=1/2"], environment: ["TEST_TOTAL_SHARDS": "2"])
    #expect(session.status == .success)
    #expect(session.lines[0].hasSuffix(" · shard 1/2"))
    let whole = Session(options + ["--shard", "1/1"], environment: bazel)
    #expect(!whole.lines[0].contains("shard"))
    let wrong = Session(options + ["--shard", "0/2"])
    #expect(wrong.status == .usage)
    #expect(wrong.errors.contains("'--shard' takes a shard I/N, with I from 1 to N, not '0/2'"))
  }

  @Test func `does not begin where the environment is half set`() {
    let session = Session(options, environment: ["TEST_TOTAL_SHARDS": "2"])
    #expect(session.status == .usage && session.output == "")
    #expect(
      session.errors
        == "softmax-laws: the variable TEST_TOTAL_SHARDS is set, but TEST_SHARD_INDEX is"
        + " not; set it, or give --shard I/N (see softmax-laws --help)\n")
    #expect(Session(["list"], environment: ["TEST_TOTAL_SHARDS": "2"]).status == .success)
  }

  @Test func `merges to the run that is not cut, byte for byte without times`() throws {
    let whole = TemporaryFile(".jsonl")
    let merged = TemporaryFile(".jsonl")
    let shards = (1...7).map { _ in TemporaryFile(".jsonl") }
    defer { ([whole, merged] + shards).forEach { $0.remove() } }
    let timeless = options + ["--no-times", "--report"]
    let status = Session(timeless + [whole.path]).status
    for (index, file) in shards.enumerated() {
      _ = Session(timeless + [file.path, "--shard", "\(index + 1)/7"])
    }
    let merge = ["merge"] + shards.map(\.path) + ["--report", merged.path]
    #expect(Session(merge).status == status && status == .success)
    #expect(
      try String(contentsOfFile: merged.path, encoding: .utf8)
        == String(contentsOfFile: whole.path, encoding: .utf8))
    let lacking = Session(merge.filter { $0 != shards[4].path })
    #expect(lacking.status == .badData)
    #expect(lacking.errors == "softmax-laws: shard 5/7 is missing\n")
    let doubled = Session(merge + [whole.path])
    #expect(doubled.status == .badData && doubled.errors.contains("has shards '1'"))
  }
}
