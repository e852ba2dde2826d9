import FormModel
import Records

/// What there is to say about the record, as whoever fills it in is told.
extension FormFilling {
  /// One line of the list that is read before handing in.
  public enum Line: Hashable, Sendable {
    case finding(Finding)
    /// A reviewer's question, about an item or about the whole form.
    case query(Int?, Query)
    /// The number in the item may be registered already: to be seen, not to be mended.
    case numberKnown(Int)
    /// Some answers in one line, to be looked at before handing in.
    case answers([Int])
    case handIn
  }

  /// What still counts against the record, in the order of asking.
  public func findings(_ context: FillingContext) -> [Finding] {
    let open = record.openFindings(form: context.form, setting: context.setting)
    let places = Dictionary(uniqueKeysWithValues: context.form.order.enumerated().map { ($1, $0) })
    return open.enumerated().sorted {
      (places[$0.element.field] ?? 0, $0.offset) < (places[$1.element.field] ?? 0, $1.offset)
    }.map(\.element)
  }

  /// What the present item's own value says; nothing about what other items lack.
  public func valueFinding(_ context: FillingContext) -> Finding? {
    if asking != .item { return nil }
    let findings = context.checker.findings(of: field, in: record.checkedAnswers)
    return record.open(findings, form: context.form).first
  }

  /// What a rule says of the present item, alone or against others that are answered: told when it is left, once.
  mutating func broken(_ context: FillingContext) -> Finding? {
    // Where another value becomes likelier, offering it says as much.
    guard record.isOpenForChanges, path == .questions, likelierElsewhere(context) == nil,
      let finding = brokenRule(context)
    else { return nil }
    return said.insert(key(of: finding, context)).inserted ? finding : nil
  }

  /// Whoever comes to mend the item is told why at once, and not again when leaving it.
  public mutating func knowBrokenRule(_ context: FillingContext) {
    if let finding = brokenRule(context) { said.insert(key(of: finding, context)) }
  }

  private func brokenRule(_ context: FillingContext) -> Finding? {
    // What was read off the item speaks for it.
    let told = context.form.fields.indices.filter {
      $0 == field || (context.form.fields[$0].derivation?.source == field && record.answers[$0]?.source == .derived)
    }
    return findings(context)
      .filter { $0.severity != .missing && !$0.fields.allSatisfy { !told.contains($0) } && isAnswered($0) }
      .filter { !isOfOfferedDay($0, context) }
      .min { $0.weight < $1.weight }
  }

  /// Whether each of its items is answered: blanks stay silent.
  private func isAnswered(_ finding: Finding) -> Bool {
    finding.fields.allSatisfy { record.answers[$0]?.value != nil }
  }

  /// Whether it asks about a day that was offered here: nobody is asked whether they meant what they were offered.
  private func isOfOfferedDay(_ finding: Finding, _ context: FillingContext) -> Bool {
    finding.fields == [field] && offeredDays(context).contains { $0.iso == record.answers[field]?.value }
  }

  private func key(of finding: Finding, _ context: FillingContext) -> String {
    let values = finding.fields.map { record.answers[$0]?.value ?? "" }
    return ([finding.rule.code] + values).joined(separator: "|")
  }

  /// The worst that is to be said about the present item, also beside others: for whoever comes to mend it.
  public func worstFinding(_ context: FillingContext) -> Finding? {
    if asking != .item { return nil }
    return findings(context).filter { $0.severity != .missing && $0.fields.contains(field) }
      .min { ($0.weight, $0.field == field ? 0 : 1) < ($1.weight, $1.field == field ? 0 : 1) }
  }

  /// The items that have a finding other than being blank: nothing may call them right.
  public func doubtedFields(_ context: FillingContext) -> Set<Int> {
    Set(findings(context).filter { $0.severity != .missing }.flatMap(\.fields))
  }

  /// What to write in the item, as this child's other answers have it.
  public func hint(of field: Int, _ context: FillingContext) -> Localized {
    context.form.hint(of: field, in: record.checkedAnswers, setting: context.setting)
  }

  /// Whether a blank in the item would be a finding.
  public func isRequired(_ field: Int, _ context: FillingContext) -> Bool {
    context.form.isRequired(field, in: record.checkedAnswers, setting: context.setting)
  }

  /// Everything there is to say before the form is handed in: questions, errors, warnings, blanks, what comes later
  /// anyway; handing in last, where nothing is in its way.
  public func linesBeforeHandIn(_ context: FillingContext) -> [Line] {
    let findings = findings(context)
    var lines = openQueries.map { Line.query($0.field.flatMap(context.form.index(of:)), $0) }
    lines += findings.sorted { $0.weight < $1.weight }.map { .finding($0) }
    if let field = knownNumberField(context) { lines.append(.numberKnown(field)) }
    guard findings.allSatisfy({ $0.rule == .owed }) else { return lines }
    return lines + answeredLines(context) + [.handIn]
  }

  /// The whole form in short lines, once nothing is open in it: that is what is handed in.
  private func answeredLines(_ context: FillingContext) -> [Line] {
    switch path {
    case .questions, .sheet: break
    case .gaps, .item: return []
    }
    let answered = context.form.fields.indices.filter {
      record.answers[$0] != nil || (context.form.isClass($0) && record.contact.className != nil)
    }
    return context.form.shortLines(of: Set(answered)).map { .answers($0.fields) }
  }

  /// How an answer was given, as far as somebody may not have read what they answered.
  public enum Ease: Hashable, Sendable {
    /// Enter took what was offered, or the machine read it off another item.
    case offered
    /// The number before a choice was pressed.
    case digit
  }

  public func ease(of field: Int, isNumbered: Bool, _ context: FillingContext) -> Ease? {
    // The class stands beside the answers, which do not say where it came from.
    if context.form.isClass(field), let name = record.contact.className {
      return [lent(field, context), carriedValue(of: field, context)].contains(name) ? .offered : .digit
    }
    return switch record.answers[field]?.source {
    case .accepted, .copied, .derived: .offered
    case .told: isNumbered && record.answers[field]?.value != nil ? .digit : nil
    case .document, nil: nil
    }
  }

  // MARK: Questions

  /// What a reviewer asked and nobody has answered yet.
  public var openQueries: [Query] { record.queries.filter { $0.closed == nil } }

  /// The question about the present item; else what was said about the form as a whole.
  public func query(_ context: FillingContext) -> Query? {
    let name = context.form.fields[field].name
    return openQueries.first { $0.field == name } ?? openQueries.first { $0.field == nil }
  }

  /// The items that a reviewer asked about, in the order of asking.
  public func askedFields(_ context: FillingContext) -> [Int] {
    let names = Set(openQueries.compactMap(\.field))
    return context.form.order.filter { names.contains(context.form.fields[$0].name) && isAsked($0, context) }
  }

  /// A draft in which nothing is blank: somebody still has to hand it in.
  public func hasOnlyToBeHandedIn(_ context: FillingContext) -> Bool {
    record.status == .draft && firstGap(context) == nil && askedFields(context).isEmpty
  }
}

extension Finding {
  /// The place in a list: errors first, then what is only asked, then blanks, then what comes later anyway.
  public var weight: Int {
    switch severity {
    case .error: 0
    case .warning: 1
    case .missing: rule == .owed ? 3 : 2
    }
  }
}
