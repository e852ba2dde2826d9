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
      一份登记一行，先登记的在前，第一行是表头：取件码、登记时间、状态、姓名、班级，待补、错误、提醒各几项，编号，没填、未确认、\
      没答的问题各几项，还有从登记里看出来的词。JSON 里另有改动和交表的时间、谁填的、要补的。读不了的文件另外说明，退出码是 65；磁盘出错是 74。
      """,
      """
      One record a line below a header, the earliest first: its code, when it was begun, its status, name and class, \
      how many items are owed, wrong or doubtful, its id, how many are blank or unconfirmed, how many questions are \
      open, and the words that are read off it. The JSON also has when it was changed and handed in, who filled it in, \
      and what is owed. A file that cannot be read is named on standard error, and the exit code is 65, or 74 where the \
      disk failed.
      """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var date: DateOptions
  @Option(help: HelpText.option("这一天开始的和改过的", "Those begun or changed on this day.", valueName: "date"))
  var day: CalendarDate?
  @Option(help: HelpText.option("这个状态的；可以重复", "Those of this status; may be repeated.", valueName: "status"))
  var status: [Status] = []
  @Option(
    help: HelpText.option(
      "符合这个词的；可以重复，都要符合", "Those that the word holds of; may be repeated, all must hold.", valueName: "word"))
  var word: [SummaryFilter.Word] = []
  @Option(name: .customLong("class"), help: HelpText.option("这个班的", "Those of this class.", valueName: "name"))
  var className: String?
  @Option(help: HelpText.option("缺这一项的：第几项或字段名", "Those in which this item is owed or blank.", valueName: "item"))
  var gap: String?
  @Option(help: HelpText.option("到这一天为止该补的", "Those that owe something by this day.", valueName: "date"))
  var dueBy: CalendarDate?
  @Option(
    help: HelpText.option(
      "姓名的一部分、取件码或证件号末四位", "Part of a name, a code, or a number's last four.", valueName: "text"))
  var search = ""
  @Option(help: HelpText.option("按什么排", "What to order by.", valueName: "order")) var order = SummaryFilter.Order
    .created
  @Flag(help: HelpText.option("输出 JSON", "As JSON.")) var json = false

  func run() throws {
    let work = try storeOptions.work(common, date)
    let gap = try gap.map { text throws(ValidationError) in work.form.fields[try work.form.field(text)].name }
    let filter = SummaryFilter(
      day: day, statuses: Set(status), words: Set(word), className: className, dueBy: dueBy, search: search,
      order: order)
    var listing = work.list(filter)
    listing.summaries.removeAll { summary in
      if let formName = common.formName, summary.edition.name != formName { return true }
      guard let gap else { return false }
      return work.forms.form(of: summary).index(of: gap).map { !summary.hasGap(at: $0) } ?? true
    }
    let rows = listing.summaries.map {
      SummaryRow($0, isTouched: listing.touched.contains($0.id), work.forms.form(of: $0))
    }
    var output = Output()
    if json {
      let lines = rows.map { String(decoding: $0.json.serialized(pretty: false), as: UTF8.self) }
      output.write(lines.isEmpty ? "[]\n" : "[\n\(lines.joined(separator: ",\n"))\n]\n")
    } else {
      // Most stores have one form, and their lists one column less.
      let hasForms = Set(listing.summaries.map(\.edition.name)).count > 1
      output.row(SummaryRow.columns + (hasForms ? ["form"] : []))
      for row in rows { output.row(row.cells + (hasForms ? [row.formCell] : [])) }
    }
    output.flush()
    // One bad file never hides the others, and never goes unsaid.
    var code = work.say(listing)
    do throws(StoreError) {
      let waiting = try work.store.setAside().count
      if waiting > 0 { Output.complain(work.wording.setAside(waiting)) }
    } catch {
      Output.complain(work.wording.message(error))
      code = max(code, [error].exitCode)
    }
    if code != 0 { throw ExitCode(code) }
  }
}

extension Status: ExpressibleByArgument {}
extension SummaryFilter.Word: ExpressibleByArgument {}
extension SummaryFilter.Order: ExpressibleByArgument {}
