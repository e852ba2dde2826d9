import FormModel
import Records
import Standards
import Wording

extension GuidedScreen {
  /// Enter: takes what stands there and goes on; a wrong value is said once before it may be left.
  mutating func accept(_ context: DeskContext) -> [Effect] {
    if case .search(let search) = editor, search.isOpen { return take(search, context) }
    if let refusal = emptied(context) {
      notice = refusal
      load(context)
      return []
    }
    var effects: [Effect] = []
    if mayGoOn, case .finding(let finding) = notice, let proposal = finding.proposal, finding.field == field {
      // The one thing that the machine may offer in a number's place: what an old number has become.
      effects = answer(proposal, .told, from: nil, context)
      load(context)
    } else if isUntouched(context), let suggestion = suggestion(for: field, context) {
      effects = answer(suggestion.value, suggestion.source, from: suggestion.from, context)
    } else {
      effects = commit(context) + choose(context)
    }
    if let finding = valueFindings(context).first, !mayGoOn {
      notice = .finding(finding)
      mayGoOn = true
      load(context)
      return effects
    }
    if let problem = unreadable(context), !mayGoOn {
      notice = .text(problem, isError: true)
      mayGoOn = true
      return effects
    }
    moveOn(context)
    return effects
  }

  private mutating func moveOn(_ context: DeskContext) {
    if returnsToCheck {
      returnsToCheck = false
      panel = .check(CheckPanel(self, context))
      return
    }
    // A child's number may say that another document is likelier than the one that was only accepted, and a document
    // that another region is.
    if isDocument(context) {
      for name in ["id_type", "nationality"] {
        if let other = context.form.index(of: name), other != field, offered(for: other, context) != nil {
          return go(to: other, context)
        }
      }
    }
    goOnward(context)
  }

  /// To the next item; after the last, to the list of findings, or out of a walk through gaps.
  ///
  /// Where the walk has filled a draft, the list is shown too: nobody else would look at it or hand it in.
  mutating func goOnward(_ context: DeskContext) {
    if path == .gaps { passed.insert(field) }
    if let next = onward(context) {
      go(to: next, context)
    } else if path == .gaps, held.refusal(of: .handIn, form: context.form, setting: context.setting) != nil,
      record.status != .draft || !gaps(context).isEmpty
    {
      leaving = .asLeft
    } else {
      panel = .check(CheckPanel(self, context))
    }
  }

  func isDocument(_ context: DeskContext) -> Bool {
    ["id_type", "id_number"].contains(context.form.fields[field].name)
  }

  private mutating func take(_ search: SearchEditor, _ context: DeskContext) -> [Effect] {
    guard let row = search.choice else { return [] }
    if row.isUnlisted {
      panel = .unlisted(UnlistedPanel(context))
      return []
    }
    guard row.retired == nil else {
      notice = .text(context.wording(GuidedPhrase.notSelectable), isError: true)
      return []
    }
    let effects = answer(row.code, .told, from: nil, context)
    load(context)
    moveOn(context)
    return effects
  }

  /// Whether the person has left the item as it came.
  func isUntouched(_ context: DeskContext) -> Bool {
    switch editor {
    case .text(let editor), .number(let editor), .date(let editor): editor.isEmpty
    case .choices(let choices): choices.choice?.code == suggestion(for: field, context)?.value
    case .search: true
    }
  }

  /// Why a line that was emptied stays as it was: what was approved can be changed, but not taken away.
  func emptied(_ context: DeskContext) -> Notice? {
    guard record.status == .approved, editor.hasChanges, editor.textEditor?.isEmpty ?? false,
      standing(context) != nil
    else { return nil }
    if case .search = editor { return nil }
    let label = context.form.fields[field].label[context.language]
    return .text(context.wording(GuidedPhrase.notEmptied, label), isError: true)
  }

  /// Why a typed date is no date; its text is kept all the same.
  private func unreadable(_ context: DeskContext) -> String? {
    guard case .date(let editor) = editor, !editor.isEmpty,
      case .failure(let problem) = read(editor.text, context)
    else { return nil }
    return context.wording.message(problem)
  }

  /// Reads a date as it is typed in the present item: an entry may lie ahead, a birth may not.
  func read(_ text: String, _ context: DeskContext) -> Result<CalendarDate, DateProblem> {
    let isBirth = context.form.fields[field].derivation?.part == .birthDate
    return DateReader.read(text, today: context.today, latest: isBirth ? nil : context.today.adding(months: 12))
  }

  // MARK: Storing

  /// Puts what is typed into the record, whatever it is worth: a draft may hold anything but impossible characters.
  mutating func commit(_ context: DeskContext) -> [Effect] {
    // What nobody touched says nothing, however it may be spelled.
    guard editor.hasChanges else { return [] }
    switch editor {
    case .text(let editor):
      let isName: Bool = if case .personName = context.form.fields[field].kind { true } else { false }
      return store(TextNormaliser.normalise(editor.text, as: isName ? .personName : .freeText), context)
    case .number(let editor):
      return store(TextNormaliser.normalise(editor.text, as: .code), context)
    case .date(let editor):
      guard case .success(let date) = read(editor.text, context) else {
        return store(TextNormaliser.normalise(editor.text, as: .freeText), context)
      }
      return store(date.iso, context)
    // A highlight that Enter has not taken is no answer.
    case .choices, .search: return []
    }
  }

  /// Takes the highlighted choice.
  private mutating func choose(_ context: DeskContext) -> [Effect] {
    guard case .choices(let choices) = editor, let choice = choices.choice,
      choice.code != standing(context) || offered(for: field, context) != nil
    else { return [] }
    return answer(choice.code, .told, from: nil, context)
  }

  private mutating func store(_ value: String, _ context: DeskContext) -> [Effect] {
    // By its bytes: to Swift a compatibility ideograph equals its twin, to the register they are two names.
    if value.utf8.elementsEqual((standing(context) ?? "").utf8) { return [] }
    if !value.isEmpty { return answer(value, .told, from: nil, context) }
    // An emptied line takes the value away, but never a note that it comes later.
    guard record.answers[field]?.value != nil else { return [] }
    let before = record
    make(.clear(field: field), context)
    return changed(since: before, context)
  }

  mutating func answer(_ value: String, _ source: Source, from: String?, _ context: DeskContext) -> [Effect] {
    let before = record
    if case .classCode = context.form.fields[field].kind {
      var contact = record.contact
      contact.className = value
      make(.reach(contact), context)
    } else if record.status == .approved {
      make(.propose(value, field: field), context)
    } else {
      make(.answer(value, field: field, source: source, from: from), context)
    }
    return changed(since: before, context)
  }

  /// After a change: derived items follow, the change can be undone, the record is saved.
  mutating func changed(since before: Record, _ context: DeskContext) -> [Effect] {
    guard record.revision != before.revision else { return [] }
    remember(before)
    derive(context)
    saving = .waiting
    return [.save(record)] + numberCheck(since: before, context)
  }

  /// Asks whether another record bears the number that was just given.
  private func numberCheck(since before: Record, _ context: DeskContext) -> [Effect] {
    guard let field = Self.numberField(context), let number = record.answers[field]?.value,
      before.answers[field]?.value != number
    else { return [] }
    return [.checkNumber(record)]
  }

  mutating func derive(_ context: DeskContext) {
    for (index, definition) in context.form.fields.enumerated() {
      guard let derivation = definition.derivation, derivation.source == field else { continue }
      let standing = record.answers[index]
      guard standing == nil || standing?.source == .derived || standing?.owed != nil else { continue }
      if let value = context.form.derivedValue(of: index, in: record.checkedAnswers, setting: context.setting) {
        let from = context.form.fields[derivation.source].name
        make(.answer(value, field: index, source: .derived, from: from), context)
      } else if standing?.source == .derived {
        make(.clear(field: index), context)
      }
    }
  }

  // MARK: Leaving

  /// F10: everything is saved; who owes something is asked where to be reached.
  mutating func leave(_ context: DeskContext) -> [Effect] {
    let effects = commit(context)
    if case .failed = saving {
      panel = .unsaved
      return effects + [.retry]
    }
    guard record.revision > 0, record.status == .draft, held.holder.person.relation == nil,
      record.contact.telephone == nil
    else {
      leaving = .asLeft
      return effects
    }
    panel = .filler(FillerPanel(purpose: .leave, record, context))
    return effects
  }

  // MARK: A number that is registered already

  static func numberField(_ context: DeskContext) -> Int? { context.form.index(of: "id_number") }

  /// The child's number, where another record bears it too.
  func knownNumberField(_ context: DeskContext) -> Int? {
    guard let knownNumber, let field = Self.numberField(context), record.answers[field]?.value == knownNumber else {
      return nil
    }
    return field
  }
}
