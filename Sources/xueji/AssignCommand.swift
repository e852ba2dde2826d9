import ArgumentParser
import Desk
import FormModel
import Records
import Sheets
import Standards
import Wording

/// Gives records the 学籍号 that the national system has sent back.
struct AssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: HelpText.wording(CommandPhrase.assign),
    discussion: HelpText.wording(ManualPhrase.assign))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var person: PersonOptions
  @OptionGroup var date: DateOptions
  @Argument(help: .saying(OptionPhrase.systemList)) var file: String
  @Option(help: .saying(OptionPhrase.systemColumn, "column=item")) var map: [String] = []

  func run() throws {
    let work = try storeOptions.work(common, date)
    let roster = try RosterFile(
      file, for: .studentNumbers, RosterFile.Options(changes: map, takesHidden: true), work.form, work.wording)
    var run = AssignRun(work, roster, holder: person.staff)
    let failure = run.takeAll(at: { date.moment })
    Output.say(work.wording.assigned(run.counts))
    run.listMissing()
    if let failure { throw Output.refuse(work.wording.storeFailed(failure), 74) }
    if run.unseenCode != 0 { throw ExitCode(run.unseenCode) }
    if run.counts[.refused] != nil { throw ExitCode(1) }
  }
}
