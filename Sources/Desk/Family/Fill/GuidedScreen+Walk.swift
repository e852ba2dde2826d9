import FormModel
import Records
import Standards

extension GuidedScreen {
  // MARK: The way through the form

  /// Whether the item is asked of this child.
  func isAsked(_ field: Int, _ context: DeskContext) -> Bool {
    isAsked(field, in: record.checkedAnswers, context)
  }

  /// The same, for whoever asks about many items of one record.
  private func isAsked(_ field: Int, in answers: Answers, _ context: DeskContext) -> Bool {
    if case .classCode = context.form.fields[field].kind, context.settings.classes.isEmpty { return false }
    return switch context.form.relevance(of: field, in: answers, setting: context.setting) {
    case .yes: true
    case .no, .unknown: false
    }
  }

  /// Whether the item can be gone to by its number: also while it is not known yet whether it applies.
  func mayBeAsked(_ field: Int, _ context: DeskContext) -> Bool {
    mayBeAsked(field, in: record.checkedAnswers, context)
  }

  func mayBeAsked(_ field: Int, in answers: Answers, _ context: DeskContext) -> Bool {
    switch context.form.relevance(of: field, in: answers, setting: context.setting) {
    case .no: false
    case .unknown: true
    case .yes: isAsked(field, in: answers, context)
    }
  }

  func following(_ context: DeskContext) -> Int? {
    step(from: field, by: 1, context) { isAsked($0, context) }
  }

  /// The item asked after another one.
  func following(_ field: Int, _ context: DeskContext) -> Int? {
    step(from: field, by: 1, context) { isAsked($0, context) }
  }

  func preceding(_ context: DeskContext) -> Int? {
    step(from: field, by: -1, context) { isAsked($0, context) }
  }

  /// The next item that Enter leads to: what the machine has just filled in is passed over.
  func onward(_ context: DeskContext) -> Int? {
    if path == .gaps {
      // Begun in the middle, the walk comes back to the gaps before it; each is passed once.
      let gaps = Set(gaps(context)).subtracting(passed)
      return step(from: field, by: 1, context) { gaps.contains($0) }
        ?? context.form.order.first { gaps.contains($0) }
    }
    return step(from: field, by: 1, context) { isAsked($0, context) && record.answers[$0]?.source != .derived }
  }

  /// Items that are put off, required and blank, wrong, or asked about, in the order of asking.
  func gaps(_ context: DeskContext) -> [Int] {
    let answers = record.checkedAnswers
    let wrong = record.isOpenForChanges ? findings(context).filter { $0.severity == .error }.map(\.field) : []
    let stops = Set(askedFields(context) + wrong)
    return context.form.order.filter { field in
      if stops.contains(field) { return true }
      guard record.answers[field]?.value == nil, isAsked(field, in: answers, context) else { return false }
      return record.answers[field]?.owed != nil
        || context.form.isRequired(field, in: answers, setting: context.setting)
    }
  }

  private func step(from start: Int, by direction: Int, _ context: DeskContext, where fits: (Int) -> Bool) -> Int? {
    let order = context.form.order
    guard var place = order.firstIndex(of: start) else { return nil }
    while true {
      place += direction
      guard order.indices.contains(place) else { return nil }
      if fits(order[place]) { return order[place] }
    }
  }

  /// What still counts against the record, in the order of asking.
  func findings(_ context: DeskContext) -> [Finding] {
    let all = context.checker.findings(in: record.checkedAnswers)
    let open = record.open(all, form: context.form)
    let places = Dictionary(uniqueKeysWithValues: context.form.order.enumerated().map { ($1, $0) })
    return open.enumerated().sorted {
      (places[$0.element.field] ?? 0, $0.offset) < (places[$1.element.field] ?? 0, $1.offset)
    }.map(\.element)
  }

  /// Items that need something: an error, an open warning, or an answer.
  private func waiting(_ context: DeskContext) -> [Int] {
    switch path {
    case .questions: findings(context).filter { $0.rule != .owed }.map(\.field) + askedFields(context)
    case .sheet, .item: findings(context).map(\.field) + askedFields(context)
    case .gaps: gaps(context)
    }
  }

  func waiting(after field: Int, _ context: DeskContext) -> Int? {
    let waiting = Set(waiting(context))
    return step(from: field, by: 1, context) { waiting.contains($0) }
      ?? context.form.order.first { waiting.contains($0) }
  }

  func waiting(before field: Int, _ context: DeskContext) -> Int? {
    let waiting = Set(waiting(context))
    return step(from: field, by: -1, context) { waiting.contains($0) }
      ?? context.form.order.last { waiting.contains($0) }
  }

  /// Where a record that is opened again goes on.
  func firstGap(_ context: DeskContext) -> Int? {
    context.form.order.first { field in
      guard isAsked(field, context), record.answers[field]?.value == nil else { return false }
      if case .always = context.form.fields[field].required { return true }
      return context.form.fields[field].required != .never
    }
  }

  /// Leaves the item for another; with none to go to, for the list of findings.
  mutating func leaveField(to target: Int?, _ context: DeskContext) -> [Effect] {
    let refusal = emptied(context)
    let effects = commit(context)
    returnsToCheck = false
    go(to: target ?? field, context)
    if let refusal { notice = refusal }
    return effects
  }

  /// Shows an item afresh.
  mutating func go(to target: Int, _ context: DeskContext) {
    if field != target, context.form.fields[field].name == "id_type" { keptNumber = childNumber(context) }
    field = target
    notice = nil
    mayGoOn = false
    load(context)
    // A wrong value says so again when somebody comes back to it.
    if let finding = valueFindings(context).first { notice = .finding(finding) }
  }

  mutating func load(_ context: DeskContext) {
    let suggestion = suggestion(for: field, context)?.value
    // Where another document is likelier than the one that was only accepted, it is the one that Enter takes.
    let isOffered = offered(for: field, context) != nil
    editor = FieldEditor(
      field: field, value: isOffered ? suggestion : standing(context), suggestion: suggestion, context)
  }

  /// What stands in the present item: its value, or the class that is kept beside the form.
  func standing(_ context: DeskContext) -> String? {
    if case .classCode = context.form.fields[field].kind { return record.contact.className }
    return record.proposedValue(of: context.form.fields[field].name) ?? record.answers[field]?.value
  }

  /// What the present item's own value says; nothing about what other items lack.
  func valueFindings(_ context: DeskContext) -> [Finding] {
    let findings = context.checker.findings(of: field, in: record.checkedAnswers)
    return record.open(findings, form: context.form)
  }

  // MARK: Suggestions

  struct Suggestion: Hashable, Sendable {
    var value: String
    var source: Source
    /// The field that it was read off.
    var from: String?
  }

  /// What Enter would accept in an item that has no answer yet.
  func suggestion(for field: Int, _ context: DeskContext) -> Suggestion? {
    if let offered = offered(for: field, context) { return Suggestion(value: offered, source: .accepted) }
    guard record.answers[field]?.value == nil else { return nil }
    let definition = context.form.fields[field]
    if let copied = sibling.flatMap({ Self.copied.contains(definition.name) ? $0.answers[field]?.value : nil }) {
      return Suggestion(value: copied, source: .copied)
    }
    if case .place(let list) = definition.kind, let place = registrationPlace(list, context) {
      return Suggestion(value: place.code, source: .derived, from: place.field)
    }
    return definition.suggestion.map { Suggestion(value: $0, source: .accepted) }
  }

  /// What is likelier than what stands there: the document of Hong Kong, Macao or Taiwan where the child's number is of
  /// there, and then the region, where China was not said but only accepted. An identity card with another nationality
  /// than China is refused.
  func offered(for field: Int, _ context: DeskContext) -> String? {
    let form = context.form
    let standing = record.answers[field]
    switch form.fields[field].name {
    case "nationality":
      guard standing?.value == nil || (standing?.value == "CHN" && standing?.source == .accepted) else { return nil }
      let type = form.index(of: "id_type").flatMap { record.answers[$0]?.value } ?? ""
      return Self.regions.first { $0.type == type }?.country
    case "id_type":
      let number = childNumber(context)
      guard record.status == .draft, number.utf8.count == 18, number != keptNumber,
        standing?.value == nil || standing?.value == DocumentType.residentIdentityCard.rawValue
      else { return nil }
      return Self.regions.first { number.hasPrefix($0.area) }?.type
    default: return nil
    }
  }

  private func childNumber(_ context: DeskContext) -> String {
    Self.numberField(context).flatMap { record.answers[$0]?.value } ?? ""
  }

  private static let regions = [
    (type: "6", area: "81", country: "HKG"), (type: "7", area: "82", country: "MAC"),
    (type: "8", area: "83", country: "TWN"),
  ]

  /// The items that brothers and sisters share.
  static let copied: Set<String> = [
    "guardian_name", "guardian_id_type", "guardian_id_number", "address", "hukou_place", "hukou_type", "native_place",
  ]

  /// The county in the child's number, if the list has it: often the birthplace, often the registration, never surely.
  private func registrationPlace(_ list: String, _ context: DeskContext) -> (code: String, field: String)? {
    for (index, field) in context.form.fields.enumerated() {
      guard context.form.fields.contains(where: { $0.derivation?.source == index }),
        let value = record.answers[index]?.value,
        let number = CitizenNumber.read(value, on: context.today, knowsArea: { _ in true }).number
      else { continue }
      let code = "\(number.area)000000"
      if context.form.lists.list(list).index(of: code) != nil { return (code, field.name) }
    }
    return nil
  }
}
