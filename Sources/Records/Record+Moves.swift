import FormModel
import Standards

extension Record {
  /// Makes a move that was found to be allowed.
  mutating func apply(_ move: Move, _ stamp: Stamp, form: Form, setting: CheckSetting) {
    switch move {
    case .answer(let value, let field, let source, let from):
      changing(stamp, form, setting) {
        $0.answer(value, for: field, source: source, from: from, stamp, form: form)
      }
    case .owe(let owed, let field): changing(stamp, form, setting) { $0.owe(owed, for: field, stamp, form: form) }
    case .clear(let field): changing(stamp, form, setting) { $0.clear(field, stamp, form: form) }
    case .restore(let answer, let field):
      changing(stamp, form, setting) { $0.restore(answer, for: field, stamp, form: form) }
    case .give(let value, let field): changing(stamp, form, setting) { $0.give(value, to: field, stamp, form: form) }
    case .takeBack(let field): changing(stamp, form, setting) { $0.takeBack(field, stamp, form: form) }
    case .accept(let finding, let reason):
      changing(stamp, form, setting) { $0.accept(finding, reason: reason, stamp, form: form) }
    case .setContact(let contact): setContact(contact, stamp)
    case .handIn: handIn(stamp)
    case .confirm(let fields, let how, let who): confirm(fields, how, who, stamp, form: form)
    case .sendBack(let questions): sendBack(questions, stamp, form: form)
    case .approve: enter(.approved, .approve, stamp)
    case .closeQueries(let reason): closeQueries(reason, stamp)
    case .withdraw(let cause, let reason):
      enter(.withdrawn, .withdraw, stamp, reason: reason.isEmpty ? nil : reason, cause: cause)
    case .reinstate(let reason): enter(statusBeforeWithdrawal, .reinstate, stamp, reason: reason)
    case .propose(let value, let field): propose(value, field, stamp, form: form)
    case .take(let index, let reason): take(index, reason, stamp, form, setting)
    case .decline(let index, let reason): decline(index, reason, stamp)
    case .export(let sheet, let row): export(sheet, row, stamp)
    case .number(let number): assign(number, stamp)
    }
  }

  // MARK: Questions

  /// Changes answers, moves those that this makes relevant or irrelevant, and closes the questions whose item has
  /// changed since it was asked about and passes now.
  ///
  /// What makes an item pass may be another one, or a warning that is accepted; an item that no longer applies passes.
  private mutating func changing(
    _ stamp: Stamp, _ form: Form, _ setting: CheckSetting, _ change: (inout Record) -> Void
  ) {
    let before = revision
    change(&self)
    guard revision != before else { return }
    keepRelevant(stamp, form: form, setting: setting)
    guard queries.contains(where: { $0.closed == nil }) else { return }
    let failing = Set(openFindings(form: form, setting: setting).flatMap(\.fields))
    for index in queries.indices where queries[index].closed == nil {
      guard let field = queries[index].field.flatMap(form.index(of:)), hasChanged(since: queries[index]),
        !failing.contains(field)
      else { continue }
      let isGone = answers[field] == nil && form.relevance(of: field, in: checkedAnswers, setting: setting) == .no
      if answers[field]?.value != nil || isGone { queries[index].closed = stamp }
    }
  }

  private func hasChanged(since query: Query) -> Bool {
    let asked = history.lastIndex { $0.act == .query && $0.field == query.field && $0.at == query.at }
    return history[(asked.map { $0 + 1 } ?? 0)...].contains { entry in
      entry.field == query.field && (entry.act == .answer || entry.act == .owe)
    }
  }

  private mutating func sendBack(_ questions: [Move.Question], _ stamp: Stamp, form: Form) {
    for question in questions {
      let field = question.field.map { form.fields[$0].name }
      queries.append(Query(field: field, text: question.text, by: stamp.by, at: stamp.at))
      enter(.query, stamp, field: field, reason: question.text)
    }
    enter(.draft, .return, stamp)
  }

  private mutating func closeQueries(_ reason: String, _ stamp: Stamp) {
    for index in queries.indices where queries[index].closed == nil {
      queries[index].closed = stamp
      enter(.query, stamp, field: queries[index].field, reason: reason)
    }
  }

  // MARK: Confirming

  mutating func confirm(
    _ fields: [Int], _ how: Confirmation.Means, _ who: String, _ stamp: Stamp, form: Form
  ) {
    for field in fields {
      guard let old = answers[field], old.confirmation == .unconfirmed else { continue }
      var new = old
      new.confirmation = .confirmed(Confirmation(how: how, who: who, by: stamp.by, at: stamp.at))
      answers[field] = new
      enter(.confirm, stamp, field: form.fields[field].name, old: old, new: new)
    }
  }

  // MARK: Corrections

  /// One proposal stands beside a value; a later one takes its place, and both are in the history.
  mutating func propose(_ value: String, _ field: Int, _ stamp: Stamp, form: Form) {
    let name = form.fields[field].name
    if let current = proposedValue(of: name) ?? answers[field]?.value, current.isSpelled(like: value) { return }
    proposals.removeAll { $0.field == name }
    // Proposing what stands anyway takes the proposal back.
    if answers[field]?.value?.isSpelled(like: value) != true {
      proposals.append(Proposal(field: name, value: value, by: stamp.by, at: stamp.at))
    }
    enter(.propose, stamp, field: name, old: answers[field], new: proposed(value, by: stamp.by, at: stamp.at))
  }

  /// The value comes in under the name of whoever proposed it, and the record waits for approval again.
  private mutating func take(_ index: Int, _ reason: String, _ stamp: Stamp, _ form: Form, _ setting: CheckSetting) {
    let proposal = proposals.remove(at: index)
    guard let field = form.index(of: proposal.field) else { return }
    let old = answers[field]
    answers[field] = proposed(proposal.value, by: proposal.by, at: proposal.at)
    enter(.correct, stamp, field: proposal.field, old: old, new: answers[field], reason: reason)
    keepRelevant(stamp, form: form, setting: setting)
    status = .submitted
  }

  private mutating func decline(_ index: Int, _ reason: String, _ stamp: Stamp) {
    let proposal = proposals.remove(at: index)
    enter(
      .propose, stamp, field: proposal.field, old: proposed(proposal.value, by: proposal.by, at: proposal.at),
      reason: reason)
  }

  private func proposed(_ value: String, by person: Person, at: Timestamp) -> RecordedAnswer {
    RecordedAnswer(
      .value(value), source: .told, by: person, at: at,
      confirmation: person.role == .guardian ? .notNeeded : .unconfirmed)
  }

  // MARK: Going out

  private mutating func export(_ sheet: String, _ row: Int, _ stamp: Stamp) {
    enter(.export, stamp)
    exports.append(Export(sheet: sheet, row: row, revision: revision, at: stamp.at))
  }

  // MARK: The number that came back

  /// The entry has no field: the number is none of the form's items, and a form may have one of that name.
  private mutating func assign(_ number: String, _ stamp: Stamp) {
    guard self.number == nil else { return }
    self.number = number
    enter(
      .number, stamp,
      new: RecordedAnswer(.value(number), source: .document, by: stamp.by, at: stamp.at))
  }

  // MARK: Status

  private mutating func enter(
    _ new: Status, _ act: Act, _ stamp: Stamp, reason: String? = nil, cause: WithdrawalCause? = nil
  ) {
    status = new
    enter(act, stamp, reason: reason, cause: cause)
  }
}
