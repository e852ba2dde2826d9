import Standards

/// A date must be a day of the calendar, written `YYYY-MM-DD` in a record.
struct DateCheck: FieldCheck {
  func check(_ text: String, of field: Int, _ scope: ConditionScope, into findings: inout [Finding]) {
    guard case .date = scope.form.fields[field].kind else { return }
    if let date = CalendarDate(iso: text), DateReader.years.contains(date.year) { return }
    switch DateReader.read(text, today: scope.setting.today, latest: scope.setting.today.adding(months: 12)) {
    case .success(let date):
      // Readable, but not the record's form: whoever reads dates for people hands over the day itself.
      findings.append(Finding(.unreadableDate(.unreadable), .error, fields: [field], proposal: date.iso))
    case .failure(let problem):
      findings.append(Finding(.unreadableDate(problem), .error, fields: [field]))
    }
  }
}
