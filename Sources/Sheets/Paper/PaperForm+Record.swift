import FormModel
import Records
import Standards
import TextLayout

extension PaperForm {
  /// A note to a debt is somebody's own words; longer ones would push the signature off the page.
  private static let longestRemark = 14
  private static let longestProposal = 48
  /// In columns, for the head of the form; at its own item the class's name stands whole.
  private static let longestClass = 20

  /// A child's form with all that is known, for the guardian to compare with the papers and sign.
  ///
  /// Numbers stand whole: a covered one cannot be compared.
  public init(_ record: Record, form: Form, setting: CheckSetting, kindergarten: String, words: some PaperWords) {
    let findings = record.openFindings(form: form, setting: setting)
    self.init(
      language: words.language, title: form.title[words.language], kindergarten: kindergarten,
      facts: [
        Fact(name: words.code, value: record.code.text),
        Fact(name: words.className, value: TextWidth.cut(record.contact.className ?? "—", to: Self.longestClass)),
        Fact(name: words.state, value: words.state(record.status)),
        Fact(name: words.number, value: record.number ?? words.numberNotYet),
        Fact(name: words.printedOn, value: setting.today.words(in: words.language)),
      ],
      sections: form.sections.map { section in
        Section(
          title: section.label[words.language],
          rows: section.fields.map { Self.row($0, of: record, findings, form: form, setting: setting, words: words) })
      },
      remarks: Self.remarks(record, form: form, setting: setting, words: words), declaration: words.declaration,
      signatures: words.signatures)
  }

  private static func row(
    _ field: Int, of record: Record, _ findings: [Finding], form: Form, setting: CheckSetting, words: some PaperWords
  ) -> Row {
    var row = Row(
      number: field + 1, label: form.fields[field].label[words.language],
      entry: entry(field, of: record, form: form, setting: setting, words: words))
    if record.answers[field]?.confirmation == .unconfirmed { row.mark = words.waiting }
    row.remarks = record.proposals.filter { $0.field == form.fields[field].name }.map {
      let shown = shown($0.value, of: field, form: form, words: words)
      return words.proposed(TextWidth.cut(shown, to: longestProposal))
    }
    row.remarks += findings.filter { $0.field == field && $0.severity != .missing }.map {
      TextWidth.cut(words.finding($0, in: form), to: longestProposal)
    }
    return row
  }

  private static func entry(
    _ field: Int, of record: Record, form: Form, setting: CheckSetting, words: some PaperWords
  ) -> Entry {
    // The kindergarten's own name of the class; the national code comes later.
    if case .classCode = form.fields[field].kind, let name = record.contact.className { return .value(name) }
    switch record.answers[field]?.content {
    case .value(let value): return .value(shown(value, of: field, form: form, words: words))
    case .owed(var owed):
      owed.note = TextWidth.cut(owed.note, to: longestRemark)
      return .absent(words.owed(owed))
    case nil:
      guard form.relevance(of: field, in: record.checkedAnswers, setting: setting) != .no else {
        return .absent(words.notNeeded)
      }
      let isRequired = form.isRequired(field, in: record.checkedAnswers, setting: setting)
      return .absent(isRequired ? words.blank : words.optional)
    }
  }

  private static func shown(_ value: String, of field: Int, form: Form, words: some PaperWords) -> String {
    let shown = form.shown(value, of: field, in: words.language)
    if case .documentNumber = form.fields[field].kind { return DocumentNumber.spelled(shown) }
    return shown
  }

  private static func remarks(
    _ record: Record, form: Form, setting: CheckSetting, words: some PaperWords
  ) -> [String] {
    let summary = RecordSummary(record, form: form, setting: setting)
    var remarks: [String] = []
    let missing = summary.missing.count
    if missing > 0 { remarks.append(words.missing(missing, first: summary.debts.compactMap(\.due).min())) }
    if !summary.unconfirmed.isEmpty { remarks.append(words.unconfirmed(summary.unconfirmed.count)) }
    return remarks + [words.why]
  }
}
