import ArgumentParser
import Desk
import FormModel
import Records
import Sheets
import Standards
import Wording

/// Gives records the 学籍号 that the national system has sent back.
struct AssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration("assign", CommandPhrase.assign, ManualPhrase.assign)

  @OptionGroup var acting: ActingOptions
  @OptionGroup var date: DateOptions
  @Argument(help: .saying(OptionPhrase.systemList)) var file: String
  @Option(help: .saying(OptionPhrase.systemColumn, "column=item")) var map: [String] = []

  func run() throws {
    let work = try acting.work(date)
    let roster = try RosterFile(
      file, for: .studentNumbers, RosterFile.Options(changes: map, takesHidden: true), work.form, work.wording)
    let listing = work.list(SummaryFilter(), for: acting.staff)
    let unseen = work.say(listing)
    var run = AssignRun(work.place, roster, listing, holder: acting.staff)
    let failure = take(&run)
    Output.say(work.wording.assigned(run.counts))
    list(run.missing, work.wording)
    for problem in run.unreadable { Output.complain(work.wording.message(problem)) }
    if let failure { throw Output.refuse(work.wording.storeFailed(failure), 74) }
    let code = run.unreadable.isEmpty ? unseen : max(unseen, run.unreadable.exitCode)
    if code != 0 { throw ExitCode(code) }
    if run.counts[.refused] != nil { throw ExitCode(1) }
  }

  private func take(_ run: inout AssignRun<RecordStore>) -> StoreError? {
    var output = Output()
    defer { output.flush() }
    output.row("row", "code", "result", "name", "message")
    return run.takeAll(
      at: { date.moment },
      tell: { row in
        output.row(String(row.number), row.code?.text ?? "", row.result.rawValue, row.name, row.message)
      }, goesOn: { _, _ in true })
  }

  private func list(_ missing: [RecordSummary], _ wording: Wording) {
    guard !missing.isEmpty else { return }
    var output = Output()
    output.write(wording.stillWithout(missing.count) + "\n")
    output.row("code", "name")
    for summary in missing { output.row(summary.code.text, summary.name) }
    output.flush()
  }
}
