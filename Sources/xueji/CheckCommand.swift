import ArgumentParser
import FormModel
import Glibc
import Records
import Sheets
import Standards
import Wording

/// Checks records and sheets with every rule that concerns one child.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration("check", CommandPhrase.check, ManualPhrase.check)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, tsv, json
  }

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var date: DateOptions
  @Argument(help: .saying(OptionPhrase.files)) var files: [String]
  @Option(help: .saying(OptionPhrase.format, "format")) var format = Format.text
  @OptionGroup var nearOptions: NearOptions

  func run() throws {
    let forms = try storeOptions.library()
    let simulated = try storeOptions.library(isSimulated: true)
    let near = try nearOptions.division(forms.form, storeOptions)
    var checks = FileChecks(
      forms: forms, simulated: simulated, today: date.today, kindergarten: near,
      report: FindingReport(format, storeOptions.wording, forms.form), bar: ProgressBar(storeOptions.wording)
    ) { try? storeOptions.work(date).children() }
    do throws(FormProblem) {
      Interruption.watch()
      try checks.check(files)
    } catch {
      checks.report.finish()
      throw Output.refuse(storeOptions.wording.message(error), 78)
    }
    checks.report.finish()
    if checks.isStopped { throw Output.refuse(storeOptions.wording.stoppedChecking(checks.checked), 130) }
    if checks.hasUnreadable { throw ExitCode(65) }
    if checks.report.counts { throw ExitCode(1) }
  }
}
