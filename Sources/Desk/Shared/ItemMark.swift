import FormModel
import Records
import Terminal

/// How an item of a record stands, as the sheet marks it.
enum ItemMark: Hashable, Sendable, CaseIterable {
  case done
  case blank
  case owed
  case error
  case warning
  case unconfirmed
  /// Not this child's.
  case notAsked

  /// The sign that carries the meaning; the column it stands in is two wide.
  var sign: String {
    switch self {
    case .done: "✓"
    case .blank: "○"
    case .owed: "…"
    case .error: "✗"
    case .warning: "！"
    case .unconfirmed: "◇"
    case .notAsked: "-"
    }
  }

  var colour: Style.Colour {
    switch self {
    case .done: .green
    case .blank: .normal
    case .owed: .cyan
    case .error: .red
    case .warning: .yellow
    case .unconfirmed: .magenta
    case .notAsked: .grey
    }
  }
}

/// How every item of a record stands: computed here for every page and command that shows a record.
struct ItemMarks: Hashable, Sendable {
  let marks: [ItemMark]

  /// What is wrong comes before what is not confirmed. Whoever fills a record in is told no more of its possible
  /// duplicates than `isNumberKnown`.
  init(
    _ record: Record, beside possibleDuplicates: PossibleDuplicates = PossibleDuplicates(), isNumberKnown: Bool = false,
    _ context: DeskContext
  ) {
    let form = context.form
    var worst: [Int: Severity] = [:]
    for finding in record.findings(beside: possibleDuplicates, form: form, setting: context.setting)
    where finding.severity != .missing && worst[finding.field] != .error { worst[finding.field] = finding.severity }
    let answers = record.checkedAnswers
    let asked = Set(record.queries.filter { $0.closed == nil }.compactMap { $0.field.flatMap(form.index(of:)) })
    let number = isNumberKnown ? form.field(.childNumber) : nil
    marks = form.fields.indices.map { field in
      let isClass: Bool = if case .classCode = form.fields[field].kind { true } else { false }
      let relevance = form.relevance(of: field, in: answers, setting: context.setting)
      switch worst[field] {
      case .error: return .error
      case .warning: return .warning
      case .missing, nil: break
      }
      if field == number || (asked.contains(field) && relevance == .yes) { return .warning }
      if isClass, record.contact.className != nil { return .done }
      switch record.answers[field]?.content {
      case .owed: return .owed
      case .value: return record.answers[field]?.confirmation == .unconfirmed ? .unconfirmed : .done
      case nil:
        switch relevance {
        case .no: return .notAsked
        case .unknown: return .blank
        case .yes: return isClass && context.settings.classes.isEmpty ? .notAsked : .blank
        }
      }
    }
  }

  subscript(field: Int) -> ItemMark { marks[field] }
}

extension Record {
  /// Asks whether another record bears the child's number, where there is one.
  func numberCheck(_ context: DeskContext) -> [Effect] {
    value(.childNumber, context.form) == nil ? [] : [.checkNumber(self)]
  }
}

extension RecordSummary {
  /// The worst that is to be said of the record, in front of the child's name.
  var mark: ItemMark? {
    if errors > 0 || isDuplicate { return .error }
    return warnings > 0 || isNumberInDraft ? .warning : nil
  }
}
