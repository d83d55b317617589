/// A reason to stop, with the line that says it and the exit status.
struct Stop: Error, Equatable {
  let message: String
  let status: ExitStatus
}
