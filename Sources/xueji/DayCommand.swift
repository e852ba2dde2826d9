import ArgumentParser
import Desk
import FormModel
import Records
import Standards
import Wording

/// The balance of a day and who owes what.
struct DayCommand: ParsableCommand {
  static let configuration = CommandConfiguration("day", CommandPhrase.day, ManualPhrase.day)

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var date: DateOptions
  @Option(help: .saying(OptionPhrase.whichDay, "date")) var day: CalendarDate?
  @Flag(help: .saying(OptionPhrase.json)) var json = false

  func run() throws {
    let work = try storeOptions.work(date)
    let day = day ?? work.setting.today
    let listing = work.list(SummaryFilter(day: day, order: .due))
    let begun = listing.summaries.filter { !listing.touched.contains($0.id) }
    let balance = DayBalance(begun)
    let owing = begun.filter { !$0.missing.isEmpty }
    var output = Output()
    if json {
      let value = self.json(day, balance, owing, work.forms)
      output.write(String(decoding: value.serialized(pretty: true), as: UTF8.self))
    } else {
      for line in work.wording.balance(balance, of: day) { output.write(line + "\n") }
      output.write("\n")
      output.row("code", "name", "class", "item", "field", "due", "reason", "who")
      for summary in owing { rows(of: summary, work.forms.form(of: summary), &output) }
    }
    output.flush()
    let code = work.say(listing)
    if code != 0 { throw ExitCode(code) }
  }

  private func rows(of summary: RecordSummary, _ form: Form, _ output: inout Output) {
    for field in summary.missing {
      let debt = summary.debts.first { $0.field == field }
      output.row(
        summary.code.text, summary.name, summary.className ?? "", String(field + 1), form.fields[field].name,
        debt?.due?.iso ?? "", debt?.reason.rawValue ?? "blank", debt?.who.rawValue ?? "")
    }
  }

  private func json(
    _ day: CalendarDate, _ balance: DayBalance, _ owing: [RecordSummary], _ forms: FormLibrary
  ) -> JSONValue {
    .object([
      "day": .string(day.iso), "started": .int(balance.started), "drafts": .int(balance.drafts),
      "submitted": .int(balance.submitted), "approved": .int(balance.approved), "withdrawn": .int(balance.withdrawn),
      "returned": .int(balance.returned), "ready": .int(balance.ready), "missing": .int(balance.owing),
      "wrong": .int(balance.wrong), "duplicates": .int(balance.duplicates),
      "migrant": .int(balance.migrant), "left_behind": .int(balance.leftBehind), "disabled": .int(balance.disabled),
      "orphan": .int(balance.orphan),
      "owing": .array(
        owing.map { summary in
          .object([
            "code": .string(summary.code.text), "id": .string(summary.id.text), "name": .string(summary.name),
            "class": summary.className.map { .string($0) } ?? .null,
            "debts": .array(summary.debts.map { Self.json($0, forms.form(of: summary)) }),
            "blanks": .array(summary.blanks.map { .string(forms.form(of: summary).fields[$0].name) }),
          ])
        }),
    ])
  }

  private static func json(_ debt: RecordSummary.Debt, _ form: Form) -> JSONValue {
    .object([
      "item": .int(debt.field + 1), "field": .string(form.fields[debt.field].name),
      "reason": .string(debt.reason.rawValue), "who": .string(debt.who.rawValue),
      "due": debt.due.map { .string($0.iso) } ?? .null, "note": .string(debt.note),
      "required": .bool(debt.isRequired),
    ])
  }
}
