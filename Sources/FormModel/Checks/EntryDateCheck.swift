import Standards

/// Nobody is born after today, and nobody has entered the kindergarten before the day came.
///
/// A family may register in June for September: at the desk a day within twelve months is only asked about.
struct EntryDateCheck: RecordCheck {
  func check(_ scope: ConditionScope, into findings: inout [Finding]) {
    let today = scope.setting.today
    if let birth = scope.form.field(.childBirthDate), let date = scope.date(in: birth), date > today {
      findings.append(Finding(.bornInFuture, .error, fields: [birth]))
    }
    guard let entry = scope.form.field(.entryDate), let date = scope.date(in: entry), date > today else { return }
    switch scope.setting.place {
    case .sheet:
      findings.append(Finding(.entryInFuture, .error, fields: [entry]))
    case .desk where date <= today.adding(months: 12):
      findings.append(Finding(.entryAhead, .warning, fields: [entry]))
    case .desk:
      findings.append(Finding(.entryFarAhead, .error, fields: [entry]))
    }
  }
}
