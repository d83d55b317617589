/// A command line that cannot be understood, naming the offending text.
enum UsageError: Error, Equatable, CustomStringConvertible {
  case unknownCommand(String)
  case unknownOption(String)
  case foreignOption(String, of: String)
  case strayArgument(String)
  case missingArgument(String, of: String)
  case missingOption(String, of: String)
  case missingValue(of: String)
  case needlessValue(String, of: String)
  case badValue(String, of: String, wanted: String)
  case repeatedReport(String)
  case missingProgram
  case needlessProgram(of: String)
  case twoImplementations(String, String)
  case missingVariable(String, beside: String)
  case badVariable(String, String, wanted: String)
  case contradictoryVariables(String, String)

  var description: String {
    switch self {
    case .unknownCommand(let text):
      "there is no command '\(text)'" + Suggestion.text(for: text, among: Command.names)
    case .unknownOption(let text):
      "there is no option '\(text)'" + Suggestion.text(for: text, among: Command.allOptions)
    case .foreignOption(let option, let command): "'\(command)' has no option '\(option)'"
    case .strayArgument(let text): "'\(text)' is not expected here"
    case .missingArgument(let what, let command): "'\(command)' needs \(what)"
    case .missingOption(let option, let command): "'\(command)' needs '\(option) FILE'"
    case .missingValue(let option): "option '\(option)' needs a value"
    case .needlessValue(let text, let option):
      "option '\(option)' takes no value, but has '\(text)'"
    case .badValue(let text, let option, let wanted):
      "option '\(option)' takes \(wanted), not '\(text)'"
    case .repeatedReport(let path): "the report '\(path)' is asked for twice"
    case .missingProgram: "no program follows '--'"
    case .needlessProgram(let command): "'\(command)' takes no program after '--'"
    case .twoImplementations(let first, let second): "\(first) and \(second) exclude each other"
    case .missingVariable(let name, let other):
      "the variable \(other) is set, but \(name) is not; set it, or give --shard I/N"
    case .badVariable(let name, let text, let wanted):
      "the variable \(name) takes \(wanted), not '\(text)'; set it, or give --shard I/N"
    case .contradictoryVariables(let first, let second):
      "the environment says both \(first) and \(second); give --shard I/N"
    }
  }
}
