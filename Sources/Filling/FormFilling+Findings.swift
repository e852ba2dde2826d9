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
    let findings = context.checker.findings(of: field, in: record.checkedAnswers)
    return record.open(findings, form: context.form).first
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
    if findings.allSatisfy({ $0.rule == .owed }) { lines.append(.handIn) }
    return lines
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
