import ArgumentParser
import Desk
import Records

/// Prints a slip for each family that owes something.
struct SlipCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slip", abstract: HelpText.text("给家长的补交纸条", "A slip for each family that owes something."),
    discussion: HelpText.text(
      "每张四十列，只有姓和取件码。什么也不缺的只在标准错误里说一声。找不到的，退出码是 1；读不了的是 65。",
      """
      Forty columns, with the surname and the code only. Who owes nothing is named on standard error. Exit code 1 where \
      a record was not found, 65 where it cannot be read.
      """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var date: DateOptions
  @Argument(help: HelpText.option("取件码或编号", "Codes or ids.")) var codes: [String]

  func run() throws {
    let work = try storeOptions.work(common, date)
    var output = Output()
    var status: Int32 = 0
    var isFirst = true
    for code in codes {
      guard let record = work.record(code, &status) else { continue }
      guard RecordSummary(record, form: work.forms.form(of: record), setting: work.setting).hasGaps else {
        Output.complain(work.wording.owesNothing(record.code.text))
        continue
      }
      let slip = FamilySlip(record: record, form: work.forms.form(of: record), wording: work.wording)
      if !isFirst { output.write("\n") }
      isFirst = false
      for line in slip.lines { output.write(Output.plain(line) + "\n") }
    }
    output.flush()
    if status != 0 { throw ExitCode(status) }
  }
}
