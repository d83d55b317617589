/// A reason to stop, with the line that says it and the exit status.
struct Stop: Error, Equatable {
  let message: String
  let status: ExitStatus
}

extension Stop {
  /// Does something with a data file; an error of it stops the program.
  static func atBadData<Result, Failure: Error & CustomStringConvertible>(
    _ body: () throws(Failure) -> Result
  ) throws(Stop) -> Result {
    do throws(Failure) {
      return try body()
    } catch {
      throw Stop(message: error.description, status: .badData)
    }
  }
}
