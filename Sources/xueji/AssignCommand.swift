import ArgumentParser
import Desk
import FormModel
import Records
import Sheets
import Standards

/// Gives records the 学籍号 that the national system has sent back.
struct AssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: HelpText.text("填学籍号", "Give records the numbers that came back."),
    discussion: HelpText.text(
      """
      文件里要有学籍号、身份证件号码、姓名三列。一行一个孩子：row、code、result（assigned、same、refused）、name、message；最后列出还没有\
      学籍号的。有了的不会改。有没填成的，退出码是 1。
      """,
      """
      The file has the columns 学籍号, 身份证件号码 and 姓名. One line a child: row, code, result (assigned, same, refused), \
      name, message; then who still has none. A number that is there is never changed. Exit code 1 where one was refused.
      """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var person: PersonOptions
  @OptionGroup var date: DateOptions
  @Argument(help: HelpText.option("系统给的名单：.xlsx 或 .csv", "The system's list: .xlsx or .csv.")) var file: String
  @Option(
    help: HelpText.option(
      "某一列是什么，如 C=学籍号；可以重复", "What a column holds, such as C=number. May be repeated.", valueName: "column=item"))
  var map: [String] = []

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
