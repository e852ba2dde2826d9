import ArgumentParser
import Desk
import Records
import Sheets
import Wording

/// Puts forms or slips on paper: into a file for a browser or a line printer.
struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: HelpText.wording(CommandPhrase.print),
    discussion: HelpText.wording(ManualPhrase.print))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var date: DateOptions
  @Argument(help: .saying(OptionPhrase.codes)) var codes: [String] = []
  @Option(name: .shortAndLong, help: .saying(OptionPhrase.paperFile, "file")) var output: String
  @Flag(help: .saying(OptionPhrase.blank)) var blank = false
  @Flag(help: .saying(OptionPhrase.slips)) var slip = false

  func run() throws {
    let wording = common.wording
    let isStandardOutput = output == "-"
    guard let format = isStandardOutput ? .text : Paper.Format(ofFileNamed: output) else {
      throw Output.refuse(wording.message(.unknownKind(output)), 64)
    }
    if blank, slip || !codes.isEmpty { throw Output.refuse(wording.printBlankAlone, 64) }
    if !blank, !slip, codes.isEmpty { throw Output.refuse(wording.printWhat, 64) }
    let work = try storeOptions.work(common, date)
    // The list of all says it too.
    var status: Int32 = slip && codes.isEmpty ? 0 : work.saySettings()
    guard let paper = paper(work, &status) else {
      if status == 0 { Output.complain(wording.nothingPrinted) }
      throw ExitCode(max(status, 1))
    }
    if isStandardOutput {
      var output = Output()
      output.write(paper.text)
      output.flush()
    } else {
      do throws(StoreError) {
        try AtomicFile.create(paper.bytes(as: format), to: output)
      } catch {
        throw Output.refuse(wording.message(.notWritten(error)), 74)
      }
      Output.say(wording.printed(output, asText: format == .text))
    }
    if status != 0 { throw ExitCode(status) }
  }

  /// What is to be printed; nil where it is nothing.
  private func paper(_ work: StoreOptions.Work, _ status: inout Int32) -> Paper? {
    let context = work.context
    if blank { return .blank(context) }
    let records = slip ? owing(work, &status) : codes.compactMap { work.record($0, &status) }
    guard !records.isEmpty else { return nil }
    return slip ? .slips(of: records, context) : .forms(of: records, context)
  }

  /// The records that were asked for and owe something; without codes, all of the store.
  private func owing(_ work: StoreOptions.Work, _ status: inout Int32) -> [Record] {
    guard codes.isEmpty else {
      return codes.compactMap { work.record($0, &status) }.filter { record in
        let owes = RecordSummary(record, form: work.forms.form(of: record), setting: work.setting).hasGaps
        if !owes { Output.complain(work.wording.owesNothing(record.code.text)) }
        return owes
      }
    }
    let listing = work.list(SummaryFilter(order: .due))
    status = max(status, work.say(listing))
    return listing.summaries.filter(\.hasGaps).compactMap { work.record($0.id.text, &status) }
  }
}
