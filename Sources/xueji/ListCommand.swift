import ArgumentParser
import Desk
import FormModel
import Records
import Standards

/// Lists records, one a line.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: HelpText.text("列出登记", "List records."),
    discussion: HelpText.text(
      """
      一份登记一行，第一行是表头，各列是：
      code 取件码；created 登记时间；status 状态；name 姓名；class 班级；owed 以后补的必填项；errors 错误；warnings 提醒；id 编号；\
      blank 没填的必填项；unconfirmed 家长还没确认的；queries 没答的问题；words 符合的词。
      words 里的 touched 是以前登记、--day 那天改过的。JSON 里另有 changed、handed_in、filler、debts。
      读不了的文件另外说明，退出码是 65。
      """,
      """
      One record a line below a header. The columns are:
      code; created, when it was begun; status; name; class; owed, required items put off; errors; warnings; id; \
      blank, required items without an answer; unconfirmed, values that the family has not confirmed; queries, open \
      questions; words, those of --word that hold.
      The word touched marks what was begun earlier and changed on the day of --day. The JSON also has changed, \
      handed_in, filler and debts. A file that cannot be read is named on standard error, and the exit code is 65.
      """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var date: DateOptions
  @Option(
    help: HelpText.option("只列这一天登记的，和这一天改过的", "Only those begun or changed on this day.", valueName: "date"))
  var day: CalendarDate?
  @Option(help: HelpText.option("只列这个状态的，可以重复", "Only those of this status; may be repeated.", valueName: "status"))
  var status: [Status] = []
  @Option(
    help: HelpText.option(
      "只列符合这个词的，重复就要都符合", "Only those this word is true of; repeated, all of them.", valueName: "word"))
  var word: [SummaryFilter.Word] = []
  @Option(name: .customLong("class"), help: HelpText.option("只列这个班的", "Only those of this class.", valueName: "name"))
  var className: String?
  @Option(
    help: HelpText.option("只列缺这一项的：第几项或字段名", "Only those where this item is owed or blank.", valueName: "item"))
  var gap: String?
  @Option(help: HelpText.option("只列到这一天该补的", "Only those where something is due by this day.", valueName: "date"))
  var dueBy: CalendarDate?
  @Option(
    help: HelpText.option(
      "找姓名的一部分、取件码或证件号末四位", "Part of a name, a code, or the last four of a number.", valueName: "text"))
  var search = ""
  @Option(help: HelpText.option("怎么排", "In which order.", valueName: "order")) var order = SummaryFilter.Order.created
  @Flag(help: HelpText.option("输出 JSON", "As JSON.")) var json = false

  func run() throws {
    let work = try storeOptions.work(common, date)
    let gap = try gap.map { text throws(ValidationError) in try work.form.field(text) }
    let filter = SummaryFilter(
      day: day, statuses: Set(status), words: Set(word), className: className, gap: gap, dueBy: dueBy, search: search,
      order: order)
    var line = ReadingLine(work.wording)
    let listing = work.index.list(filter, for: .staff(name: ""), setting: work.setting, progress: { line.show($0, $1) })
    line.end()
    let rows = listing.summaries.map { SummaryRow($0, isTouched: listing.touched.contains($0.id), work.form) }
    var output = Output()
    if json {
      let lines = rows.map { String(decoding: $0.json.serialized(pretty: false), as: UTF8.self) }
      output.write(lines.isEmpty ? "[]\n" : "[\n\(lines.joined(separator: ",\n"))\n]\n")
    } else {
      output.row(SummaryRow.columns)
      for row in rows { output.row(row.cells) }
    }
    output.flush()
    // One bad file never hides the others, and never goes unsaid.
    for problem in listing.unreadable { Output.complain(common.wording.message(problem)) }
    if !listing.unreadable.isEmpty { throw ExitCode(65) }
  }
}

extension Status: ExpressibleByArgument {}
extension SummaryFilter.Word: ExpressibleByArgument {}
extension SummaryFilter.Order: ExpressibleByArgument {}
