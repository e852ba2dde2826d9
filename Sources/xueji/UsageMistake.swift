import Wording

/// What is wrong with a command line, with the option or the argument that is meant as a page of help names it.
enum UsageMistake: Hashable {
  case unknownOption(String)
  case missingArgument(String)
  case missingValue(option: String)
  case unwantedValue(String, option: String)
  /// - Parameter allowed: empty where what it can be is not listed.
  case badValue(String, option: String, allowed: [String])
  /// A day that cannot be read.
  case badDay(String, option: String)
  case unexpected(String)
  /// None of these.
  case notUnderstood

  func sentence(_ wording: Wording) -> String {
    switch self {
    case .unknownOption(let name): wording(UsagePhrase.unknownOption, name)
    case .missingArgument(let name): wording(UsagePhrase.missingArgument, name)
    case .missingValue(let option): wording(UsagePhrase.missingValue, option)
    case .unwantedValue(let value, let option): wording(UsagePhrase.unwantedValue, option, value)
    case .badValue(let value, let option, []): wording(UsagePhrase.badValue, option, value)
    case .badValue(let value, let option, let allowed):
      wording(UsagePhrase.unlistedValue, option, value, allowed.joined(separator: ", "))
    case .badDay(let value, let option): wording(UsagePhrase.badDay, option, value)
    case .unexpected(let argument): wording(UsagePhrase.unexpected, argument)
    case .notUnderstood: wording(UsagePhrase.notUnderstood)
    }
  }
}
