/// A command line that cannot be understood, naming the offending text.
enum UsageError: Error, Equatable, CustomStringConvertible {
  case unknownCommand(String)
  case unknownOption(String)
  case strayArgument(String)
  case missingArgument(String, of: String)
  case missingValue(of: String)
  case badValue(String, of: String)
  case missingProgram
  case twoImplementations

  var description: String {
    switch self {
    case .unknownCommand(let text): "there is no command '\(text)'"
    case .unknownOption(let text): "there is no option '\(text)'"
    case .strayArgument(let text): "'\(text)' is not expected here"
    case .missingArgument(let what, let command): "'\(command)' needs \(what)"
    case .missingValue(let option): "option '\(option)' needs a value"
    case .badValue(let text, let option): "'\(text)' is not a value of option '\(option)'"
    case .missingProgram: "no program follows '--'"
    case .twoImplementations: "'--implementation' and a program after '--' exclude each other"
    }
  }
}
