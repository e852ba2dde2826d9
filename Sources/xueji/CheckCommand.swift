import ArgumentParser
import FormModel
import Glibc
import Records
import Sheets
import Standards
import Wording

/// Checks records and sheets with every rule that concerns one child.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: HelpText.wording(CommandPhrase.check),
    discussion: HelpText.wording(ManualPhrase.check))

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, tsv, json
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var date: DateOptions
  @Argument(help: .saying(OptionPhrase.files)) var files: [String]
  @Option(help: .saying(OptionPhrase.format, "format")) var format = Format.text
  @OptionGroup var nearOptions: NearOptions

  func run() throws {
    let forms = try common.library(storeOptions)
    let simulated = try common.library(isSimulated: true)
    let near = try nearOptions.division(forms.form, storeOptions, common.wording)
    var checks = FileChecks(
      forms: forms, simulated: simulated, today: date.today, kindergarten: near,
      report: FindingReport(format, common.wording, forms.form), bar: ProgressBar(common.wording)
    ) { try? storeOptions.work(common, date).children() }
    do throws(FormProblem) {
      Interruption.watch()
      try checks.check(files)
    } catch {
      checks.report.finish()
      throw Output.refuse(common.wording.message(error), 78)
    }
    checks.report.finish()
    if checks.isStopped { throw Output.refuse(common.wording.stoppedChecking(checks.checked), 130) }
    if checks.hasUnreadable { throw ExitCode(65) }
    if checks.report.counts { throw ExitCode(1) }
  }
}
