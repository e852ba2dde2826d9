import ArgumentParser
import Wording

/// The program: the desk by itself, or one of its commands.
struct Xueji: ParsableCommand {
  static var configuration: CommandConfiguration { described }
  private static let described = CommandConfiguration(
    commandName: "xueji", abstract: HelpText.wording(CommandPhrase.xueji),
    discussion: HelpText.wording(ManualPhrase.xueji),
    version: "0.1.0",
    subcommands: [
      HomeCommand.self, FillCommand.self, NumberCommand.self, LookupCommand.self, HanziCommand.self,
      CheckCommand.self, ShowCommand.self, ListCommand.self, SchemaCommand.self, SheetCommand.self,
      CompleteCommand.self, ReviewCommand.self,
      PeopleCommand.self,
      ApproveCommand.self, ReturnCommand.self, WithdrawCommand.self, ReinstateCommand.self, DayCommand.self,
      SlipCommand.self, PrintCommand.self,
      ExportCommand.self, ClassesCommand.self,
      ImportCommand.self, AssignCommand.self,
      CollectCommand.self, StatsCommand.self, SimulateCommand.self, DemoCommand.self,
      DoctorCommand.self, BackupCommand.self, RestoreCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: HomeCommand.self)
}

/// The whole program, as its executables start it.
public enum Program {
  /// Does what the arguments ask for, and ends the process where that fails.
  public static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      if let launch = Launch(arguments[...]) { return try Session.run(launch) }
      if asksForHelp(arguments) { return Output.say(reading(arguments).page(HelpText.wording)) }
      var command = parsed(arguments)
      try command.run()
    } catch {
      // The sentence about it was printed where it happened.
      Xueji.exit(withError: error)
    }
  }

  private static func asksForHelp(_ arguments: [String]) -> Bool {
    arguments.first == "help" || arguments.prefix { $0 != "--" }.contains { ["-h", "--help"].contains($0) }
  }

  /// The command that the arguments ask for; without one the program ends, with one sentence about the mistake.
  private static func parsed(_ arguments: [String]) -> any ParsableCommand {
    do {
      return try Xueji.parseAsRoot(arguments)
    } catch {
      let code = Xueji.exitCode(for: error)
      // The version, or what a shell or a program asks for, is no mistake.
      if code.isSuccess { Xueji.exit(withError: error) }
      Output.complain(reading(arguments).complaint(HelpText.wording))
      Xueji.exit(withError: code)
    }
  }

  private static func reading(_ arguments: [String]) -> CommandLineReading {
    CommandLineReading(arguments, of: .program) { (try? Xueji.parseAsRoot($0)) != nil }
  }
}
