import ArgumentParser
import Desk
import Records
import Wording

/// Prints a slip for each family that owes something.
struct SlipCommand: ParsableCommand {
  static let configuration = CommandConfiguration("slip", CommandPhrase.slip, ManualPhrase.slip)

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var date: DateOptions
  @Argument(help: .saying(OptionPhrase.codes)) var codes: [String]

  func run() throws {
    let work = try storeOptions.work(date)
    var output = Output()
    var status = work.saySettings()
    var isFirst = true
    for code in codes {
      guard let record = work.record(code, &status) else { continue }
      guard RecordSummary(record, form: work.forms.form(of: record), setting: work.setting).isOwing else {
        Output.complain(work.wording.owesNothing(record.code.text))
        continue
      }
      let slip = FamilySlip(record: record, work.context)
      if !isFirst { output.write("\n") }
      isFirst = false
      for line in slip.lines { output.write(Output.plain(line) + "\n") }
    }
    output.flush()
    if status != 0 { throw ExitCode(status) }
  }
}
