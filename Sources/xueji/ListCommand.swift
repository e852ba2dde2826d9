import ArgumentParser
import Desk
import FormModel
import Records
import Standards
import Wording

/// Lists records, one a line.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration("list", CommandPhrase.list, ManualPhrase.list)

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var date: DateOptions
  @Option(help: .saying(OptionPhrase.touchedOn, "date")) var day: CalendarDate?
  @Option(help: .saying(OptionPhrase.ofStatus, "status")) var status: [Status] = []
  @Option(help: .saying(OptionPhrase.ofWord, "word")) var word: [SummaryFilter.Condition] = []
  @Option(name: .customLong("class"), help: .saying(OptionPhrase.ofClass, "name")) var className: String?
  @Option(help: .saying(OptionPhrase.gap, "item")) var gap: String?
  @Option(help: .saying(OptionPhrase.dueBy, "date")) var dueBy: CalendarDate?
  @Option(help: .saying(OptionPhrase.search, "text")) var search = ""
  @Option(help: .saying(OptionPhrase.order, "order")) var order = SummaryFilter.Order.created
  @Flag(help: .saying(OptionPhrase.json)) var json = false

  func run() throws {
    let work = try storeOptions.work(date)
    let gap = try gap.map { work.form.fields[try work.form.field($0, work.wording)].name }
    let filter = SummaryFilter(
      day: day, statuses: Set(status), conditions: Set(word), className: className, dueBy: dueBy, search: search,
      order: order)
    var listing = work.list(filter)
    listing.summaries.removeAll { summary in
      if let formName = storeOptions.formName, summary.edition.name != formName { return true }
      guard let gap else { return false }
      return work.forms.form(of: summary).index(of: gap).map { !summary.hasGap(at: $0) } ?? true
    }
    let rows = listing.summaries.map {
      SummaryRow($0, isTouched: listing.touched.contains($0.id), work.forms.form(of: $0))
    }
    var output = Output()
    if json {
      for row in rows { output.line(row.json) }
    } else {
      // Most stores have one form and one kindergarten, and their lists two columns less.
      let hasForms = Set(listing.summaries.map(\.edition.name)).count > 1
      let hasOrigins = listing.summaries.contains { $0.kindergarten != nil }
      output.row(SummaryRow.columns + (hasForms ? ["form"] : []) + (hasOrigins ? ["kindergarten"] : []))
      for row in rows {
        output.row(row.cells + (hasForms ? [row.formCell] : []) + (hasOrigins ? [row.kindergartenCell] : []))
      }
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
extension SummaryFilter.Condition: ExpressibleByArgument {}
extension SummaryFilter.Order: ExpressibleByArgument {}
