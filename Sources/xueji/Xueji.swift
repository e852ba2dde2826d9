import ArgumentParser

/// The program: the desk by itself, or one of its commands.
struct Xueji: ParsableCommand {
  static var configuration: CommandConfiguration { described }
  private static let described = CommandConfiguration(
    commandName: "xueji",
    abstract: HelpText.text("学籍：幼儿园的登记台", "The registration desk of a kindergarten."),
    discussion: HelpText.text("不带命令就是首页。", "Without a command: the first page."),
    version: "0.1.0",
    subcommands: [
      HomeCommand.self, FillCommand.self, NumberCommand.self, LookupCommand.self, HanziCommand.self,
      CheckCommand.self, ShowCommand.self, ListCommand.self, SchemaCommand.self, SheetCommand.self, CompleteCommand.self, ReviewCommand.self,
      PeopleCommand.self,
      ApproveCommand.self, ReturnCommand.self, WithdrawCommand.self, ReinstateCommand.self, DayCommand.self,
      SlipCommand.self, PrintCommand.self,
      ExportCommand.self, ClassesCommand.self,
      ImportCommand.self, AssignCommand.self,
      DoctorCommand.self, BackupCommand.self, RestoreCommand.self,
    ],
    defaultSubcommand: HomeCommand.self)
}

@main
enum Program {
  static func main() {
    do {
      if let launch = Launch(CommandLine.arguments.dropFirst()) { return try Session.run(launch) }
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      leave(error)
    }
  }

  private static func run(_ arguments: [String]) throws {
    // Without a command the parser would describe the first page alone.
    if named(in: arguments) == nil, arguments.contains(where: ["-h", "--help"].contains) {
      print(HelpText.translated(Xueji.helpMessage()))
      return
    }
    var command = try Xueji.parseAsRoot(arguments)
    try command.run()
  }

  /// Ends the program: a page of help, one sentence about a mistake, or an exit code whose sentence was said already.
  private static func leave(_ error: any Error) -> Never {
    if let code = error as? ExitCode { Xueji.exit(withError: code) }
    let code = Xueji.exitCode(for: error)
    if code.isSuccess {
      print(HelpText.translated(Xueji.fullMessage(for: error)))
    } else {
      let command = named(in: CommandLine.arguments.dropFirst())
      Output.complain(UsageError(Xueji.message(for: error), command: command).sentence(HelpText.wording))
    }
    Xueji.exit(withError: code)
  }

  /// The command that the arguments name.
  private static func named(in arguments: some Sequence<String>) -> String? {
    let names = Xueji.configuration.subcommands.compactMap { $0.configuration.commandName }
    return arguments.first { names.contains($0) || $0 == "help" }
  }
}
