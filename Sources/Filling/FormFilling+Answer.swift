import FormModel
import Records
import Standards

/// What is entered in the present item, and what Enter does with it.
extension FormFilling {
  /// What somebody has put into the present item; no answer yet.
  public enum Entry: Hashable, Sendable {
    /// A line of text, and whether it was changed since the item was gone to.
    case line(String, isChanged: Bool)
    /// The highlighted choice of a list; no answer before Enter takes it.
    case choice(String?)
    /// A list that is searched, where nothing is taken yet.
    case search
  }

  /// What keeps Enter from going on, said once.
  public enum Objection: Hashable, Sendable {
    case finding(Finding)
    /// What is typed is no date; its text is kept all the same.
    case noDate(DateProblem)
    /// What was approved can be changed, but not taken away.
    case notEmptied
    /// Nothing is highlighted that Enter could take.
    case notChosen
  }

  public enum Entered: Hashable, Sendable {
    case objects(Objection)
    case goes(Destination)
  }

  /// Enter: takes what stands there and goes on; a wrong value is said once before it may be left.
  public mutating func enter(_ entry: Entry, _ context: FillingContext) -> Entered {
    if asking != .item { return chooseTogether(entry, context) }
    if refusesToEmpty(entry, context) { return .objects(.notEmptied) }
    if isWarned, let proposal = valueFinding(context)?.proposal {
      // The one thing that the machine may offer in a number's place: what an old number has become.
      answer(proposal, context)
    } else if isUntouched(entry, context), let suggestion = suggestion(context) {
      answer(suggestion.value, suggestion.source, from: suggestion.from, context)
    } else {
      put(entry, context)
      choose(entry, context)
    }
    if !isWarned, let objection = valueFinding(context).map(Objection.finding) ?? dateProblem(entry, context) {
      isWarned = true
      return .objects(objection)
    }
    if !isWarned, let finding = broken(context) {
      isWarned = true
      return .objects(.finding(finding))
    }
    return .goes(moveOn(context))
  }

  /// Takes an entry of a searched list, and goes on.
  public mutating func take(_ code: String, _ context: FillingContext) -> Entered {
    answer(code, context)
    if let finding = broken(context) {
      isWarned = true
      return .objects(.finding(finding))
    }
    return .goes(moveOn(context))
  }

  /// What was chosen where several items are asked for together.
  private mutating func chooseTogether(_ entry: Entry, _ context: FillingContext) -> Entered {
    guard case .choice(let code?) = entry else { return .objects(.notChosen) }
    switch asking {
    case .item: return .goes(.item)
    case .question(let question):
      guard let number = Int(code), context.form.questions[question].choices.indices.contains(number - 1) else {
        return .objects(.notChosen)
      }
      return .goes(choose(number - 1, in: question, context))
    case .shared:
      guard let answer = SharedAnswer(rawValue: code) else { return .objects(.notChosen) }
      return .goes(share(answer, context))
    case .carried:
      guard let answer = SharedAnswer(rawValue: code) else { return .objects(.notChosen) }
      return .goes(carry(answer, context))
    }
  }

  /// Puts what is typed into the record, whatever it is worth: a draft may hold anything but impossible characters.
  public mutating func put(_ entry: Entry, _ context: FillingContext) {
    // What nobody touched says nothing, however it may be spelled; and a highlight that Enter has not taken is no
    // answer.
    guard case .line(let text, isChanged: true) = entry else { return }
    let kind = context.form.fields[field].kind
    if case .date = kind {
      if case .success(let date) = date(of: text, context) { return store(date.iso, context) }
      return store(TextNormaliser.normalise(text, as: .freeText), context)
    }
    store(withoutSeparators(TextNormaliser.normalise(text, as: kind.normalised), kind, context), context)
  }

  /// A number as its document bears it: people write 441302-20220305-1236.
  private func withoutSeparators(_ number: String, _ kind: FieldKind, _ context: FillingContext) -> String {
    guard !number.isEmpty, let type = documentType(of: number, context) else { return number }
    return DocumentNumber.joined(number, type: type) ?? number
  }

  /// Gives the present item an answer: what somebody said.
  public mutating func answer(_ value: String, _ context: FillingContext) {
    answer(value, .told, from: nil, context)
  }

  private mutating func answer(_ value: String, _ source: Source, from: String?, _ context: FillingContext) {
    let before = record
    give(value, to: field, source, from: from, context)
    follow(before, context)
  }

  mutating func give(
    _ value: String, to field: Int, _ source: Source, from: String? = nil, _ context: FillingContext
  ) {
    if context.form.isClass(field) {
      var contact = record.contact
      contact.className = value
      make(.setContact(contact), context)
    } else if record.status == .approved {
      make(.propose(value, field: field), context)
    } else {
      make(.answer(value, field: field, source: source, from: from), context)
    }
  }

  /// Puts the present item off, and goes on.
  public mutating func owe(_ owed: Owed, _ context: FillingContext) -> Destination {
    let before = record
    make(.owe(nameForStaff(context) ?? owed, field: field), context)
    follow(before, context)
    return leaveOwed(context)
  }

  mutating func leaveOwed(_ context: FillingContext) -> Destination {
    if returnsToCheck {
      returnsToCheck = false
      return .check
    }
    return goOnward(context)
  }

  /// How a name that is too long for the sheet's box is left to staff: it is not lost, and whoever gave it owes
  /// nothing.
  private func nameForStaff(_ context: FillingContext) -> Owed? {
    guard let name = record.answers[field]?.value, case .text(.personName) = context.form.fields[field].kind else {
      return nil
    }
    let isTooLong = context.checker.findings(of: field, in: record.checkedAnswers).contains {
      if case .tooLong = $0.rule { true } else if case .tooManyHanzi = $0.rule { true } else { false }
    }
    return isTooLong ? Owed(reason: .other, who: .staff, due: nil, note: name) : nil
  }

  /// Whether the entry says nothing of its own: an empty line, the suggested choice, or a search without a choice.
  public func isUntouched(_ entry: Entry, _ context: FillingContext) -> Bool {
    switch entry {
    case .line(let text, _): text.isEmpty
    case .choice(let code): code == suggestion(context)?.value
    case .search: true
    }
  }

  /// Whether a line may not be emptied: any answer of an approved record, and a required one of a record handed in.
  public func refusesToEmpty(_ entry: Entry, _ context: FillingContext) -> Bool {
    guard case .line("", isChanged: true) = entry else { return false }
    return switch record.status {
    case .approved: value(of: field, context) != nil
    case .submitted: value(of: field, context) != nil && isRequired(field, context)
    case .draft, .withdrawn: false
    }
  }

  /// Reads a date as it is typed in the present item: an entry may lie ahead, a birth may not.
  public func date(of text: String, _ context: FillingContext) -> Result<CalendarDate, DateProblem> {
    let offered = offeredDays(context)
    if let number = Int(TextNormaliser.normalise(text, as: .code)), offered.indices.contains(number - 1) {
      return .success(offered[number - 1])
    }
    let isBirth = context.form.fields[field].derivation?.part == .birthDate
    return DateReader.read(text, today: context.today, latest: isBirth ? nil : context.today.adding(months: 12))
  }

  /// Whether the item holds a citizen number, or the beginning of one: as the kind of document says. While no kind was
  /// given and the identity card is the usual one, anything that begins with a digit may be one, and so may an empty
  /// line.
  public func isCitizenNumber(_ text: String, _ context: FillingContext) -> Bool {
    guard case .documentNumber(let typeField, _) = context.form.fields[field].kind else { return false }
    if let type = value(of: typeField, context) { return type == DocumentType.residentIdentityCard.rawValue }
    let isUsual = usual(typeField, context) == DocumentType.residentIdentityCard.rawValue
    return isUsual && text.utf8.first.map { (0x30...0x39).contains($0) } ?? true
  }

  private func documentType(of number: String, _ context: FillingContext) -> DocumentType? {
    context.form.documentType(of: number, in: field, record.checkedAnswers, setting: context.setting)
  }

  /// Whether a line can mean nothing else any more: a whole citizen number, a day in eight digits.
  public func isFull(_ text: String, _ context: FillingContext) -> Bool {
    switch context.form.fields[field].kind {
    case .documentNumber:
      guard isCitizenNumber(text, context), text.utf8.count == 18 else { return false }
      return CitizenNumber.read(text, on: context.today) { _ in true }.number != nil
    case .date:
      let digits = TextNormaliser.normalise(text, as: .code)
      guard digits.utf8.count == 8, digits.allSatisfy(\.isNumber), case .success = date(of: text, context) else {
        return false
      }
      return true
    case .text, .classCode, .select, .place: return false
    }
  }

  // MARK: -

  private mutating func moveOn(_ context: FillingContext) -> Destination {
    if returnsToCheck {
      returnsToCheck = false
      return .check
    }
    // A child's number may say that another document is likelier than the one that was only accepted, and a document
    // that another region is.
    if path != .item, let other = likelierElsewhere(context) {
      go(to: other, context)
      return .item
    }
    return goOnward(context)
  }

  private func dateProblem(_ entry: Entry, _ context: FillingContext) -> Objection? {
    guard case .date = context.form.fields[field].kind, case .line(let text, _) = entry, !text.isEmpty,
      case .failure(let problem) = date(of: text, context)
    else { return nil }
    return .noDate(problem)
  }

  /// Takes the highlighted choice.
  private mutating func choose(_ entry: Entry, _ context: FillingContext) {
    guard case .choice(let code?) = entry,
      code != value(of: field, context) || suggestion(context)?.isLikelier == true
    else { return }
    answer(code, context)
  }

  private mutating func store(_ value: String, _ context: FillingContext) {
    // By its bytes: to Swift a compatibility ideograph equals its twin, to the register they are two names.
    if value.utf8.elementsEqual((self.value(of: field, context) ?? "").utf8) { return }
    if !value.isEmpty { return answer(value, context) }
    // An emptied line takes the value away, but never a note that it comes later.
    guard record.answers[field]?.value != nil else { return }
    let before = record
    make(.clear(field: field), context)
    follow(before, context)
  }

  /// After a change: it can be undone, and derived items follow.
  private mutating func follow(_ before: Record, _ context: FillingContext) {
    guard record.revision != before.revision else { return }
    remember(before)
    derive(context)
  }

  mutating func derive(_ context: FillingContext) {
    for (index, definition) in context.form.fields.enumerated() {
      guard let derivation = definition.derivation, derivation.source == field else { continue }
      let current = record.answers[index]
      guard current == nil || current?.source == .derived || current?.owed != nil else { continue }
      if let value = context.form.derivedValue(of: index, in: record.checkedAnswers, setting: context.setting) {
        let from = context.form.fields[derivation.source].name
        make(.answer(value, field: index, source: .derived, from: from), context)
      } else if current?.source == .derived {
        make(.clear(field: index), context)
      }
    }
  }
}
