import ArgumentParser
import Desk
import FormModel
import Wording

/// What the commands say about themselves; it is said before a command line is understood, or although it is not.
enum HelpText {
  /// The language that `--lang` or the locale asks for.
  static let wording = CommonOptions.wording(named(in: CommandLine.arguments))

  private static func named(in arguments: [String]) -> CommonOptions.LanguageName? {
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix("--lang=") { return CommonOptions.LanguageName(rawValue: String(argument.dropFirst(7))) }
      if argument == "--lang", index + 1 < arguments.count {
        return CommonOptions.LanguageName(rawValue: arguments[index + 1])
      }
    }
    return nil
  }

  /// A sentence of a command's own description.
  static func text(_ chinese: String, _ english: String) -> String { Localized(chinese, english)[wording.language] }

  /// What an argument or an option is for.
  static func option(_ chinese: String, _ english: String, valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(text(chinese, english), valueName: valueName)
  }

  /// The parser's own words in a page of help, which it has in English only.
  static func translated(_ page: String) -> String {
    guard wording.language == .chinese else { return page }
    var page = page
    for (english, chinese) in words { page = page.replacing(english, with: chinese) }
    return page
  }

  private static let words = [
    ("OVERVIEW: ", ""), ("USAGE: ", "用法： "), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "命令："),
    ("(default)", "(默认)"), ("(default: ", "(默认："), ("(values: ", "(可以是："), ("; default: ", "；默认："),
    ("Show the version.", "版本号"), ("Show help information.", "这一页说明"),
    ("  See 'xueji help <subcommand>' for detailed help.", "  某个命令的详细说明：xueji help <subcommand>"),
  ]
}

/// What is wrong with a command line: one sentence, made of what the parser says in English.
struct UsageError {
  private enum Fault {
    case unknownOption(String)
    case missingArgument(String)
    case missingValue(String)
    case badValue(String, option: String, allowed: String)
    case unexpected(String)
    case other(String)
  }

  private let fault: Fault
  private let command: String?

  /// - Parameter said: the parser's message, whose first words tell which mistake it is.
  init(_ said: String, command: String?) {
    self.command = command
    let parts = said.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
    if said.hasPrefix("Unknown option '"), parts.count >= 3 {
      fault = .unknownOption(parts[1])
    } else if said.hasPrefix("Missing expected argument '"), parts.count >= 3 {
      fault = .missingArgument(parts[1])
    } else if said.hasPrefix("Missing value for '"), parts.count >= 3 {
      fault = .missingValue(parts[1])
    } else if said.hasPrefix("The value '"), let middle = said.firstRange(of: "' is invalid for '"),
      let end = said[middle.upperBound...].firstIndex(of: "'")
    {
      let rest = said[end...]
      // A few words in a line, many in a list.
      let listed = rest.split(separator: "\n").filter { $0.hasPrefix("  - ") }.map { $0.dropFirst(4) }
      let allowed = rest.firstRange(of: "one of ").map { rest[$0.upperBound...].filter { $0 != "'" && $0 != "." } }
      let inLine = (allowed ?? "").replacing(" and ", with: ", ").replacing(" or ", with: ", ")
      fault = .badValue(
        String(said[..<middle.lowerBound].dropFirst("The value '".count)),
        option: String(said[middle.upperBound..<end]),
        allowed: listed.isEmpty ? inLine : listed.joined(separator: ", "))
    } else if said.hasPrefix("Unexpected argument '"), parts.count >= 3 {
      fault = .unexpected(parts[1])
    } else {
      fault = .other(said)
    }
  }

  func sentence(_ wording: Wording) -> String {
    let help = [wording.program, command, "--help"].compactMap(\.self).joined(separator: " ")
    let text: Localized =
      switch fault {
      case .unknownOption(let name): Localized("没有 \(name) 这个选项", "There is no option \(name)")
      case .missingArgument(let name): Localized("少了 \(name)", "\(name) is missing")
      case .missingValue(let option): Localized("\(option) 后面少了内容", "\(option) lacks its value")
      case .badValue(let value, let option, ""):
        Localized("\(option) 不能是“\(value)”", "“\(value)” will not do for \(option)")
      case .badValue(let value, let option, let allowed):
        Localized(
          "\(option) 不能是“\(value)”，可以是 \(allowed)", "“\(value)” will not do for \(option), which is \(allowed)")
      case .unexpected(let argument): Localized("不认识“\(argument)”", "“\(argument)” is not understood")
      case .other(let said): Localized("这样用不对：\(said)", said)
      }
    return switch wording.language {
    case .chinese: "\(text.chinese)；用法请看 \(help)。"
    case .english: "\(text.english); see \(help)."
    }
  }
}
