import ArgumentParser
import Desk
import Records
import Sheets
import Wording

/// Puts forms or slips on paper: into a file for a browser or a line printer.
struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration("print", CommandPhrase.print, ManualPhrase.print)

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var date: DateOptions
  @Argument(help: .saying(OptionPhrase.codes)) var codes: [String] = []
  @Option(name: .shortAndLong, help: .saying(OptionPhrase.paperFile, "file")) var output: String
  @Flag(help: .saying(OptionPhrase.blank)) var blank = false
  @Flag(help: .saying(OptionPhrase.slips)) var slip = false
  @Flag(help: .saying(OptionPhrase.prefilled)) var prefilled = false
  @Option(name: .customLong("class"), help: .saying(OptionPhrase.printClass, "name")) var className: String?

  func run() throws {
    let wording = storeOptions.wording
    let isStandardOutput = output == "-"
    guard let format = isStandardOutput ? .text : Paper.Format(ofFileNamed: output) else {
      throw Output.refuse(wording.message(.unknownKind(output)), 64)
    }
    if blank, slip || prefilled || className != nil || !codes.isEmpty {
      throw Output.refuse(wording.printBlankAlone, 64)
    }
    if slip, prefilled { throw Output.refuse(wording.printOneKind, 64) }
    if className != nil, !codes.isEmpty { throw Output.refuse(wording.printClassAlone, 64) }
    if !blank, !slip, className == nil, codes.isEmpty { throw Output.refuse(wording.printWhat, 64) }
    let work = try storeOptions.work(date)
    // Where no codes are given, listing the records says this too.
    var status: Int32 = codes.isEmpty && !blank ? 0 : work.saySettings()
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
    let kind: PaperKind = slip ? .slips : prefilled ? .prefilled : .forms
    let records = records(for: kind, work, &status)
    return records.isEmpty ? nil : .papers(kind, of: records, context)
  }

  /// The records that were asked for, as far as there is something to print of them; without codes, those of the class or
  /// of the whole store.
  private func records(for kind: PaperKind, _ work: StoreOptions.Work, _ status: inout Int32) -> [Record] {
    guard codes.isEmpty else {
      return codes.compactMap { work.record($0, &status) }.filter { record in
        // A form that is named is printed whatever its state.
        if kind == .forms { return true }
        let owes = kind.isFor(RecordSummary(record, form: work.forms.form(of: record), setting: work.setting))
        if !owes { Output.complain(work.wording.owesNothing(record.code.text)) }
        return owes
      }
    }
    let listing = work.list(SummaryFilter(className: className, order: .due))
    status = max(status, work.say(listing))
    return listing.summaries.filter(kind.isFor).compactMap { work.record($0.id.text, &status) }
  }
}
