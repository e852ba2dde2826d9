import ArgumentParser
import Desk
import FormModel
import Records
import Standards

/// Lists records, one a line.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出登记 (list records)",
    discussion: """
      一份一行，各列是 (one line a record, in these columns):
        code      取件码
        created   开始的时刻 (when it was begun)
        status    draft、submitted、approved、withdrawn
        name      姓名
        class     班级
        owed      以后补的必填项 (required items put off)
        errors    错误
        warnings  提醒 (open warnings)
        id        编号
        blank     没填的必填项 (required items without an answer)
        unconfirmed  家长还没确认的项 (values that the family has not confirmed)
        queries   还没答的问题 (open questions)
        words     returned、owed、unconfirmed、exported、numbered、duplicate、waiting、gaps，另有 touched：
                  以前开始、这一天改过的 (with --day: begun earlier and changed on that day)
      JSON 里另有 changed、handed_in、filler、debts (the JSON has these besides)。
      读不了的文件写在标准错误里，退出码 65 (unreadable files are named on standard error, exit code 65)。
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var date: DateOptions
  @Option(help: ArgumentHelp("这一天开始的和改过的 (begun or changed on this day)", valueName: "date")) var day: CalendarDate?
  @Option(help: "draft、submitted、approved 或 withdrawn，可以重复 (may be repeated)") var status: [Status] = []
  @Option(
    help: """
      returned、owed、unconfirmed、exported、numbered、duplicate、waiting 或 gaps，可以重复，都要符合 (may be repeated; all hold)
      """)
  var word: [SummaryFilter.Word] = []
  @Option(name: .customLong("class"), help: ArgumentHelp("这个班的 (of this class)", valueName: "name"))
  var className: String?
  @Option(help: ArgumentHelp("缺这一项的：第几项或字段名 (this item or field is owed or blank)", valueName: "item")) var gap: String?
  @Option(help: ArgumentHelp("到这一天为止该补的 (something is due by this day)", valueName: "date")) var dueBy: CalendarDate?
  @Option(help: ArgumentHelp("姓名的一部分、取件码或证件号末四位 (part of a name, a code, or a number's last four)", valueName: "text"))
  var search = ""
  @Option(help: "created、name、class、due 或 status") var order = SummaryFilter.Order.created
  @Flag(help: "输出 JSON (as JSON)") var json = false

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
      output.write(String(decoding: JSONValue.array(rows.map(\.json)).serialized(pretty: true), as: UTF8.self))
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
