import FormModel
import Records
import Standards

extension PaperForm {
  /// A child's form to be completed by hand: what is known stands there, and where something is missing or wrong there is
  /// room to write, as on the empty form.
  public init(
    completing record: Record, form: Form, setting: CheckSetting, settings: Settings, words: some PaperWords
  ) {
    self.init(record, form: form, setting: setting, kindergarten: settings.kindergarten, words: words)
    let empty = PaperForm(blank: form, kindergarten: settings.kindergarten, classes: settings.classes, words: words)
    let rooms = Dictionary(uniqueKeysWithValues: empty.sections.flatMap(\.rows).map { ($0.number, $0) })
    let findings = record.openFindings(form: form, setting: setting)
    let wrong = Set(findings.filter { $0.severity == .error }.map(\.field))
    let missing = Set(RecordSummary(record, form: form, setting: setting).missing)
    for section in sections.indices {
      for row in sections[section].rows.indices {
        let field = sections[section].rows[row].number - 1
        guard missing.contains(field) || wrong.contains(field), let room = rooms[field + 1] else { continue }
        // What the kindergarten has to find out is not for the family to write.
        if let owed = record.answers[field]?.owed, owed.who != .guardian { continue }
        if case .value(let value) = sections[section].rows[row].entry {
          sections[section].rows[row].remarks.insert(value, at: 0)
        }
        sections[section].rows[row].entry = room.entry
        sections[section].rows[row].remarks += room.remarks
      }
    }
    later = empty.later
    remarks.insert(words.howTo, at: 0)
    declaration = ""
    signatures = empty.signatures
  }
}

extension PaperForm.Row {
  /// Whether somebody is to write there.
  public var isToFillIn: Bool {
    switch entry {
    case .choices, .blanks: true
    case .value, .absent: false
    }
  }
}
