import ArgumentParser
import Desk
import Records
import Sheets

/// Puts forms or slips on paper: into a file for a browser or a line printer.
struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: HelpText.text("打印登记表、空表、补交单", "Forms, the empty form, or slips, to be printed."),
    discussion: HelpText.text(
      """
      文件名用 .html 结尾，在浏览器里打印，一份一页；用 .txt 结尾，给针式打印机；- 是标准输出，纯文字。已经有的文件不会覆盖。找不到的，\
      退出码是 1；读不了的是 65；写不了的是 74。
      """,
      """
      A file that ends in .html is printed from a browser, a form a page; one in .txt is for a line printer; - is standard \
      output, as plain text. A file that is there already is not written over. Exit code 1 where a record was not found or \
      nothing was to be printed, 65 where one cannot be read, 74 where the file cannot be written.
      """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var date: DateOptions
  @Argument(help: HelpText.option("取件码或编号", "Codes or ids.")) var codes: [String] = []
  @Option(
    name: .shortAndLong,
    help: HelpText.option("写到这个文件", "The file, which must not be there yet.", valueName: "file"))
  var output: String
  @Flag(help: HelpText.option("空表，停电时用", "The empty form, for a power cut.")) var blank = false
  @Flag(
    help: HelpText.option(
      "补交单，几家一页；不写取件码就是所有还缺东西的", "Slips, several on a page; without codes, of all who owe something."))
  var slip = false

  func run() throws {
    let wording = common.wording
    let isStandardOutput = output == "-"
    guard let format = isStandardOutput ? .text : Paper.Format(ofFileNamed: output) else {
      throw Output.refuse(wording.message(.unknownKind(output)), 64)
    }
    if blank, slip || !codes.isEmpty { throw Output.refuse(wording.printBlankAlone, 64) }
    if !blank, !slip, codes.isEmpty { throw Output.refuse(wording.printWhat, 64) }
    let work = try storeOptions.work(common, date)
    var status: Int32 = 0
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
