import ArgumentParser
import Wording

/// In which language the commands speak before a command line is understood, or although it is not.
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
}

extension ArgumentHelp {
  /// What an argument or an option is for, and what its value is called.
  static func saying(_ phrase: OptionPhrase, _ valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(HelpText.wording(phrase), valueName: valueName)
  }
}

extension CommandConfiguration {
  /// What a command is called, what it does in a line, and what its page of help says besides.
  init(
    _ name: String, _ abstract: CommandPhrase, _ more: ManualPhrase? = nil,
    subcommands: [any ParsableCommand.Type] = [],
    defaultSubcommand: (any ParsableCommand.Type)? = nil
  ) {
    self.init(
      commandName: name, abstract: HelpText.wording(abstract), discussion: more.map { HelpText.wording($0) } ?? "",
      subcommands: subcommands, defaultSubcommand: defaultSubcommand)
  }
}
