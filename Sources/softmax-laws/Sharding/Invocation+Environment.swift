import Conformance
import Foundation

extension Invocation {
  /// Reads what engines that start a program many times say by variables: the shard, where no option
  /// gives it, and Bazel's name for a report in the XML of JUnit.
  ///
  /// - Throws: `UsageError` naming the variable that is wrong.
  mutating func readShard(
    _ environment: [String: String], isGiven: Bool
  ) throws(UsageError) {
    if !isGiven, let finding = try ShardVariables(environment).find() {
      shard = finding.shard
      shardVariables = finding
    }
    if let path = environment["XML_OUTPUT_FILE"], path.hasSuffix(".xml"), !reports.contains(path) {
      reports.append(path)
    }
  }

  /// Tells Bazel that the program knows shards.
  ///
  /// - Throws: `Stop` naming a file that cannot be written.
  func touchStatusFile() throws(Stop) {
    guard let path = shardVariables?.statusFile else { return }
    guard FileManager.default.createFile(atPath: path, contents: nil) else {
      throw Stop(
        message: "cannot write '\(path)', which TEST_SHARD_STATUS_FILE names", status: .badData)
    }
  }

  /// The shard in words, and where it is from; `nil` where the run is not cut.
  var shardNote: String? {
    if let shardVariables { return shardVariables.description }
    return shard.count > 1 ? "shard \(shard)" : nil
  }
}

extension Sequence<String> {
  /// Whether the option of shards is among the arguments.
  var isSharded: Bool { contains { $0 == "--shard" || $0.hasPrefix("--shard=") } }
}
