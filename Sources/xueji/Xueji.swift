import ArgumentParser

/// The program: the desk by itself, or one of its commands.
struct Xueji: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "xueji",
    abstract: "学籍：幼儿园的登记台  (the registration desk of a kindergarten)",
    discussion: """
      不带命令就是首页。 Without a command: the first page.
      """,
    version: "0.1.0",
    subcommands: [
      HomeCommand.self, FillCommand.self, NumberCommand.self, LookupCommand.self, CheckCommand.self, ShowCommand.self,
      ListCommand.self, SchemaCommand.self, SheetCommand.self, CompleteCommand.self, ReviewCommand.self,
      DoctorCommand.self, BackupCommand.self, RestoreCommand.self,
    ],
    defaultSubcommand: HomeCommand.self)
}

@main
enum Program {
  static func main() {
    guard let launch = Launch(CommandLine.arguments.dropFirst()) else { return Xueji.main() }
    do { try Session.run(launch) } catch { Xueji.exit(withError: error) }
  }
}
