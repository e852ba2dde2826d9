import ArgumentParser
import FormModel
import Glibc
import Records
import Sheets
import Standards

/// Checks records and sheets with every rule that concerns one child.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: HelpText.text(
      "检查登记（.json、.jsonl）或表格（.xlsx、.csv）", "Check records (.json, .jsonl) or a sheet (.xlsx, .csv)."),
    discussion: HelpText.text(
      """
      表格不管怎么来的：列的先后、上面的标题行都没关系，CSV 可以是 UTF-8 或 GB 18030。还查孩子在文件里、在本机登记里有没有重复。\
      没有错误也没有漏填时退出码是 0，否则 1；有文件读不了是 65，其余的照样检查。
      """,
      """
      A sheet may come from anywhere: in any order of columns, with titles above, CSV in UTF-8 or GB 18030. Children who \
      stand in the file twice, or in the store as well, are named too. Exit code 0 when there is no error and nothing missing, else 1; 65 when a file could not be read (the others \
      are still checked).
      """))

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, tsv, json
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var date: DateOptions
  @Argument(help: HelpText.option("文件", "The files.")) var files: [String]
  @Option(
    help: HelpText.option("给人看的文字，或给程序读的", "Text for people, or lines for programs.", valueName: "format"))
  var format = Format.text
  @OptionGroup var nearOptions: NearOptions

  func run() throws {
    let forms = try common.library()
    let near = try nearOptions.division(forms.form, storeOptions, common.wording)
    var checks = FileChecks(
      forms: forms, today: date.today, kindergarten: near, report: FindingReport(format, common.wording, forms.form)
    ) { try? storeOptions.work(common, date).children() }
    for file in files { checks.check(file) }
    checks.report.finish()
    if checks.hasUnreadable { throw ExitCode(65) }
    if checks.report.counts { throw ExitCode(1) }
  }
}
