/// What the program's exit says, in the order of the contract.
enum ExitStatus: Int32, Equatable {
  /// Every checked law holds.
  case success = 0
  /// A law is falsified, or a known issue is stale.
  case falsified = 1
  /// The implementation crashed, hung or broke the protocol.
  case implementationFailed = 2
  /// Nothing was checked.
  case nothingChecked = 3
  /// The command line is wrong.
  case usage = 64
  /// A data file is bad, or a report cannot be written.
  case badData = 65
  /// The suite itself is at fault.
  case internalFault = 70
  /// The terminal of the run was closed: 128 and the signal's number.
  case hungUp = 129
  /// The run was interrupted from the keyboard: 128 and the signal's number.
  case interrupted = 130
  /// The run was asked to end: 128 and the signal's number.
  case terminated = 143
}
