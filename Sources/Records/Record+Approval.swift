import FormModel
import Standards

extension Record {
  /// The findings that still count, in the order of the sheet.
  public func openFindings(form: Form, setting: CheckSetting) -> [Finding] {
    open(Checker(form: form, setting: setting.at(origin)).findings(in: checkedAnswers), form: form)
  }

  /// What keeps the record from being handed in: everything but what is owed.
  public func obstaclesToHandIn(form: Form, setting: CheckSetting) -> [Obstacle] {
    openFindings(form: form, setting: setting).filter { $0.rule != .owed }.map { .finding($0) }
  }

  /// What keeps the record from being approved: all of it.
  public func obstaclesToApprove(form: Form, setting: CheckSetting, duplicate: Bool) -> [Obstacle] {
    var obstacles: [Obstacle] = openFindings(form: form, setting: setting).map { .finding($0) }
    obstacles += queries.indices.filter { queries[$0].closed == nil }.map { .query($0) }
    if duplicate { obstacles.append(.duplicate) }
    let unconfirmed = unconfirmedFields
    if !unconfirmed.isEmpty { obstacles.append(.unconfirmed(fields: unconfirmed)) }
    // Accepting the warning lets a family register ahead; the sheet takes the child only once the day has come.
    if let entry = value(.entryDate, form).flatMap({ CalendarDate(iso: $0) }), entry > setting.today {
      obstacles.append(.entryAhead(entry))
    }
    return obstacles
  }

  /// Whether something is wrong with an approved record that only giving it back can mend; a warning is not.
  func isAmiss(form: Form, setting: CheckSetting, duplicate: Bool) -> Bool {
    duplicate || queries.contains { $0.closed == nil }
      || openFindings(form: form, setting: setting).contains { $0.severity != .warning }
  }

  /// The fields whose value somebody of the family must still confirm.
  public var unconfirmedFields: [Int] { answers.indices.filter { answers[$0]?.confirmation == .unconfirmed } }

  /// The fields whose value was confirmed elsewhere than at the desk, and how: approving lists them.
  public var confirmedElsewhere: [(field: Int, how: Confirmation.Means)] {
    answers.enumerated().compactMap { index, answer in
      guard case .confirmed(let confirmation) = answer?.confirmation, confirmation.how != .desk else { return nil }
      return (index, confirmation.how)
    }
  }

  /// Whether staff gave the record back and something is still asked.
  public var isReturned: Bool { status == .draft && queries.contains { $0.closed == nil } }

  /// Whether what stands is what went out last: nothing that a sheet holds has happened since.
  public var isExported: Bool {
    guard status == .approved, let sent = history.lastIndex(where: { $0.act == .export }) else { return false }
    return !history[(sent + 1)...].contains(where: \.changesSheet)
  }

  /// The names of the fields that changed since the record was last handed in or approved: marked for the reviewer.
  public var changedSinceHandIn: Set<String> {
    guard let seen = history.lastIndex(where: { $0.act == .handIn || $0.act == .approve }) else { return [] }
    return Set(
      history[(seen + 1)...].filter { $0.act == .answer || $0.act == .owe || $0.act == .correct }.compactMap(\.field))
  }

  /// The value that was last proposed for a field; nil where none is proposed.
  public func proposedValue(of field: String) -> String? { proposals.last { $0.field == field }?.value }
}
