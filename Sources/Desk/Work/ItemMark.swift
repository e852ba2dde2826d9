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

extension GuidedScreen {
  /// The marks of all items; what is wrong comes before what is not confirmed.
  func marks(_ context: DeskContext) -> [ItemMark] {
    let asked = Set(askedFields(context))
    var worst: [Int: Severity] = [:]
    for finding in findings(context) where finding.severity != .missing && worst[finding.field] != .error {
      worst[finding.field] = finding.severity
    }
    let answers = record.checkedAnswers
    return context.form.fields.indices.map { field in
      switch worst[field] {
      case .error: return .error
      case .warning: return .warning
      case .missing, nil: break
      }
      if asked.contains(field) { return .warning }
      if case .classCode = context.form.fields[field].kind, record.contact.className != nil { return .done }
      switch record.answers[field]?.content {
      case .owed: return .owed
      case .value: return record.answers[field]?.confirmation == .waiting ? .unconfirmed : .done
      case nil: return mayBeAsked(field, in: answers, context) ? .blank : .notAsked
      }
    }
  }

  /// What a reader sees of an item: what was proposed for it, else what stands.
  func shownValue(of field: Int, _ context: DeskContext) -> String? {
    if case .classCode = context.form.fields[field].kind, let name = record.contact.className { return name }
    let name = context.form.fields[field].name
    return (record.proposedValue(of: name) ?? record.answers[field]?.value).map { context.shown($0, of: field) }
  }
}
