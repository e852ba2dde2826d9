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
    abstract: "检查登记或表格 (check records, .json or .jsonl, or a sheet, .csv)",
    discussion: """
      没有错误也没有漏填时退出码是 0，否则 1；有文件读不了是 65，其余的照样检查。
      Exit code 0 when there is no error and nothing missing, else 1; 65 when a file could not be read (the others are still checked).
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, tsv, json
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var date: DateOptions
  @Argument(help: "文件 (files)") var files: [String]
  @Option(help: "text、tsv 或 json") var format = Format.text
  @Option(help: ArgumentHelp("幼儿园所在的区县 (the kindergarten's own division)", valueName: "division")) var near: String?

  func run() throws {
    let form = try common.form()
    let near = near ?? (try? storeOptions.store(form).settings())?.division
    var checks = FileChecks(
      form: form, today: date.today, kindergarten: near, report: FindingReport(format, common.wording, form))
    for file in files { checks.check(file) }
    checks.report.finish()
    if checks.hasUnreadable { throw ExitCode(65) }
    if checks.report.counts { throw ExitCode(1) }
  }
}
