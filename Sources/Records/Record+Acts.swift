import FormModel
import Standards

extension Record {
  /// Answers a field. The same value from the same source again is no act.
  ///
  /// A value that a teacher gives waits for the family's confirmation, as does one that was copied while nobody of the
  /// family was there; changing a value removes its confirmation.
  mutating func answer(
    _ value: String, for field: Int, source: Source, from: String? = nil, _ stamp: Stamp, form: Form
  ) {
    if let old = answers[field], let current = old.value, current.isSpelled(like: value), old.source == source {
      // Giving again what somebody else gave for the family says that it is right.
      if stamp.by.role == .guardian { confirm([field], .desk, stamp.by.name, stamp, form: form) }
      return
    }
    let confirmation: ConfirmationState = stamp.by.role == .guardian ? .notNeeded : .unconfirmed
    let new = RecordedAnswer(
      .value(value), source: source, from: from, by: stamp.by, at: stamp.at, confirmation: confirmation)
    replace(field, with: new, act: .answer, stamp, form: form)
  }

  /// Puts a field off.
  mutating func owe(_ owed: Owed, for field: Int, _ stamp: Stamp, form: Form) {
    if answers[field]?.owed == owed { return }
    let new = RecordedAnswer(.owed(owed), source: nil, by: stamp.by, at: stamp.at)
    replace(field, with: new, act: .owe, stamp, form: form)
  }

  /// Takes a field's answer away.
  mutating func clear(_ field: Int, _ stamp: Stamp, form: Form) {
    guard answers[field] != nil else { return }
    replace(field, with: nil, act: .answer, stamp, form: form)
  }

  /// Puts back what stood in a field before, as an undo does.
  mutating func restore(_ answer: RecordedAnswer?, for field: Int, _ stamp: Stamp, form: Form) {
    let current = answers[field]
    // Equal to Swift is not the same to the register: see `isSpelled`.
    guard current != answer || !(current?.value ?? "").isSpelled(like: answer?.value ?? "") else { return }
    replace(field, with: answer, act: answer?.owed == nil ? .answer : .owe, stamp, form: form)
  }

  /// Accepts a warning for the values that stand there now.
  mutating func accept(_ finding: Finding, reason: String, _ stamp: Stamp, form: Form) {
    guard !hasAccepted(finding, form: form) else { return }
    accepted.append(
      AcceptedWarning(
        rule: finding.rule.code, values: values(of: finding, form: form), reason: reason, by: stamp.by, at: stamp.at))
    enter(.accept, stamp, field: form.fields[finding.field].name, reason: reason)
  }

  /// Hands the record in. What may be handed in is decided where the findings are known.
  mutating func handIn(_ stamp: Stamp) {
    guard status == .draft else { return }
    status = .submitted
    // A question about the record as a whole is answered by handing it in again.
    for index in queries.indices where queries[index].closed == nil && queries[index].field == nil {
      queries[index].closed = stamp
    }
    enter(.handIn, stamp)
  }

  /// Says who can be reached how, and in which class the child is: an act for each of the two that changes.
  ///
  /// The history knows them as `contact.telephone` and `contact.class`, and the relation as `contact.relation`: names
  /// that no field of a form can have.
  mutating func setContact(_ contact: Contact, _ stamp: Stamp) {
    setContact("telephone", self.contact.telephone, contact.telephone, stamp)
    setContact("class", self.contact.className, contact.className, stamp)
    self.contact.telephone = contact.telephone
    self.contact.className = contact.className
  }

  /// Notes who of the family fills the form in, as `contact.relation`.
  mutating func identify(_ stamp: Stamp) {
    guard let relation = stamp.by.relation else { return }
    enter(
      .answer, stamp, field: "contact.relation",
      new: RecordedAnswer(.value(relation), source: .told, by: stamp.by, at: stamp.at))
  }

  private mutating func setContact(_ key: String, _ old: String?, _ new: String?, _ stamp: Stamp) {
    guard old != new else { return }
    let field = "contact.\(key)"
    let told = history.last { $0.field == field }?.new
    let before = old.map { told ?? RecordedAnswer(.value($0), source: .told, by: created.by, at: created.at) }
    let after = new.map { RecordedAnswer(.value($0), source: .told, by: stamp.by, at: stamp.at) }
    enter(.answer, stamp, field: field, old: before, new: after)
  }

  /// Whether a guardian's or a teacher's change may go straight into the record.
  public var isOpenForChanges: Bool {
    switch status {
    case .draft, .submitted: true
    case .approved, .withdrawn: false
    }
  }

  // MARK: History

  private mutating func replace(
    _ field: Int, with new: RecordedAnswer?, act: Act, _ stamp: Stamp, form: Form
  ) {
    let old = answers[field]
    answers[field] = new
    enter(act, stamp, field: form.fields[field].name, old: old, new: new)
  }

  /// Takes answers that no longer apply off the form, and brings them back once they do again.
  ///
  /// Only what is certainly irrelevant leaves: an answer that merely cannot be judged yet stays where it is.
  mutating func keepRelevant(_ stamp: Stamp, form: Form, setting: CheckSetting) {
    // One answer's leaving may make another irrelevant, wherever the two stand; a chain is no longer than the form.
    for _ in form.fields.indices where !moveByRelevance(stamp, form, setting) { return }
  }

  /// Whether anything moved.
  private mutating func moveByRelevance(_ stamp: Stamp, _ form: Form, _ setting: CheckSetting) -> Bool {
    let before = revision
    for (field, definition) in form.fields.enumerated() where definition.relevant != .always {
      switch form.relevance(of: field, in: checkedAnswers, setting: setting) {
      case .no:
        guard let old = answers[field] else { continue }
        answers[field] = nil
        enter(.answer, stamp, field: definition.name, old: old, reason: Self.notRelevant)
      case .yes:
        guard answers[field] == nil, let last = lastChange(of: definition.name), last.reason == Self.notRelevant,
          let old = last.old
        else { continue }
        answers[field] = old
        enter(.answer, stamp, field: definition.name, new: old, reason: Self.relevantAgain)
      case .unknown:
        continue
      }
    }
    return revision != before
  }

  /// The last entry that changed the field; an accepted warning or a proposal only mentions it.
  private func lastChange(of field: String) -> HistoryEntry? {
    history.last { $0.field == field && $0.act != .propose && ($0.old != nil || $0.new != nil) }
  }

  static let notRelevant = "not-relevant"
  static let relevantAgain = "relevant-again"

  mutating func enter(
    _ act: Act, _ stamp: Stamp, field: String? = nil, old: RecordedAnswer? = nil, new: RecordedAnswer? = nil,
    reason: String? = nil, cause: WithdrawalCause? = nil
  ) {
    revision += 1
    changed = stamp
    history.append(
      HistoryEntry(
        revision: revision, at: stamp.at, by: stamp.by, act: act, field: field, old: old, new: new, reason: reason,
        cause: cause))
  }
}
